import { said, type Said } from '../../core/words/say.ts'
import type { ChainStep, ClaimEdit } from '../../core/claims/claim-edit.ts'
import { roleIn } from '../../core/attribution/role-in.ts'
import { isCommonName } from '../../core/attribution/who-words.ts'
import { conflictsOfEdit, editClaim, rebased } from '../../core/claims/edit-claim.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { ChangedMeanwhile } from '../../core/changes/meanwhile.ts'
import { isSameValue } from '../../core/text/same-value.ts'
import { checkRuling } from '../../core/corroboration/rulings.ts'
import { currentVersion } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import { makeClaim, type Claim, type Hop } from '../../core/records/claim.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { shorten } from '../../core/records/shorten.ts'
import { textOfVersion } from '../versions/version-text.ts'
import { sourceByName } from './sources-by-name.ts'
import { unnamedSource } from './unnamed-source.ts'
import { stateAt } from './edit-record.ts'

interface Working {
  store: NotebookStore
  draft: Draft
}

/**
 * Does something with one claim or with many: the one way for the window, the command line and edits of many at once.
 * @param seen from which state of a claim the edits were made, where they do not say so themselves
 * @returns how many are otherwise then
 * @throws Problem `not-found`, `changed-meanwhile`, `bad-input`; nothing is changed then
 */
export async function editClaims(
  working: Working,
  ids: readonly Id<'claim'>[],
  edits: readonly ClaimEdit[],
  seen: ReadonlyMap<Id<'claim'>, string> = new Map(),
): Promise<number> {
  const { store, draft } = working
  const each = new Set(ids)
  const wanted = await Promise.all(edits.map((edit) => withAbsorbed(store, edit)))
  let changed = 0
  for (const id of each) {
    const claim = await draft.need('claim', id)
    if (each.size === 1) draft.label = labelOf(claim, edits)
    let next = claim
    for (const edit of wanted) {
      // Of many that are related to one, that one is not.
      if (each.size > 1 && edit.do === 'addRelation' && edit.claim === id) continue
      next = await apply(working, claim, next, edit, seen.get(id))
    }
    if (isSameValue(next, claim)) continue
    await draft.patch('claim', id, next)
    changed += 1
  }
  if (each.size > 1) draft.label = said('history.changeClaims', { count: changed })
  return changed
}

/**
 * A claim that nobody has judged yet, resting on a passage or on nothing so far; its evidence is made as any other.
 * @throws Problem `not-found`
 */
export async function newClaim(
  working: Working,
  statement: string,
  { annotation, tags = [] }: { annotation?: Id<'annotation'> | undefined; tags?: readonly Id<'tag'>[] },
): Promise<Claim> {
  const { draft } = working
  const { label } = draft
  const { id } = await draft.put('claim', makeClaim(statement, { tags: [...tags] }))
  if (annotation !== undefined)
    await editClaims(
      working,
      [id],
      [{ do: 'addEvidence', stance: 'supports', annotation, chain: [], note: '', completes: false }],
    )
  draft.label = label
  return draft.need('claim', id)
}

async function apply(
  working: Working,
  claim: Claim,
  next: Claim,
  wanted: ClaimEdit,
  seen: string | undefined,
): Promise<Claim> {
  const { store, draft } = working
  const modified = ('modified' in wanted ? wanted.modified : undefined) ?? seen
  const base = await stateAt(store, 'claim', claim, modified)
  const first =
    wanted.do === 'set' && wanted.base !== undefined
      ? await stateAt(store, 'claim', claim, wanted.base)
      : base
  const edit = first ? rebased(first, claim, wanted) : wanted
  if (edit.do === 'addRuling' || edit.do === 'removeRuling') await inFamily(working, claim, edit)
  if (edit.do === 'addRelation') await draft.need('claim', edit.claim)
  const chain = await chainOf(working, claim, edit)
  const conflicts = base === undefined ? [] : conflictsOfEdit(base, claim, edit, chain)
  if (conflicts.length > 0) throw new ChangedMeanwhile(shorten(claim.statement), conflicts, claim.modified)
  const version = edit.do === 'addEvidence' ? await versionOf(draft, edit) : null
  return editClaim(next, edit, { at: draft.at, chain, version })
}

/** The piece of evidence that a chain is of, as far as it is known. */
interface Piece {
  evidence?: Id<'evidence'>
  article: Id<'article'> | null
}

/** The chain of an edit, its sources found or made; undefined where it has none. */
async function chainOf(working: Working, claim: Claim, edit: ClaimEdit): Promise<Hop[] | undefined> {
  if (edit.do === 'addEvidence')
    return hopsOf(working, edit.chain, { article: await articleOf(working.draft, edit) })
  if (edit.do !== 'changeEvidence' || edit.fields.chain === undefined) return undefined
  const piece = claim.evidence.find(({ id }) => id === edit.evidence)
  const article = piece ? await articleOf(working.draft, piece) : null
  return hopsOf(working, edit.fields.chain, { evidence: edit.evidence, article })
}

async function articleOf(
  draft: Draft,
  {
    annotation,
    article,
  }: { annotation?: Id<'annotation'> | null | undefined; article?: Id<'article'> | null | undefined },
): Promise<Id<'article'> | null> {
  if (annotation != null) return (await draft.get('annotation', annotation))?.article ?? null
  return article ?? null
}

