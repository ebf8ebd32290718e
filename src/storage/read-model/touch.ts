import { asId, type Id, type RecordId } from '../../core/records/base.ts'
import type { RecordKind } from '../../core/records/record.ts'
import type { ModelDatabase } from './database.ts'
import type { TouchedSums } from './touched.ts'

/** Takes down which other records' sums this record counts in, as the model has it now. */
export function touch(db: ModelDatabase, kind: RecordKind, id: RecordId, touched: TouchedSums): void {
  if (kind === 'annotation') touchAnnotation(db, id, touched)
  else if (kind === 'article') {
    touched.articles.add(asId(id))
    const outlet = db.one<{ outlet: Id<'source'> | null }>(
      'SELECT outlet FROM article WHERE id = ?',
      id,
    )?.outlet
    if (outlet) touched.sources.add(outlet)
  } else if (kind === 'claim') {
    touched.claims.add(asId(id))
    const into = db.one<{ merged_into: Id<'claim'> | null }>('SELECT merged_into FROM claim WHERE id = ?', id)
    if (into?.merged_into) touched.claims.add(into.merged_into)
    for (const { article } of db.all<{ article: Id<'article'> }>(
      `SELECT DISTINCT coalesce(e.article, n.article) AS article FROM evidence e LEFT JOIN annotation n ON n.id = e.annotation
       WHERE e.claim = ?`,
      id,
    ))
      if (article) touched.articles.add(article)
    for (const { source } of db.all<{ source: Id<'source'> }>(
      'SELECT DISTINCT source FROM hop WHERE claim = ?',
      id,
    ))
      touched.sources.add(source)
  } else if (kind === 'source') touched.sources.add(asId(id))
}

function touchAnnotation(db: ModelDatabase, id: RecordId, touched: TouchedSums): void {
  const row = db.one<{ article: Id<'article'>; row: number | null }>(
    'SELECT n.article, a.row FROM annotation n LEFT JOIN article a ON a.id = n.article WHERE n.id = ?',
    id,
  )
  if (row) touched.articles.add(row.article)
  if (row?.row && db.one('SELECT 1 FROM tagged WHERE record = (SELECT row FROM annotation WHERE id = ?)', id))
    touched.rows.add(row.row)
  for (const { claim } of db.all<{ claim: Id<'claim'> }>(
    'SELECT claim FROM evidence WHERE annotation = ?',
    id,
  ))
    touched.claims.add(claim)
}
