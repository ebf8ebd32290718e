import type { SourceByName } from '../../core/claims/claim-edit.ts'
import type { Draft } from '../../core/changes/draft.ts'
import type { Id } from '../../core/records/base.ts'
import { makeSource, type SourceKind } from '../../core/records/source.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

type Wanted = Pick<SourceByName, 'name' | 'kind' | 'another'> & {
  /** What it is called means it in that article only. */
  within?: Id<'article'> | null | undefined
  /** What somebody is, found out when they have to be made. */
  role?: () => Promise<string>
}

/**
 * The source of this name; one is made where there is none, or another one where that is asked for. A kind that is asked for must fit.
 * @param fallback the kind of a new source when none is asked for
 */
export async function sourceByName(
  store: NotebookStore,
  draft: Draft,
  { name, kind, within = null, another = false, role }: Wanted,
  fallback: SourceKind,
): Promise<Id<'source'>> {
  const there = another ? null : await store.model.ask('sourceNamed', name, kind, within)
  if (there !== null) return there
  const made = kind ?? fallback
  const known = made === 'person' && role ? await role() : ''
  return (await draft.put('source', makeSource(name, made, { within, role: known }))).id
}
