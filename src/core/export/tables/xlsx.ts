import { archiveOf } from '../archive.ts'
import type { Cell, ExportedTable } from './exported-table.ts'

/** What a cell may hold, in UTF-16 code units (Excel’s specification). */
const mostInCell = 32_767

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Tables as one workbook (ECMA-376, SpreadsheetML). Words are strings in their cells, so that none is read as a formula. */
export function toXlsx(tables: readonly ExportedTable[]): Uint8Array {
  const sheets = tables.map((table, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(table)] as const)
  const numbered = <T>(list: readonly T[], line: (one: T, n: number) => string): string =>
    list.map((one, at) => line(one, at + 1)).join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>${numbered(sheets, ([path]) => `<Override PartName="/${path}" ContentType="${kinds}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered(tables, ({ name }, n) => `<sheet name="${written(name)}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships">${numbered(tables, (_table, n) => `<Relationship Id="r${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    ...Object.fromEntries(sheets),
  }
  return archiveOf(files)
}

/** What stands in tables, a line for each row: it is searched for names, and shown before they are written. */
export const wordsOfTables = (tables: readonly ExportedTable[]): string =>
  tables
    .flatMap(({ columns, rows }) => [columns, ...rows].map((row) => row.map((cell) => cell ?? '').join('\t')))
    .join('\n')

function sheetOf({ columns, rows }: ExportedTable): string {
  const lines = [columns, ...rows].map((row, at) => `<row r="${at + 1}">${row.map(cellOf).join('')}</row>`)
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
  return `${xml}<worksheet xmlns="${main}">${view}<sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellOf(cell: Cell): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${written(cell.slice(0, mostInCell))}</t></is></c>`
}

/** Without what XML cannot hold. */
const written = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
