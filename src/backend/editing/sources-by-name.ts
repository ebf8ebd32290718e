import type { Draft } from '../../core/changes/draft.ts'
import type { Id } from '../../core/records/base.ts'
import { makeSource } from '../../core/records/source.ts'
import type { SourceKind } from '../../core/records/source.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/**
 * The source of this name; one is made where there is none. A kind that is asked for must fit.
 * @param fallback the kind of a new source when none is asked for
 */
export async function sourceByName(
  store: NotebookStore,
  draft: Draft,
  { name, kind }: { name: string; kind?: SourceKind | undefined },
  fallback: SourceKind,
): Promise<Id<'source'>> {
  const there = await store.model.ask('sourceNamed', name, kind)
  if (there !== null) return there
  return (await draft.put('source', makeSource(name, kind ?? fallback))).id
}
