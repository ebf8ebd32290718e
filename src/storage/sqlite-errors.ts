/** Primary result codes, https://www.sqlite.org/rescode.html */
export const sqliteCodes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

const ofTheDatabase = new Set<number | undefined>([
  sqliteCodes.readOnly,
  sqliteCodes.ioError,
  sqliteCodes.corrupt,
  sqliteCodes.full,
  sqliteCodes.cannotOpen,
  sqliteCodes.notADatabase,
])

/** Whether a database is broken or cannot be written; anything else is a defect of the program. */
export const isBrokenDatabase = (error: unknown): boolean => ofTheDatabase.has(sqliteCode(error))

/** The primary result code of an error of SQLite, or undefined for any other. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined
  return error.errcode & 0xff
}
