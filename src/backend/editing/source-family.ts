import type { Draft } from '../../core/changes/draft.ts'
import type { Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import type { Source } from '../../core/records/source.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { standsFor } from '../../core/changes/leads-to.ts'

/** A source and all that were merged into it, also through others. */
export async function sourceFamily(store: NotebookStore, draft: Draft, source: Source): Promise<Source[]> {
  const { id } = await standingSource((one) => draft.get('source', one), source)
  const merged = await store.model.ask('sourcesMergedInto', id)
  const family: Source[] = []
  for (const one of [id, ...merged]) {
    const member = await draft.need('source', one)
    if (await standsFor(draft, 'source', source.id, member)) family.push(member)
  }
  return family
}

/** The source that stands for this one after merges. @param read where sources are read */
export async function standingSource(
  read: (id: Id<'source'>) => Promise<Source | null>,
  source: Source,
): Promise<Source> {
  const seen = new Set([source.id])
  let standing = source
  while (standing.mergedInto !== null && !seen.has(standing.mergedInto)) {
    seen.add(standing.mergedInto)
    standing = (await read(standing.mergedInto)) ?? standing
  }
  return standing
}

/** The outlet of an article, or what stands for it after merges; null where none is known. */
export async function outletOf(
  store: NotebookStore,
  { outlet }: Pick<Article, 'outlet'>,
): Promise<Source | null> {
  const named = outlet === null ? null : await store.get('source', outlet)
  return named && standingSource((id) => store.get('source', id), named)
}

/** The first of some sources that was marked as not the same as one of the others, from either side, with that one. */
export function markedApart(
  sources: readonly Source[],
  others: readonly Source[],
): [Source, Source] | undefined {
  for (const source of sources)
    for (const other of others)
      if (source.mustNotMerge.includes(other.id) || other.mustNotMerge.includes(source.id))
        return [source, other]
  return undefined
}
