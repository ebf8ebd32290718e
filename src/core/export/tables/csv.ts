import type { Cell, ExportedTable } from './exported-table.ts'

/** So that programs for tables read it as UTF-8. */
const mark = '\ufeff'
/** What programs for tables take for a formula at the beginning of a cell (OWASP, “CSV Injection”). */
const formula = /^[=+\-@\t\r]/

/** A table as CSV (RFC 4180). Words that would be read as a formula have an apostrophe before them. */
export const toCsv = ({ columns, rows }: ExportedTable): string =>
  `${mark}${[columns, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const words = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}
