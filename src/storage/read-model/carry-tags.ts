import type { ModelDatabase } from './database.ts'

/** Follows the merges and the places of all tags again, and counts the records that have one of the tags that moved. */
export function followTags(db: ModelDatabase, rows: Set<number>): void {
  const before = readAbove(db)
  db.run('DELETE FROM above')
  db.run(`INSERT OR IGNORE INTO above
    WITH RECURSIVE standing (id, root, depth) AS (
      SELECT id, id, 0 FROM tag WHERE merged_into IS NULL
      UNION ALL SELECT tag.id, standing.root, depth + 1 FROM tag JOIN standing ON tag.merged_into = standing.id WHERE depth < 1000),
    up (id, root) AS (
      SELECT id, root FROM standing
      UNION SELECT up.id, standing.root FROM up JOIN tag ON tag.id = up.root JOIN standing ON standing.id = tag.parent)
    SELECT up.id, tag.row FROM up JOIN tag ON tag.id = up.root`)
  const after = readAbove(db)
  for (const tag of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(tag) === after.get(tag)) continue
    for (const { record } of db.all<{ record: number }>('SELECT record FROM tagged WHERE tag = ?', tag))
      rows.add(record)
  }
}

function readAbove(db: ModelDatabase): Map<string, string> {
  const found = new Map<string, string>()
  for (const { tag, roots } of db.all<{ tag: string; roots: string }>(
    'SELECT tag, group_concat(root) AS roots FROM (SELECT tag, root FROM above ORDER BY tag, root) GROUP BY tag',
  ))
    found.set(tag, roots)
  return found
}

/** What was merged into another record is in no list, and so in no count. */
const isMerged = `EXISTS (SELECT 1 FROM claim c WHERE c.row = t.record AND c.merged_into IS NOT NULL)
  OR EXISTS (SELECT 1 FROM source s WHERE s.row = t.record AND s.merged_into IS NOT NULL)`

/** Counts records anew under the tags that they carry. An article counts with its highlights. */
export function carryTags(db: ModelDatabase, rows: ReadonlySet<number>): void {
  if (rows.size === 0) return
  const list = JSON.stringify([...rows])
  const articles = db
    .all<{ row: number }>(
      `SELECT DISTINCT a.row FROM json_each(?) j JOIN annotation n ON n.row = j.value JOIN article a ON a.id = n.article`,
      list,
    )
    .map(({ row }) => row)
  const all = articles.every((row) => rows.has(row))
    ? list
    : JSON.stringify([...new Set([...rows, ...articles])])
  db.run('DELETE FROM carried WHERE record IN (SELECT value FROM json_each(?))', all)
  db.run(
    `INSERT OR IGNORE INTO carried
       SELECT above.root, t.record FROM json_each(?) j JOIN tagged t ON t.record = j.value JOIN above ON above.tag = t.tag
       WHERE NOT (${isMerged})`,
    all,
  )
  db.run(
    `INSERT OR IGNORE INTO carried
       SELECT above.root, a.row FROM json_each(?) j JOIN article a ON a.row = j.value JOIN annotation n ON n.article = a.id
         JOIN tagged t ON t.record = n.row JOIN above ON above.tag = t.tag`,
    all,
  )
}
