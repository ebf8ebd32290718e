import parseEdtf from 'edtf'
import * as z from 'zod'

/** Nearly every date; the grammar of all of EDTF costs a thousand times as much. */
const plainDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** The span of a year, month or day; undefined if there is none such. */
function plainSpan(year: number, month?: string, day?: string): { from: number; to: number } | undefined {
  const m = Number(month ?? 1) - 1
  const d = Number(day ?? 1)
  const from = new Date(Date.UTC(2000, m, d))
  // Set apart, since Date.UTC takes the years 0 to 99 for 1900 to 1999.
  from.setUTCFullYear(year, m, d)
  if (from.getUTCMonth() !== m || from.getUTCDate() !== d) return undefined
  const to = new Date(from)
  if (day !== undefined) to.setUTCDate(d + 1)
  else if (month !== undefined) to.setUTCMonth(m + 1)
  else to.setUTCFullYear(year + 1)
  return { from: from.getTime(), to: to.getTime() - 1 }
}

/**
 * The span of time that an EDTF expression covers, as milliseconds since 1970 (UTC), or undefined if the
 * expression is not EDTF level 0-2 (https://www.loc.gov/standards/datetime/).
 */
export function edtfSpan(expression: string): { from: number; to: number } | undefined {
  const simple = plainDate.exec(expression)
  if (simple) return plainSpan(Number(simple[1]), simple[2], simple[3])
  try {
    const value = parseEdtf(expression)
    return { from: value.min, to: value.max }
  } catch {
    return undefined
  }
}

/** A date about the world: `2025-01`, `2025-01-19~`, `2023-10-07/2025-01-19`. */
export const Edtf = z
  .string()
  .trim()
  .refine(
    (text) => edtfSpan(text) !== undefined,
    'is not a date such as 2031, 2031-02, 2031-02-27 or 2031-02~',
  )
