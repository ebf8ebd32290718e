import type { Annotation } from '../../core/records/annotation.ts'
import { comparableAddress } from '../../core/records/address.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Claim } from '../../core/records/claim.ts'
import { edtfSpan } from '../../core/records/edtf.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { AnyRecord, RecordKind } from '../../core/records/record.ts'
import type { Source } from '../../core/records/source.ts'
import type { Tag } from '../../core/records/tag.ts'
import type { ModelDatabase } from './database.ts'
import { followMerges } from './recount.ts'
import type { Touched } from './touched.ts'
import { authorsOf } from './searchable.ts'

/** Writes the row of a record in the table of its kind, and those of its parts. */
export function writeRow(
  db: ModelDatabase,
  row: number,
  kind: RecordKind,
  record: AnyRecord,
  touched: Touched,
): void {
  if (kind === 'article') writeArticle(db, row, record as Article)
  else if (kind === 'annotation') writeAnnotation(db, row, record as Annotation)
  else if (kind === 'claim') writeClaim(db, row, record as Claim)
  else if (kind === 'source') writeSource(db, row, record as Source, touched)
  else if (kind === 'tag') writeTag(db, row, record as Tag)
}

function writeArticle(db: ModelDatabase, row: number, article: Article): void {
  const { text } = currentVersion(article)
  db.run(
    `INSERT OR REPLACE INTO article (row, id, title, authors, outlet, outlet_name, published, published_from, language, direction,
       reading, characters, created, versions, derived_from, dismissed, text_sha256)
     VALUES (?, ?, ?, ?, ?5, coalesce((SELECT r.name FROM source s JOIN source r ON r.id = s.root WHERE s.id = ?5), ''), ?, ?, ?, ?,
       ?, ?, ?, ?, ?, ?, ?)`,
    ...[row, article.id, article.title, authorsOf(article), article.outlet, article.published],
    ...[
      startOf(article.published),
      article.language,
      article.direction,
      article.reading,
      text.length,
      article.created,
      article.versions.length,
      article.derivedFrom,
      JSON.stringify(article.dismissed),
      text.sha256,
    ],
  )
  for (const url of article.urls) {
    const address = comparableAddress(url)
    if (address !== null) db.run('INSERT OR IGNORE INTO address VALUES (?, ?)', address, article.id)
  }
  for (const { original, text: read } of article.versions) {
    db.run("INSERT OR IGNORE INTO content VALUES (?, ?, 'original')", original.sha256, article.id)
    db.run("INSERT OR IGNORE INTO content VALUES (?, ?, 'text')", read.sha256, article.id)
  }
}

function writeAnnotation(db: ModelDatabase, row: number, annotation: Annotation): void {
  const { id, article, exact, style, state, note, proposal } = annotation
  const { version, start, end } = proposal ?? annotation
  const text = proposal?.text ?? (state === 'orphan' ? null : exact)
  db.run(
    'INSERT OR REPLACE INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[row, id, article, version, start, end, exact, style, state, note, proposal?.score ?? null, text],
  )
}

/** The columns that the page and the lists of claims show, and nothing else is counted by. */
const plainColumns = `kind, status, credibility, event, event_from, utterance, publication, quantity, accused, dismissed, created,
  modified`

const plainValues = (claim: Claim): (string | number | null)[] => [
  ...[claim.kind, claim.status, claim.credibility.grade, claim.event, startOf(claim.event)],
  ...[claim.utterance, claim.publication, claim.quantity === null ? null : JSON.stringify(claim.quantity)],
  ...[JSON.stringify(claim.accused), JSON.stringify(claim.dismissed), claim.created, claim.modified],
]

/** Puts in what a claim is now, all of whose sums stay. */
export function updateClaim(db: ModelDatabase, row: number, claim: Claim): void {
  db.run(
    `UPDATE claim SET (${plainColumns}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE row = ?`,
    ...plainValues(claim),
    row,
  )
}

function writeClaim(db: ModelDatabase, row: number, claim: Claim): void {
  const { id, statement, rulings, mergedInto } = claim
  db.run(
    `INSERT OR REPLACE INTO claim (row, id, statement, rulings, merged_into, ${plainColumns})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[row, id, statement, JSON.stringify(rulings), mergedInto],
    ...plainValues(claim),
  )
  for (const [place, piece] of claim.evidence.entries()) {
    db.run(
      'INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?, ?, ?)',
      ...[piece.id, id, place, piece.stance, piece.annotation, piece.article],
    )
    for (const [position, hop] of piece.chain.entries())
      db.run(
        'INSERT OR REPLACE INTO hop VALUES (?, ?, ?, ?, ?, ?)',
        ...[piece.id, position, hop.source, id, hop.mode, hop.groundRule],
      )
  }
  for (const relation of claim.relations)
    db.run('INSERT INTO relation VALUES (?, ?, ?)', id, relation.claim, relation.kind)
}

function writeSource(db: ModelDatabase, row: number, source: Source, touched: Touched): void {
  const { id, kind, name, role, reliability, mergedInto } = source
  db.run(
    `INSERT INTO source (row, id, kind, name, role, reliability, merged_into, root, descriptor, possibly_same, derived_from,
       affiliation, confidential, is_graded, must_not_merge, relayer, dismissed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (row) DO UPDATE SET kind = excluded.kind, name = excluded.name, role = excluded.role,
       reliability = excluded.reliability, merged_into = excluded.merged_into, descriptor = excluded.descriptor,
       possibly_same = excluded.possibly_same, derived_from = excluded.derived_from, affiliation = excluded.affiliation,
       confidential = excluded.confidential, is_graded = excluded.is_graded, must_not_merge = excluded.must_not_merge,
       relayer = excluded.relayer, dismissed = excluded.dismissed`,
    ...[row, id, kind, name, role, reliability.grade, mergedInto, id],
    ...[source.descriptor, JSON.stringify(source.possiblySame), source.derivedFrom],
    ...[source.affiliation, source.confidential ? 1 : 0, isGraded(source) ? 1 : 0],
    ...[JSON.stringify(source.mustNotMerge), source.relayer, JSON.stringify(source.dismissed)],
  )
  const spellings = [
    { name, isAlias: 0 },
    ...source.aliases.map((alias) => ({ name: alias.name, isAlias: 1 })),
  ]
  for (const spelling of spellings) {
    db.run(
      'INSERT INTO source_name VALUES (?, ?, ?, ?)',
      ...[id, spelling.name, foldName(spelling.name), spelling.isAlias],
    )
  }
  followMerges(db, id, touched)
}

/** “Cannot be judged” with a reason is a judgement. */
const isGraded = ({ reliability: { grade, reason } }: Source): boolean => grade !== 'F' || reason !== ''

function writeTag(db: ModelDatabase, row: number, tag: Tag): void {
  const { id, name, parent, colour, definition, mergedInto } = tag
  db.run(
    'INSERT OR REPLACE INTO tag VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...[row, id, name, foldName(name), parent, colour, definition, mergedInto],
  )
}

function startOf(date: string | null): number | null {
  const from = date === null ? undefined : edtfSpan(date)?.from
  return from !== undefined && Number.isFinite(from) ? from : null
}
