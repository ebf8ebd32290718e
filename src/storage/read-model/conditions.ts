import type { SQLInputValue } from 'node:sqlite'
import type { RecordKind } from '../../core/records/record.ts'
import type { ModelDatabase } from './database.ts'
import { hitsOf } from './hits.ts'
import { matchExpression } from './match-expression.ts'
import { rowsOf, totalOf } from './tables.ts'

/** How SQLite is to go about a list: along an index of the conditions, or along the one of the order. */
export type Way = 'filter' | 'walk'

interface Part {
  column: string
  /** What follows the column. */
  test: string
  /** The same as a question about one row, where that is quick. */
  exists: string | null
  /** How many rows there are, where it is known. */
  count: number | null
}

/** A WHERE clause in the making; values are always bound, never written into the SQL. */
export class Conditions {
  readonly #parts: Part[] = []
  readonly values: SQLInputValue[] = []

  /** @param test what follows the column */
  add(column: string, test: string, ...values: SQLInputValue[]): this {
    this.#parts.push({ column, test, exists: null, count: null })
    this.values.push(...values)
    return this
  }

  /** The number of rows, where it is known without counting. */
  get knownTotal(): number | null {
    const [only] = this.#parts
    return this.#parts.length === 1 ? (only?.count ?? null) : null
  }

  #addCounted(part: Part, ...values: SQLInputValue[]): this {
    this.#parts.push(part)
    this.values.push(...values)
    return this
  }

  /** @param value undefined leaves the condition out */
  equal(column: string, value: SQLInputValue | undefined): this {
    return value === undefined ? this : this.add(column, '= ?', value)
  }

  /** Only rows that name this source, or one that was merged into the same. @param source undefined leaves the condition out */
  named(column: string, source: string | undefined): this {
    if (source === undefined) return this
    const family = 'SELECT id FROM source WHERE root = (SELECT root FROM source WHERE id = ?)'
    return this.add(column, `IN (${family} UNION SELECT ?)`, source, source)
  }

  /** Only records of this kind that count under the tag, or under the one that it was merged into. */
  tagged(db: ModelDatabase, row: string, kind: RecordKind, tag: string | undefined): this {
    if (tag === undefined) return this
    const [first, last] = rowsOf(kind)
    const standing = standingRow(db, tag)
    return this.#addCounted(
      {
        column: row,
        test: `IN (SELECT record FROM carried WHERE tag = ? AND record BETWEEN ${first} AND ${last})`,
        exists: `SELECT 1 FROM carried WHERE tag = ? AND record = ${row}`,
        count: db.count('SELECT uses FROM tag_total WHERE tag = ? AND kind = ?', standing, totalOf(kind)),
      },
      standing,
    )
  }

  /** Only records of this kind that have all these words. */
  matching(db: ModelDatabase, row: string, kind: RecordKind, text: string): this {
    const expression = matchExpression(text)
    if (expression === null) return this
    const { query, count } = hitsOf(db, kind, expression)
    return this.#addCounted(
      {
        column: row,
        test: 'IN (SELECT row FROM temp.hit WHERE query = ?)',
        exists: `SELECT 1 FROM temp.hit WHERE query = ? AND row = ${row}`,
        count,
      },
      query,
    )
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0
  }

  /** A plus before a column keeps SQLite from choosing an index for it (https://www.sqlite.org/optoverview.html). */
  sql(way: Way): string {
    if (this.isEmpty) return ''
    const tests = this.#parts.map(({ column, test, exists }) => {
      if (way === 'filter') return `${column} ${test}`
      // Row by row: all that a tag or a search has would be gone through otherwise.
      return exists === null ? `+${column} ${test}` : `EXISTS (${exists})`
    })
    return `WHERE ${tests.join(' AND ')}`
  }
}

/** The row of the tag that stands for a tag after merges; 0 for none. */
export function standingRow(db: ModelDatabase, tag: string): number {
  const seen = new Set<string>()
  for (let id = tag; !seen.has(id);) {
    seen.add(id)
    const found = db.one<{ row: number; merged_into: string | null }>(
      'SELECT row, merged_into FROM tag WHERE id = ?',
      id,
    )
    if (!found) return 0
    if (found.merged_into === null) return found.row
    id = found.merged_into
  }
  return 0
}
