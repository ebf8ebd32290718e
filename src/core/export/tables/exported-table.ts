export type Cell = string | number | null

/** A list of the notebook: what its columns are called, and its rows. */
export interface ExportedTable {
  /** What its file or sheet is called. */
  name: string
  columns: string[]
  rows: Cell[][]
}
