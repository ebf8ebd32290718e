import { withoutMarks } from '../../core/text/found-passage.ts'
import { asId, type Id } from '../../core/records/base.ts'
import { othersOn } from '../../core/corroboration/others-on.ts'
import { trackRecord } from '../../core/corroboration/track-record.ts'
import type { SourceMention, SourceRecord, Spelling } from '../../core/listing/rows.ts'
import { originsOf } from './corroboration.ts'
import { mergedRecords } from './claim-family.ts'
import type { ModelDatabase } from './database.ts'
import { search } from './search.ts'

/** Everywhere that a source stands in a chain; where it asserts something, with what others say of the same. */
export function mentionsOf(db: ModelDatabase, source: Id<'source'>): SourceMention[] {
  const rows = db.all<Omit<SourceMention, 'agree' | 'oppose'>>(
    `${mergedRecords('claim')}
     SELECT c.id AS claim, c.statement, c.status, e.id AS evidence, e.stance, h.position, h.mode,
       h.ground_rule AS groundRule, coalesce(e.article, n.article) AS article, a.title AS articleTitle, e.annotation,
       n.exact AS quote
     FROM hop h JOIN evidence e ON e.id = h.evidence LEFT JOIN merged m ON m.id = e.claim
       JOIN claim c ON c.id = coalesce(m.root, e.claim)
       LEFT JOIN annotation n ON n.id = e.annotation LEFT JOIN article a ON a.id = coalesce(e.article, n.article)
     WHERE h.source IN (SELECT ? UNION SELECT id FROM source WHERE root = ?)
     ORDER BY c.id, e.place, h.position`,
    source,
    source,
  )
  const asserted = rows.filter(({ position }) => position === 0)
  const own = new Set(asserted.map(({ evidence }) => evidence))
  const claims = new Set(asserted.map(({ claim }) => claim))
  const origins = new Map(
    originsOf(db, [...claims]).claims.map(({ claim, corroboration }) => [claim, corroboration]),
  )
  return rows.map((row) => {
    const corroboration = row.position === 0 ? origins.get(row.claim) : undefined
    const others = corroboration ? othersOn(corroboration, row.stance, own) : { agree: 0, oppose: 0 }
    return { ...row, ...others }
  })
}

/** What others say of all that some sources assert. */
export const trackRecordsOf = (db: ModelDatabase, sources: readonly Id<'source'>[]): SourceRecord[] =>
  sources.map((id) => ({
    id,
    ...trackRecord(mentionsOf(db, id).filter(({ position }) => position === 0)),
  }))

/** Where in which chains a source stands, and nothing of what is said there. */
export const stepsOf = (
  db: ModelDatabase,
  source: Id<'source'>,
): { evidence: Id<'evidence'>; position: number }[] =>
  db.all(
    'SELECT evidence, position FROM hop WHERE source IN (SELECT ?1 UNION SELECT id FROM source WHERE root = ?1)',
    source,
  )

/** The sources that this one stands for. */
export const sourcesMergedInto = (db: ModelDatabase, source: Id<'source'>): Id<'source'>[] =>
  db
    .all<{ id: Id<'source'> }>('SELECT id FROM source WHERE root = ?1 AND id <> ?1 ORDER BY id', source)
    .map(({ id }) => id)

/** Where each spelling of a name stands: the highlight that was noted for it, else the best place in the notebook. */
export function spellingsOf(
  db: ModelDatabase,
  aliases: readonly { name: string; annotation: Id<'annotation'> | null }[],
): Spelling[] {
  return aliases.map(({ name, annotation }) => {
    const noted = annotation === null ? undefined : excerptOf(db, annotation)
    return { name, place: noted ?? found(db, name) }
  })
}

const excerptOf = (db: ModelDatabase, annotation: Id<'annotation'>): Spelling['place'] | undefined =>
  db.one(
    `SELECT n.article, a.title AS articleTitle, n.id AS annotation, n.exact AS excerpt FROM annotation n
       JOIN article a ON a.id = n.article WHERE n.id = ?`,
    annotation,
  )

/** No name is longer than this, in code units: it would not be found, and looking for it takes long. */
const longestName = 300

function found(db: ModelDatabase, name: string): Spelling['place'] {
  if (name.length > longestName) return null
  const hit = search(db, `"${name.replaceAll('"', ' ')}"`, 10).find(
    ({ kind }) => kind === 'article' || kind === 'annotation',
  )
  if (!hit) return null
  const isArticle = hit.kind === 'article'
  return {
    article: asId(isArticle ? hit.id : (hit.article ?? '')),
    articleTitle: hit.title,
    annotation: isArticle ? null : asId(hit.id),
    // Where the match was is marked for lists; here it is the whole name.
    excerpt: withoutMarks(hit.snippet),
  }
}
