import type { Annotation } from '../../core/records/annotation.ts'
import { comparableAddress } from '../../core/records/address.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Claim } from '../../core/records/claim.ts'
import { edtfSpan } from '../../core/records/edtf.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { Id } from '../../core/records/base.ts'
import type { Held } from '../../core/records/record.ts'
import { openInquiries, type Source } from '../../core/records/source.ts'
import type { Tag } from '../../core/records/tag.ts'
import type { Columns } from '../database.ts'
import type { ModelDatabase } from './database.ts'
import { followMerges } from './recount.ts'
import type { TouchedSums } from './touched.ts'
import { authorsOf } from './searchable.ts'

/** Writes the row of a record in the table of its kind, and those of its parts. */
export function writeRow(db: ModelDatabase, row: number, held: Held, touched: TouchedSums): void {
  if (held.kind === 'article') writeArticle(db, row, held.record)
  else if (held.kind === 'annotation') writeAnnotation(db, row, held.record)
  else if (held.kind === 'claim') writeClaim(db, row, held.record)
  else if (held.kind === 'source') writeSource(db, row, held.record, touched)
  else if (held.kind === 'tag') writeTag(db, row, held.record)
}

function writeArticle(db: ModelDatabase, row: number, article: Article): void {
  const { text } = currentVersion(article)
  db.put('article', {
    row,
    id: article.id,
    title: article.title,
    authors: authorsOf(article),
    outlet: article.outlet,
    outlet_name: article.outlet === null ? '' : standingName(db, article.outlet),
    published: article.published,
    published_from: startOf(article.published),
    language: article.language,
    direction: article.direction,
    reading: article.reading,
    characters: text.length,
    created: article.created,
    versions: article.versions.length,
    derived_from: article.derivedFrom,
    dismissed: JSON.stringify(article.dismissed),
    modified: article.modified,
    text_sha256: text.sha256,
  })
  for (const url of article.urls) {
    const address = comparableAddress(url)
    if (address !== null) db.put('address', { address, article: article.id })
  }
  // A file may be both; then it is told as an original.
  for (const { text: read } of article.versions)
    db.put('content', { sha256: read.sha256, article: article.id, what: 'text' })
  for (const { original } of article.versions)
    db.put('content', { sha256: original.sha256, article: article.id, what: 'original' })
}

/** The name of the source that stands for this one. */
const standingName = (db: ModelDatabase, source: Id<'source'>): string =>
  db.one<{ name: string }>(
    'SELECT r.name FROM source s JOIN source r ON r.id = s.root WHERE s.id = ?',
    source,
  )?.name ?? ''

function writeAnnotation(db: ModelDatabase, row: number, annotation: Annotation): void {
  const { id, article, exact, style, state, note, proposal } = annotation
  const { version, start, end } = proposal ?? annotation
  const text = proposal?.text ?? (state === 'orphan' ? null : exact)
  const score = proposal?.score ?? null
  const taken_back = proposal?.isTakenBack ? 1 : 0
  db.put('annotation', {
    row,
    id,
    article,
    version,
    start,
    end,
    exact,
    style,
    state,
    note,
    score,
    text,
    taken_back,
  })
}

/** The columns that the page and the lists of claims show, and nothing else is counted by. */
const plainColumns = (claim: Claim): Columns => ({
  kind: claim.kind,
  status: claim.status,
  credibility: claim.credibility.grade,
  event: claim.event,
  event_from: startOf(claim.event),
  utterance: claim.utterance,
  publication: claim.publication,
  quantity: claim.quantity === null ? null : JSON.stringify(claim.quantity),
  accused: JSON.stringify(claim.accused),
  dismissed: JSON.stringify(claim.dismissed),
  created: claim.created,
  modified: claim.modified,
})

/** Puts in what a claim is now, all of whose sums stay. */
export const updateClaim = (db: ModelDatabase, row: number, claim: Claim): void =>
  db.update('claim', plainColumns(claim), row)

function writeClaim(db: ModelDatabase, row: number, claim: Claim): void {
  const { id, statement, mergedInto } = claim
  const rulings = JSON.stringify(claim.rulings)
  db.put('claim', { row, id, statement, rulings, merged_into: mergedInto, ...plainColumns(claim) })
  for (const [
    place,
    { id: evidence, stance, annotation, article, chain, withdrawn },
  ] of claim.evidence.entries()) {
    db.put('evidence', {
      id: evidence,
      claim: id,
      place,
      stance,
      annotation,
      article,
      withdrawn: withdrawn?.as ?? null,
    })
    for (const [position, { source, mode, groundRule, words, verbatim }] of chain.entries())
      db.put('hop', {
        evidence,
        position,
        source,
        claim: id,
        mode,
        ground_rule: groundRule,
        words,
        verbatim: verbatim ? 1 : 0,
      })
  }
  for (const relation of claim.relations)
    db.put('relation', { claim: id, other: relation.claim, kind: relation.kind })
}

function writeSource(db: ModelDatabase, row: number, source: Source, touched: TouchedSums): void {
  const { id, name } = source
  const columns = {
    kind: source.kind,
    name,
    role: source.role,
    reliability: source.reliability.grade,
    merged_into: source.mergedInto,
    descriptor: source.descriptor,
    possibly_same: JSON.stringify(source.possiblySame),
    derived_from: source.derivedFrom,
    within: source.within,
    affiliation: source.affiliation,
    confidential: source.confidential ? 1 : 0,
    is_graded: isGraded(source) ? 1 : 0,
    must_not_merge: JSON.stringify(source.mustNotMerge),
    relayer: source.relayer,
    dismissed: JSON.stringify(source.dismissed),
    questions: JSON.stringify(openInquiries(source).map(({ question }) => question)),
  }
  // What it counts stays, and for whom it stands.
  if (db.one('SELECT 1 FROM source WHERE row = ?', row) === undefined)
    db.put('source', { row, id, root: id, ...columns })
  else db.update('source', columns, row)
  db.put('source_name', { source: id, name, folded: foldName(name), is_alias: 0 })
  for (const alias of source.aliases)
    db.put('source_name', { source: id, name: alias.name, folded: foldName(alias.name), is_alias: 1 })
  followMerges(db, id, touched)
}

/** “Cannot be judged” with a reason is a judgement. */
const isGraded = ({ reliability: { grade, reason } }: Source): boolean => grade !== 'F' || reason !== ''

function writeTag(db: ModelDatabase, row: number, tag: Tag): void {
  const { id, name, parent, colour, definition, mergedInto } = tag
  db.put('tag', {
    row,
    id,
    name,
    folded: foldName(name),
    parent,
    colour,
    definition,
    merged_into: mergedInto,
  })
}

function startOf(date: string | null): number | null {
  const from = date === null ? undefined : edtfSpan(date)?.from
  return from !== undefined && Number.isFinite(from) ? from : null
}
