import type { SaidAlready } from '../../contract/claim-findings.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** The claims that say nearly the same as some words, or the opposite. */
export async function saidAlready(store: NotebookStore, words: string): Promise<SaidAlready[]> {
  const [found = []] = await store.model.askNow('saidAlready', [{ text: words, negated: false }])
  return found
}
