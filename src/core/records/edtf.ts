import parseEdtf from 'edtf'
import * as z from 'zod'

/**
 * The span of time that an EDTF expression covers, as milliseconds since 1970 (UTC), or undefined if the
 * expression is not EDTF level 0-2 (https://www.loc.gov/standards/datetime/).
 */
export function edtfSpan(expression: string): { from: number; to: number } | undefined {
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
