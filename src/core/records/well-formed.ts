/**
 * The same with whole characters only: half of a character of two code units (a lone surrogate) cannot be written in UTF-8, and
 * would be another text wherever it is read again.
 */
export const wellFormed = <T>(value: T): T => (isWellFormed(value) ? value : (mended(value) as T))

/** Nearly everything is, and need not be copied. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isWellFormed)
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(mended)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, mended(field)]))
}
