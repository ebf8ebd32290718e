import { wordsOfTables } from './words-of-tables.ts'
import type { Exporter } from '../exporter.ts'

/** Lists as CSV, a file for each. */
export const csvExporter: Exporter = {
  format: 'csv',
  name: 'CSV',
  profiles: [],
  options: [],
  write: async (input, request = {}) => {
    const [{ tablesOf }, { toCsv }] = await Promise.all([import('./table-rows.ts'), import('./csv.ts')])
    const { tables, withheld } = tablesOf(input, request)
    const files = tables.map((table) => ({ path: `${table.name}.csv`, content: toCsv(table) }))
    return { count: files.length, withheld, files }
  },
}

/** The same lists as one workbook. */
export const xlsxExporter: Exporter = {
  format: 'xlsx',
  name: 'Excel',
  profiles: [],
  options: [],
  write: async (input, request = {}) => {
    const [{ tablesOf }, { toXlsx }] = await Promise.all([import('./table-rows.ts'), import('./xlsx.ts')])
    const { tables, withheld } = tablesOf(input, request)
    const file = { path: 'notebook.xlsx', content: toXlsx(tables), words: wordsOfTables(tables) }
    return { count: 1, withheld, files: [file] }
  },
}
