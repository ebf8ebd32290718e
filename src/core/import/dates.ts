const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** UTF-16 code units in which a date is looked for. */
const longest = 200
const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * A date as documents state it, as an EDTF day: ISO 8601, `20310304`, or English with the month in words. What could be
 * read in two ways (03/04/2031) is not read at all.
 */
export function toEdtfDate(stated: string): string | null {
  // Longer than any date: what follows is looked at only so far.
  const text = stated.slice(0, longest).trim()
  const iso =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|T)/.exec(text)
  if (iso) return compose(Number(iso[1]), iso[2], iso[3])
  const dayFirst = /(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})/i.exec(text)
  if (dayFirst) return composeNamed(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = /([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(text)
  if (monthFirst) return composeNamed(monthFirst[3], monthFirst[1], monthFirst[2])
  return null
}

function composeNamed(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  const name = month?.toLowerCase() ?? ''
  const index = name.length < 3 ? -1 : months.findIndex((full) => full.startsWith(name))
  return index < 0 ? null : compose(Number(year), String(index + 1), day)
}

function compose(year: number, month: string | undefined, day: string | undefined): string | null {
  if (year < 1000) return null
  if (month === undefined) return String(year)
  const m = Number(month)
  if (m < 1 || m > 12) return null
  if (day === undefined) return `${year}-${pad(m)}`
  const d = Number(day)
  if (d < 1 || d > new Date(Date.UTC(year, m, 0)).getUTCDate()) return null
  return `${year}-${pad(m)}-${pad(d)}`
}
