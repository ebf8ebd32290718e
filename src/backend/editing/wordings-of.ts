import type { Wording } from '../../core/export/exporter.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** What is written anew within this time was a draft, in milliseconds. */
const draftTime = 60_000

/** How a claim was worded, the first wording first and that of now last. */
export async function wordingsOf(store: NotebookStore, now: Claim): Promise<Wording[]> {
  const found: Wording[] = []
  const soon = (one: string, other: string): boolean => Date.parse(other) - Date.parse(one) < draftTime
  for (const state of [...(await store.statesOf('claim', now.id)), now]) {
    const last = found.at(-1)
    if (state === null || state.statement === last?.statement) continue
    // What was put in its own words at once was never said otherwise.
    if (last && soon(last.at, state.modified)) found.pop()
    found.push({ statement: state.statement, at: state.modified })
  }
  return found
}
