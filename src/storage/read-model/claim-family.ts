import type { Id } from '../../core/records/base.ts'
import type { ModelDatabase } from './database.ts'

/** A claim (?1) and all that were merged into it, also through others. */
export const claimFamily = `WITH RECURSIVE family (id) AS (
    SELECT ?1 UNION SELECT claim.id FROM claim JOIN family ON claim.merged_into = family.id)
  SELECT id FROM family`

/** Some claims and all that they were merged into. @param claims a query for their ids */
export const withStanding = (claims: string): string =>
  `WITH RECURSIVE standing (id) AS (
     ${claims} UNION SELECT c.merged_into FROM standing s JOIN claim c ON c.id = s.id WHERE c.merged_into IS NOT NULL)
   SELECT id FROM standing`

/** A claim and all that it was merged into. */
export const standingClaims = (db: ModelDatabase, id: Id<'claim'>): Id<'claim'>[] =>
  db.all<{ id: Id<'claim'> }>(withStanding('SELECT ?'), id).map((one) => one.id)

/**
 * The records that were merged (`id`), each with the one that stands for it (`root`), as a common table `merged`. Few were, so
 * it costs little: it goes along the index of merges (CROSS JOIN keeps the order), never through all records.
 */
export const mergedRecords = (table: 'claim' | 'tag'): string =>
  `WITH RECURSIVE merged (id, root) AS (
     SELECT m.id, r.id FROM ${table} m CROSS JOIN ${table} r ON r.id = m.merged_into
       WHERE m.merged_into > '' AND r.merged_into IS NULL
     UNION ALL SELECT c.id, m.root FROM merged m CROSS JOIN ${table} c ON c.merged_into = m.id)`

/**
 * What of evidence or chains counts in which `claim`, each once: what is the claim's own, and that of the claims that were merged
 * into it. Merged claims have their own, too.
 * @param rest what follows the table, whose short name is `e`
 */
export const counted = (table: 'evidence' | 'hop', columns: readonly string[], rest: string): string =>
  // Two queries instead of one that looks for every row whether its claim was merged: that took a third longer.
  `${mergedRecords('claim')}
   SELECT ${['e.claim', ...columns].join(', ')} FROM ${table} e ${rest}
   UNION SELECT ${['m.root', ...columns].join(', ')} FROM merged m CROSS JOIN ${table} e ON e.claim = m.id ${rest}`

/** The claims that have evidence of their own in an article (bound twice). */
export const claimsOnArticle = `SELECT claim FROM evidence WHERE article = ?
  UNION SELECT e.claim FROM annotation n JOIN evidence e ON e.annotation = n.id WHERE n.article = ?`
