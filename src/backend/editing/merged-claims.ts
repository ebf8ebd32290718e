import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** The claims that were merged into this one, also through others. */
export async function mergedInto(store: NotebookStore, id: Id<'claim'>): Promise<Claim[]> {
  const ids = await store.model.askNow('claimsMergedInto', id)
  const found = await Promise.all(ids.map((one) => store.get('claim', one)))
  return found.filter((claim) => claim !== null)
}