/** From the outlet inwards: whoever is not named is known by whom they spoke to. */
async function hopsOf(working: Working, steps: readonly ChainStep[], piece: Piece): Promise<Hop[]> {
  const chain: Hop[] = []
  for (const [index, step] of [...steps.entries()].toReversed()) {
    const isFirst = index === 0
    chain.unshift({
      source: 'source' in step ? step.source : await named(working, step, isFirst, chain[0]?.source, piece),
      mode: step.mode ?? (isFirst ? 'says' : 'reports'),
      verbatim: step.verbatim ?? false,
      groundRule: step.groundRule ?? (isFirst ? 'unknown' : 'on-record'),
      words: step.words ?? '',
    })
  }
  return chain
}

async function named(
  { store, draft }: Working,
  step: Extract<ChainStep, { name: string }>,
  isFirst: boolean,
  relayer: Id<'source'> | undefined,
  { evidence, article }: Piece,
): Promise<Id<'source'>> {
  const { name, newAs } = step
  if (await isUnnamed(store, draft, step))
    return unnamedSource(store, draft, {
      name,
      relayer: relayer ?? null,
      ...(evidence === undefined ? {} : { evidence }),
    })
  // “Police” and “the company” are others in every article.
  const within = step.within ?? (isCommonName(name) ? article : null)
  const { kind, another } = step
  const role = async (): Promise<string> => step.role || roleOf(store, draft, name, article)
  return sourceByName(
    store,
    draft,
    { name, kind, another, within, role },
    newAs ?? (isFirst ? 'person' : 'outlet'),
  )
}

/** What the article says somebody is, whom it names. */
async function roleOf(
  store: NotebookStore,
  draft: Draft,
  name: string,
  article: Id<'article'> | null,
): Promise<string> {
  const read = article === null ? null : await draft.get('article', article)
  return read ? roleIn(await textOfVersion(store, read, currentVersion(read).n), name) : ''
}

/** Whether a name is what unnamed people are called: it is said to be, or those who are known by it have no other. */
async function isUnnamed(
  store: NotebookStore,
  draft: Draft,
  { name, kind, newAs }: Extract<ChainStep, { name: string }>,
): Promise<boolean> {
  if (kind !== undefined || newAs === 'anonymous') return (kind ?? newAs) === 'anonymous'
  const there = await store.model.ask('sourceNamed', name)
  return there !== null && (await draft.need('source', there)).kind === 'anonymous'
}

/** The version that new evidence is taken from. @throws Problem `not-found` */
async function versionOf(
  draft: Draft,
  { annotation, article }: { annotation?: Id<'annotation'> | undefined; article?: Id<'article'> | undefined },
): Promise<number | null> {
  if (annotation !== undefined) return (await draft.need('annotation', annotation)).version
  return article === undefined ? null : currentVersion(await draft.need('article', article)).n
}

/** Tags that are removed, with those that were merged into them, which records may still carry. */
async function withAbsorbed(store: NotebookStore, edit: ClaimEdit): Promise<ClaimEdit> {
  if (edit.do !== 'remove' || edit.from.tags === undefined || edit.from.tags.length === 0) return edit
  const absorbed = new Map((await store.model.ask('listTags')).map((row) => [row.id, row.absorbed]))
  const tags = edit.from.tags.flatMap((tag) => [tag, ...(absorbed.get(tag) ?? [])])
  return { ...edit, from: { ...edit.from, tags } }
}

/**
 * A decision about origins may be about evidence of merged claims. It is kept with the claim that it was made in, so that one
 * that is taken out of its merge is as it was before; it is taken back wherever it is kept.
 */
async function inFamily(
  { store, draft }: Working,
  claim: Claim,
  edit: Extract<ClaimEdit, { do: 'addRuling' | 'removeRuling' }>,
): Promise<void> {
  const ids = await store.model.ask('claimsMergedInto', claim.id)
  const merged = await Promise.all(ids.map((id) => draft.need('claim', id)))
  if (edit.do === 'addRuling') {
    checkRuling(
      edit,
      [claim, ...merged].flatMap(({ evidence }) => evidence),
    )
    return
  }
  for (const one of merged) {
    const next = editClaim(one, edit, { at: draft.at, chain: undefined, version: null })
    if (!isSameValue(next, one)) await draft.patch('claim', one.id, { rulings: next.rulings })
  }
}

/** What an edit of one claim is called in its history. */
function labelOf({ statement }: Claim, [first, ...more]: readonly ClaimEdit[]): Said {
  const isOneKind = first !== undefined && more.every((edit) => edit.do === first.do)
  return said(`history.${isOneKind ? labelKeyOf(first) : 'changeClaim'}`, { claim: shorten(statement) })
}

function labelKeyOf(edit: ClaimEdit) {
  switch (edit.do) {
    case 'addEvidence':
    case 'removeEvidence':
      return edit.do
    case 'changeEvidence':
      return edit.fields.chain === undefined ? 'changeEvidence' : 'setChain'
    case 'addRelation':
    case 'changeRelation':
    case 'removeRelation':
      return 'changeRelations'
    case 'addRuling':
      return edit.with === null ? 'takeApart' : 'putTogether'
    case 'removeRuling':
      return 'takeBackRulings'
    default:
      return 'changeClaim'
  }
}
