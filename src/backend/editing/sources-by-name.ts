import type { SourceByName } from '../../core/claims/claim-edit.ts'
import { isEntryOf } from '../../core/changes/change.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { Id } from '../../core/records/base.ts'
import { makeSource, type Source, type SourceKind } from '../../core/records/source.ts'
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
  const there =
    (await store.model.ask('sourceNamed', name, kind, within)) ??
    madeIn(draft).find((one) => isCalled(one, { name, kind, within }))?.id
  if (there !== undefined && !another) return there
  const made = kind ?? fallback
  const known = made === 'person' && role ? await role() : ''
  // Whoever says that it is another one says that they are two.
  const mustNotMerge = there === undefined ? [] : [there]
  return (await draft.put('source', makeSource(name, made, { within, role: known, mustNotMerge }))).id
}

/** The sources that the same Change makes: the read model does not know them yet. */
const madeIn = (draft: Draft): Source[] =>
  draft
    .entries()
    .flatMap((entry) => (isEntryOf(entry, 'source') && entry.before === null ? (entry.after ?? []) : []))

const isCalled = (
  source: Source,
  { name, kind, within }: Pick<Wanted, 'name' | 'kind' | 'within'>,
): boolean =>
  foldName(source.name) === foldName(name) &&
  (kind === undefined || source.kind === kind) &&
  source.within === (within ?? null)
