import type { ExportedFile, Exporter } from '../exporter.ts'
import type { ExportedTable } from './exported-table.ts'
import { everywhere } from '../../words/language.ts'

/** The lists of a notebook in files of a format. What these are made with is loaded only when it is asked for. */
const tableExporter = (
  format: string,
  name: string,
  filesOf: (tables: readonly ExportedTable[]) => Promise<ExportedFile[]>,
): Exporter => ({
  format,
  name: everywhere(name),
  profiles: [],
  options: [],
  isTable: true,
  write: async (input, request = {}) => {
    const { tablesOf } = await import('./table-rows.ts')
    const { tables, withheld } = tablesOf(input, request)
    const files = await filesOf(tables)
    return { count: files.length, withheld, files }
  },
})

/** A file for each list. */
export const csvExporter = tableExporter('csv', 'CSV', async (tables) => {
  const { toCsv } = await import('./csv.ts')
  return tables.map((table) => ({ path: `${table.name}.csv`, content: toCsv(table) }))
})

/** The same lists as one workbook. */
export const xlsxExporter = tableExporter('xlsx', 'Excel', async (tables) => {
  const { toXlsx, wordsOfTables } = await import('./xlsx.ts')
  return [{ path: 'notebook.xlsx', content: toXlsx(tables), words: wordsOfTables(tables) }]
})
