import { unfaithful, withoutNamesBeside } from '../../core/claims/fidelity.ts'
import type { Unfaithful } from '../../core/claims/unfaithful.ts'
import { asId, type Id, type RecordId } from '../../core/records/base.ts'
import type { RecordKind } from '../../core/records/record.ts'
import { batchesOf, corroborations, knownOf, perhapsSame } from './corroboration.ts'
import { fromColumn, type ModelDatabase } from './database.ts'
import { claimFamily } from './claim-family.ts'
import type { TouchedSums } from './touched.ts'

/** What the origins of claims depend on, as the model has it of a source or an article. */
export function originsMark(db: ModelDatabase, kind: RecordKind, id: RecordId): string | null {
  if (kind !== 'source' && kind !== 'article') return null
  const columns =
    kind === 'source'
      ? 'kind, name, descriptor, within, role, affiliation, possibly_same, must_not_merge, derived_from, relayer, root'
      : 'outlet, derived_from'
  const row = db.one<{ root?: string }>(`SELECT ${columns} FROM ${kind} WHERE id = ?`, id)
  return row === undefined ? null : JSON.stringify(row)
}

/** Takes down which claims a change of a source or an article may give other origins. @param before its mark before the change */
export function touchOrigins(
  db: ModelDatabase,
  kind: RecordKind,
  id: RecordId,
  before: string | null,
  touched: TouchedSums,
): void {
  if (touched.isBuilding || (kind !== 'source' && kind !== 'article')) return
  const now = originsMark(db, kind, id)
  if (now === before) return
  const claims =
    kind === 'article'
      ? db.all<{ claim: Id<'claim'> }>(claimsOnRepeats, id)
      : db.all<{ claim: Id<'claim'> }>(
          claimsThrough,
          JSON.stringify([...kinOf(db, [asId(id), ...kinIn(before), ...kinIn(now)])]),
        )
  for (const { claim } of claims) touched.origins.add(claim)
}

/** The sources that a mark names: the one that it stood for, and those that it is possibly the same as. */
function kinIn(mark: string | null): Id<'source'>[] {
  if (mark === null) return []
  const { root, possibly_same } = fromColumn<{ root: Id<'source'>; possibly_same: string }>(mark)
  return [root, ...fromColumn<Id<'source'>[]>(possibly_same)]
}

/**
 * All sources whose origins may hang on some of these: what was merged with them, what is possibly one with them, and what was
 * made from any of these.
 */
function kinOf(db: ModelDatabase, start: readonly Id<'source'>[]): Set<Id<'source'>> {
  const found = new Set(start)
  for (const id of found) {
    const near = db.all<{ id: Id<'source'> }>(
      `SELECT o.id FROM source s CROSS JOIN source o ON o.root = s.root WHERE s.id = ?1
       UNION SELECT root FROM source WHERE id = ?1 UNION SELECT id FROM source WHERE derived_from = ?1`,
      id,
    )
    for (const other of [...near.map((one) => one.id), ...perhapsSame(db, id)]) found.add(other)
  }
  return found
}

/** The claims that these sources and articles, or what is kin to them, may give origins to. */
export const claimsThroughAny = (db: ModelDatabase, ids: readonly RecordId[]): Id<'claim'>[] => [
  ...db
    .all<{ claim: Id<'claim'> }>(
      claimsThrough,
      JSON.stringify([
        ...kinOf(
          db,
          ids.map((id) => asId<'source'>(id)),
        ),
      ]),
    )
    .map(({ claim }) => claim),
  ...ids.flatMap((id) => db.all<{ claim: Id<'claim'> }>(claimsOnRepeats, id).map(({ claim }) => claim)),
]

/** The claims whose evidence stands in an article (?1) or in one that repeats it. */
const claimsOnRepeats = `WITH RECURSIVE repeats (id) AS (
    SELECT ?1 UNION SELECT a.id FROM repeats r CROSS JOIN article a ON a.derived_from = r.id)
  SELECT e.claim FROM repeats r CROSS JOIN evidence e ON e.article = r.id
  UNION SELECT e.claim FROM repeats r CROSS JOIN annotation n ON n.article = r.id CROSS JOIN evidence e ON e.annotation = n.id`

