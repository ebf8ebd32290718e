import type { SQLInputValue } from 'node:sqlite'
import { matchExpression } from './match-expression.ts'

const withTag = `WITH RECURSIVE wanted (id) AS (
  SELECT ? UNION SELECT tag.id FROM tag JOIN wanted ON tag.merged_into = wanted.id OR tag.parent = wanted.id)`

/** A WHERE clause in the making; values are always bound, never written into the SQL. */
export class Conditions {
  readonly #parts: string[] = []
  readonly values: SQLInputValue[] = []

  add(sql: string, ...values: SQLInputValue[]): this {
    this.#parts.push(sql)
    this.values.push(...values)
    return this
  }

  /** Only rows whose record carries the tag, a tag merged into it, or a tag below it. */
  tagged(column: string, tag: string | undefined): this {
    return tag === undefined
      ? this
      : this.add(`${column} IN (${withTag} SELECT record FROM tagged WHERE tag IN wanted)`, tag)
  }

  /** The same for articles, which also count when one of their highlights carries the tag. */
  articleTagged(column: string, tag: string | undefined): this {
    if (tag === undefined) return this
    return this.add(
      `${column} IN (${withTag} SELECT coalesce(n.article, t.record) FROM tagged t LEFT JOIN annotation n ON n.id = t.record
         WHERE t.tag IN wanted AND t.kind IN ('article', 'annotation'))`,
      tag,
    )
  }

  /** Only rows whose record has all these words. */
  matching(column: string, text: string): this {
    const expression = matchExpression(text)
    if (expression === null) return this
    return this.add(
      `${column} IN (SELECT record FROM searchable WHERE row IN (SELECT rowid FROM search WHERE search MATCH ?))`,
      expression,
    )
  }

  get sql(): string {
    return this.#parts.length === 0 ? '' : `WHERE ${this.#parts.join(' AND ')}`
  }
}

export const direction = (descending: boolean): string => (descending ? 'DESC' : 'ASC')
