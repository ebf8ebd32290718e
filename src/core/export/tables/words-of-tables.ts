import type { ExportedTable } from './table-rows.ts'

/** What stands in tables, a line for each row: it is searched for names, and shown before they are written. */
export const wordsOfTables = (tables: readonly ExportedTable[]): string =>
  tables
    .flatMap(({ columns, rows }) => [columns, ...rows].map((row) => row.map((cell) => cell ?? '').join('\t')))
    .join('\n')
