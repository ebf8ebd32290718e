import type { Unfaithful } from '../claims/unfaithful.ts'
import type { Id, RecordId } from '../records/base.ts'
import type { Claim } from '../records/claim.ts'
import { dismissalOf, type Dismissal, type OpenWorkKind } from '../records/dismissal.ts'

/** Something that is left to be done, and the record that it is done at. */
export interface OpenWork {
  what: OpenWorkKind
  kind: 'claim' | 'source' | 'annotation' | 'article'
  id: RecordId
  title: string
  /** The record that it is about besides, and what that is called. */
  about: RecordId | null
  aboutTitle: string
  /** The words that it is about: those of a statement that stand in no excerpt; how it was told and is told; who did not answer. */
  words: string[]
  /** The article that a highlight is in. */
  article: Id<'article'> | null
  /** Why nothing is to be done, as the user said; null while it is open. */
  dismissed: string | null
}

export interface OpenWorkClaim {
  id: RecordId
  statement: string
  kind: Claim['kind']
  status: Claim['status']
  credibility: number
  /** How many independent origins support it at least. */
  origins: number
  /** How many pieces of evidence support it, and how many of them begin with an anonymous source. */
  supports: number
  anonymous: number
  hasQuantity: boolean
  /** Whether a figure has a source that it is of, or one that asserts it. */
  hasClaimant: boolean
  unfaithful: readonly Unfaithful[]
  /** The claims that it was related to as contradicting, while neither is refuted. */
  contradicts: readonly { id: RecordId; statement: string }[]
  /** The sources that it accuses, and whether they have said anything to it. */
  accused: readonly { id: RecordId; name: string; hasResponse: boolean }[]
  /** Whether anything disputes it. */
  isDisputed: boolean
  /** Whether any evidence names nobody who says it. */
  hasUnnamed: boolean
  /** The articles that tell it differently than the first one does, and in which words: before, then after. */
  toldDifferently: readonly { article: RecordId; title: string; words: [string, string] }[]
  dismissed: readonly Dismissal[]
}

export interface OpenWorkSource {
  id: RecordId
  name: string
  isGraded: boolean
  /** What is still to be asked, or was and is not answered. */
  questions: readonly string[]
  /** In how many pieces of evidence it stands. */
  uses: number
  dismissed: readonly Dismissal[]
}

export interface OpenWorkHighlight {
  id: RecordId
  article: Id<'article'>
  articleTitle: string
  exact: string
  /** What was set aside about the article. */
  dismissed: readonly Dismissal[]
}

/** What is left to be done about a claim. */
export function workOnClaim(claim: OpenWorkClaim): OpenWork[] {
  const work = (kind: OpenWorkKind, more: Partial<OpenWork> = {}): OpenWork =>
    workAt(kind, { kind: 'claim', id: claim.id, title: claim.statement, ...more }, claim.dismissed)
  const found: OpenWork[] = []
  if (claim.origins === 1) found.push(work('one-origin'))
  if (claim.origins < 2 && isHeldForSure(claim)) found.push(work('sure-of-one-origin'))
  if (claim.supports > 0 && claim.anonymous === claim.supports) found.push(work('anonymous-only'))
  if ((claim.kind === 'figure' || claim.hasQuantity) && !claim.hasClaimant) found.push(work('no-claimant'))
  if (claim.unfaithful.length > 0)
    found.push(work('unfaithful', { words: [...new Set(claim.unfaithful.map(({ text }) => text))] }))
  for (const { id, statement } of claim.contradicts)
    found.push(work('contradiction', { about: id, aboutTitle: statement }))
  // Two of the accused are one when they were merged.
  for (const { id, name, hasResponse } of new Map(claim.accused.map((one) => [one.id, one])).values())
    if (!hasResponse) found.push(work('no-response', { about: id, aboutTitle: name }))
  if (claim.kind === 'allegation' && claim.accused.length === 0 && !claim.isDisputed)
    found.push(work('no-response'))
  if (claim.hasUnnamed) found.push(work('nobody-named'))
  for (const { article, title, words } of claim.toldDifferently)
    found.push(work('told-differently', { about: article, aboutTitle: title, words: [...words] }))
  return found
}

/** Whether the user holds it for confirmed by others, by grade or by status. */
const isHeldForSure = ({ credibility, status }: OpenWorkClaim): boolean =>
  credibility === 1 || status === 'confirmed' || status === 'corroborated'

/** A source that speaks in the evidence and that nobody has judged; and what it is to be asked. */
export function workOnSource({ id, name, isGraded, uses, questions, dismissed }: OpenWorkSource): OpenWork[] {
  const about = { kind: 'source', id, title: name } as const
  return [
    ...(isGraded || uses === 0 ? [] : [workAt('ungraded-source', about, dismissed)]),
    ...(questions.length === 0 ? [] : [workAt('to-ask', { ...about, words: [...questions] }, dismissed)]),
  ]
}

/** A highlight whose place in the newest version the user is to decide about. */
export const workOnHighlight = ({
  id,
  article,
  articleTitle,
  exact,
  dismissed,
}: OpenWorkHighlight): OpenWork =>
  workAt(
    'needs-review',
    { kind: 'annotation', id, title: exact, article, aboutTitle: articleTitle },
    dismissed,
    id,
  )

/** Who was asked in an article and did not answer. */
export interface OpenWorkSilent {
  id: RecordId
  title: string
  /** A sentence of each: “The ministry declined to comment”. */
  silent: readonly string[]
  dismissed: readonly Dismissal[]
}

export const workOnSilent = ({ id, title, silent, dismissed }: OpenWorkSilent): OpenWork[] =>
  silent.length === 0
    ? []
    : [workAt('did-not-answer', { kind: 'article', id, title, words: [...silent] }, dismissed)]

function workAt(
  what: OpenWorkKind,
  more: Pick<OpenWork, 'kind' | 'id' | 'title'> & Partial<OpenWork>,
  dismissed: readonly Dismissal[],
  about: RecordId | null = more.about ?? null,
): OpenWork {
  const reason = dismissalOf(dismissed, what, about)?.reason ?? null
  return { what, about: null, aboutTitle: '', words: [], article: null, dismissed: reason, ...more }
}
