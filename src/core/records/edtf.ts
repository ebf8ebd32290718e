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
  const part = partOfYear.exec(expression)
  if (part) return spanOfPart(Number(part[1]), Number(part[2]))
  const simple = plainDate.exec(expression)
  if (simple) return plainSpan(Number(simple[1]), simple[2], simple[3])
  // Of a set or a choice, the parser tells the span of its first member only.
  const members = /^[[{](.+)[\]}]$/.exec(expression)?.[1]
  if (members !== undefined && isEdtf(expression)) return spanOfAll(members)
  const ends = expression.split('/')
  if (ends.length === 2 && ends.some((end) => partOfYear.test(end))) return spanBetween(ends)
  return parsedSpan(expression)
}

/** Seasons, quarters and the like: 2031-21 is spring (level 1), 2031-33 the first quarter (level 2). */
const partOfYear = /^(\d{4})-(2[1-9]|3[0-9]|4[01])[?~%]?$/
/** The first month of each, and how many months it has: 21–24 and 25–28 north of the equator, 29–32 south of it. */
const partsOfYear: readonly (readonly [month: number, months: number])[] = [
  ...Array.from({ length: 2 }, () => [2, 5, 8, 11].map((month) => [month, 3] as const)).flat(),
  ...[8, 11, 2, 5].map((month) => [month, 3] as const),
  ...[0, 3, 6, 9].map((month) => [month, 3] as const),
  ...[0, 4, 8].map((month) => [month, 4] as const),
  ...[0, 6].map((month) => [month, 6] as const),
]

function spanOfPart(year: number, part: number): { from: number; to: number } {
  const [month, months] = partsOfYear[part - 21] ?? [0, 12]
  const [from, to] = [new Date(0), new Date(0)]
  from.setUTCFullYear(year, month, 1)
  to.setUTCFullYear(year, month + months, 1)
  return { from: from.getTime(), to: to.getTime() - 1 }
}

const isEdtf = (expression: string): boolean => parsedSpan(expression) !== undefined

function spanOfAll(members: string): { from: number; to: number } | undefined {
  const parts = members.split(',').flatMap((member) => member.split('..'))
  const spans = parts.map((part) => (part.trim() === '' ? undefined : edtfSpan(part.trim())))
  const known = spans.filter((span) => span !== undefined)
  if (known.length === 0) return undefined
  return {
    from: spans[0] ? Math.min(...known.map(({ from }) => from)) : -Infinity,
    to: spans.at(-1) ? Math.max(...known.map(({ to }) => to)) : Infinity,
  }
}

function spanBetween([first = '', last = '']: readonly string[]): { from: number; to: number } | undefined {
  const isOpen = (end: string): boolean => end === '' || end === '..'
  const [from, to] = [first, last].map((end) => (isOpen(end) ? undefined : edtfSpan(end)))
  if ((!from && !isOpen(first)) || (!to && !isOpen(last))) return undefined
  const span = { from: from?.from ?? -Infinity, to: to?.to ?? Infinity }
  return span.from <= span.to ? span : undefined
}

function parsedSpan(expression: string): { from: number; to: number } | undefined {
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
