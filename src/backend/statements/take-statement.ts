import type { ChainStep } from '../../core/claims/claim-edit.ts'
import type { Stance } from '../../core/records/claim.ts'
import { stepOf } from '../../contract/claim-findings.ts'
import type { MeantStep } from '../../contract/statements.ts'
import { describe } from '../../core/anchoring/describe.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { makeAnnotation, type Annotation, type HighlightStyle } from '../../core/records/annotation.ts'
import type { Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import { makeClaim, type Claim } from '../../core/records/claim.ts'
import { problem } from '../../core/problem.ts'
import { shorten } from '../../core/records/shorten.ts'
import { wholeOf } from '../../core/statements/certain.ts'
import { kindOfClaim, stanceOf } from '../../core/statements/stance.ts'
import type { Statement } from '../../core/statements/statement.ts'
import type { VersionText } from '../../core/versions/carry-over.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { pageOfVersion } from '../versions/version-text.ts'
import { beginReading } from '../editing/begin-reading.ts'
import { editClaims } from '../editing/edit-claims.ts'
import { sourceByName } from '../editing/sources-by-name.ts'

interface Working {
  store: NotebookStore
  draft: Draft
}

/** A statement with its chain, and who is meant by each step. */
export interface Chosen {
  statement: Statement
  chain: readonly MeantStep[]
}

export interface Taking {
  claim: Id<'claim'> | undefined
  /** As the statement has it, unless the user says otherwise. */
  stance: Stance | undefined
  asOutlet: boolean
  /** As the user has put them, where they did. */
  words?: string | undefined
  chain?: readonly ChainStep[] | undefined
}

/**
 * Makes of a statement its highlight, its claim and its evidence with the chain; or adds it to a claim that is there.
 * @returns the claim
 */
export async function takeStatement(
  working: Working,
  article: Article,
  version: VersionText,
  { statement, chain: whole }: Chosen,
  { claim: into, stance: wish, asOutlet, words, chain: wanted }: Taking,
): Promise<Claim> {
  const { draft } = working
  if (asOutlet && article.outlet === null)
    throw problem('bad-input', 'noOutletYet', { title: shorten(article.title) })
  const stance = wish ?? stanceOf(statement)
  const annotation = await highlightOf(working, article, version, statement, styles[stance])
  const id = into ?? (await draft.put('claim', await claimOf(working, article, statement, words))).id
  // That somebody did not answer, the outlet says.
  const isOutlets = asOutlet || statement.strength === 'declines'
  const chain = isOutlets ? whole.filter(({ source }) => source !== null && source === article.outlet) : whole
  const steps: readonly ChainStep[] =
    wanted ??
    (chain.length === 0 && article.outlet !== null
      ? [{ source: article.outlet, mode: 'reports' }]
      : chain.map(stepOf))
  await editClaims(
    working,
    [id],
    [{ do: 'addEvidence', stance, annotation: annotation.id, chain: [...steps], note: '', completes: true }],
  )
  return draft.need('claim', id)
}

/** The highlight of what is said; one that stands there already is taken. */
async function highlightOf(
  { store, draft }: Working,
  article: Article,
  { n, text }: VersionText,
  statement: Statement,
  style: HighlightStyle,
): Promise<Annotation> {
  const { start, end } = wholeOf(statement)
  const there = (await store.annotationsOf(article.id)).find(
    (one) => one.version === n && one.start === start && one.end === end,
  )
  if (there) return there
  await beginReading(draft, article.id)
  const place = { article: article.id, version: n, ...describe(text, start, end) }
  return draft.put(
    'annotation',
    makeAnnotation(place, { style, page: await pageOfVersion(store, article, n, start) }, draft.at),
  )
}

/** What is taken is seen by its stance. */
const styles: Record<Stance, HighlightStyle> = { supports: 'green', disputes: 'red', mentions: 'grey' }

async function claimOf(
  { store, draft }: Working,
  article: Article,
  statement: Statement,
  words: string | undefined,
): Promise<Claim> {
  const { claim, exact, quantity, dates, accused } = statement
  const [only, ...others] = dates
  const against =
    accused === null
      ? []
      : [await sourceByName(store, draft, { name: accused, ...withinOf(accused, article.id) }, 'person')]
  return makeClaim(words ?? (claim === '' ? exact : claim), {
    kind: kindOfClaim(statement),
    quantity,
    event: only && others.length === 0 ? only.edtf : null,
    accused: against,
  })
}

/** A family name alone means somebody in its article only. */
const withinOf = (name: string, article: Id<'article'>): { within?: Id<'article'> } =>
  /\s/.test(name) ? {} : { within: article }