/** The claims in whose chains one of some sources (?1, as JSON) stands, or whose articles it printed. */
const claimsThrough = `WITH through (id) AS (SELECT value FROM json_each(?1))
  SELECT h.claim FROM through t CROSS JOIN hop h ON h.source = t.id
  UNION SELECT e.claim FROM through t CROSS JOIN article a ON a.outlet = t.id CROSS JOIN evidence e ON e.article = a.id
  UNION SELECT e.claim FROM through t CROSS JOIN article a ON a.outlet = t.id
    CROSS JOIN annotation n ON n.article = a.id CROSS JOIN evidence e ON e.annotation = n.id`

/** Counts the independent origins of claims again, and what of their statements stands in no excerpt. */
export function recountOrigins(db: ModelDatabase, claims: Iterable<Id<'claim'>>): void {
  const known = knownOf(db)
  for (const some of batchesOf([...claims]))
    for (const [id, { corroboration }] of corroborations(db, some, known)) {
      const { supports, disputes } = corroboration
      const counts = [supports.origins.length, disputes.origins.length, supports.least, disputes.least]
      db.run(
        'UPDATE claim SET origins_for = ?, origins_against = ?, least_for = ?, least_against = ?, unfaithful = ? WHERE id = ?',
        ...[...counts, JSON.stringify(unfaithfulOf(db, id)), id],
      )
    }
}

/** What of the statement of a claim its excerpts, and those of the claims that were merged into it, do not bear out. */
function unfaithfulOf(db: ModelDatabase, claim: Id<'claim'>): Unfaithful[] {
  const excerpts = db.all<{ exact: string }>(
    `SELECT DISTINCT n.exact FROM evidence e JOIN annotation n ON n.id = e.annotation WHERE e.claim IN (${claimFamily})`,
    claim,
  )
  const row = db.one<{ statement: string }>('SELECT statement FROM claim WHERE id = ?', claim)
  const isAttributed = db.one(`SELECT 1 FROM hop WHERE claim IN (${claimFamily})`, claim) !== undefined
  return unfaithful(
    row?.statement ?? '',
    excerpts.map(({ exact }) => exact),
    isAttributed,
  )
}

/**
 * The same as it is shown: names that are known from beside the excerpts are left out. What stands beside is asked for each time, since
 * it changes with articles and claims that are no part of this one.
 */
export function unfaithfulNow(db: ModelDatabase, claim: Id<'claim'>): Unfaithful[] {
  const row = db.one<{ unfaithful: string }>('SELECT unfaithful FROM claim WHERE id = ?', claim)
  const found = row ? fromColumn<Unfaithful[]>(row.unfaithful) : []
  return found.some(({ kind }) => kind === 'name') ? withoutNamesBeside(found, namesBeside(db, claim)) : found
}

/** Who says so, what the articles of the excerpts are called, who wrote and printed them, and who else is noted to speak in them. */
const namesBeside = (db: ModelDatabase, claim: Id<'claim'>): string[] =>
  db
    .all<{ name: string }>(
      `WITH RECURSIVE family (id) AS (
         SELECT ?1 UNION SELECT claim.id FROM claim JOIN family ON claim.merged_into = family.id),
       these (id) AS (
         SELECT DISTINCT n.article FROM family f CROSS JOIN evidence e ON e.claim = f.id JOIN annotation n ON n.id = e.annotation)
       SELECT n.name FROM family f CROSS JOIN hop h ON h.claim = f.id JOIN source s ON s.id = h.source
         JOIN source_name n ON n.source = s.root
       UNION SELECT title || '\n' || authors || '\n' || outlet_name FROM these t JOIN article a ON a.id = t.id
       UNION SELECT s.name FROM these t CROSS JOIN annotation n ON n.article = t.id CROSS JOIN evidence e ON e.annotation = n.id
         CROSS JOIN hop h ON h.evidence = e.id JOIN source s ON s.id = h.source`,
      claim,
    )
    .map(({ name }) => name)
