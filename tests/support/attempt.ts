import { NothingToPick } from '../../scripts/make-notebook/random.ts'

/** What may be said of an edit that cannot be made just now; everything else that is thrown is a fault. */
const refusals = new Set([
  ...['bad-input', 'in-use', 'not-found', 'nothing-to-undo', 'quote-not-found'],
  // What is merged elsewhere already.
  'changed-meanwhile',
])

/** Tries an edit that may not be possible just now. @returns whether it was made. @throws whatever is no refusal */
export async function attempt(edit: () => Promise<unknown>): Promise<boolean> {
  try {
    await edit()
    return true
  } catch (error) {
    const code = (error as { data?: { code?: string } } | null)?.data?.code
    if (error instanceof NothingToPick || (code !== undefined && refusals.has(code))) return false
    throw error
  }
}
