import { edtfSpan } from './edtf.ts'

export const datePrecisions = ['century', 'decade', 'year', 'season', 'month', 'day', 'time'] as const
export type DatePrecision = (typeof datePrecisions)[number]

/** What a date in EDTF says about the world, and how surely. */
export interface EdtfShape {
  /** Milliseconds since 1970 (UTC); infinite where an interval is open. */
  from: number
  to: number
  /** How finely each end of it is told. */
  precision: { from: DatePrecision; to: DatePrecision }
  isApproximate: boolean
  isUncertain: boolean
  /** Whether it is a stretch of time, and not one date told coarsely. */
  isInterval: boolean
}

/**
 * The span of an EDTF expression with its precision and qualifiers, to be drawn or told; undefined if it is not EDTF.
 * `~`, `?` and `%` (both) and unspecified digits are those of https://www.loc.gov/standards/datetime/.
 */
export function edtfShape(expression: string): EdtfShape | undefined {
  const span = edtfSpan(expression)
  if (!span) return undefined
  const parts = expression.replace(/^[[{]|[\]}]$/g, '').split(/\/|\.\.|,/)
  const [first = '', last = first] = [parts[0], parts.at(-1)]
  const isInterval = parts.length > 1
  return {
    from: isInterval && /^(?:\.\.)?\//.test(expression) ? -Infinity : finite(span.from, -Infinity),
    to: isInterval && /\/(?:\.\.)?$/.test(expression) ? Infinity : finite(span.to, Infinity),
    precision: { from: precisionOf(first || last), to: precisionOf(last || first) },
    isApproximate: /[~%]/.test(expression),
    isUncertain: /[?%]/.test(expression),
    isInterval,
  }
}

const finite = (time: number, otherwise: number): number => (Number.isFinite(time) ? time : otherwise)

/** Digits that are not told make a date coarser: `2031-02-XX` is a month, `203X` a decade. */
function precisionOf(date: string): DatePrecision {
  const plain = date.replace(/[~?%]/g, '')
  if (plain.includes('T')) return 'time'
  const [year = '', month, day] = plain.replace(/^[Y-]+/, '').split('-')
  if (day !== undefined && day !== 'XX') return 'day'
  if (month !== undefined && month !== 'XX') return Number(month) > 20 ? 'season' : 'month'
  if (/XX$/.test(year)) return 'century'
  return year.endsWith('X') ? 'decade' : 'year'
}
