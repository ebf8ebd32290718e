import type { SQLInputValue } from 'node:sqlite'
import type { Conditions } from './conditions.ts'
import type { ModelDatabase } from './database.ts'

export interface PageRequest {
  /** The table and its short name: `article a`. */
  table: string
  /** The number of a row: `a.row`. */
  row: string
  /** What decides between equal rows: `a.id`. Part of every index of an order. */
  tie: string
  where: Conditions
  /** What is sorted by; with an index for it, a page costs the same in a list of any length. */
  order: string
  /** The values bound in `order`. */
  orderValues?: readonly SQLInputValue[]
  descending: boolean
  limit: number
  offset: number
}

/** From this many rows on it is cheaper to go along the order and leave out, than to find all and sort them. */
const many = 300

/** The rows on one page of a list, in order, and how many there are in all. */
export function pageOf(db: ModelDatabase, request: PageRequest): { rows: number[]; total: number } {
  const { table, row, tie, where, order, orderValues = [], limit, offset } = request
  const total =
    where.knownTotal ?? db.count(`SELECT count(*) FROM ${table} ${where.sql('filter')}`, ...where.values)
  const way = total >= many ? 'walk' : 'filter'
  const direction = request.descending ? 'DESC' : 'ASC'
  const key = way === 'walk' ? order : `+${order}`
  const rows = db.all<{ row: number }>(
    `SELECT ${row} AS row FROM ${table} ${where.sql(way)} ORDER BY ${key} ${direction}, ${tie} ${direction} LIMIT ? OFFSET ?`,
    ...where.values,
    ...orderValues,
    limit,
    offset,
  )
  return { rows: rows.map((found) => found.row), total }
}

/** The records of these rows, as they are given, with their tags. */
export function recordsOf<T extends { row: number }>(
  db: ModelDatabase,
  rows: readonly number[],
  select: string,
): (Omit<T, 'row'> & { tags: string[] })[] {
  const list = JSON.stringify(rows)
  const tags = Map.groupBy(
    db.all<{ record: number; tag: string }>(
      'SELECT t.record, t.tag FROM json_each(?) j JOIN tagged t ON t.record = j.value',
      list,
    ),
    ({ record }) => record,
  )
  return db.all<T>(`${select} ORDER BY page.key`, list).map(({ row, ...rest }) => ({
    ...rest,
    tags: (tags.get(row) ?? []).map(({ tag }) => tag),
  }))
}

/** The rows of a page as a table to join: `page.value`, in the order of `page.key`. */
export const pageTable = 'json_each(?) page'
