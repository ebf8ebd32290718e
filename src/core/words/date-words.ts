import { edtfShape, type DatePrecision, type EdtfShape } from '../records/edtf-shape.ts'
import type { Language } from './language.ts'
import { said, speak } from './say.ts'

const utc = { timeZone: 'UTC' } as const
const formats: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  century: { ...utc, year: 'numeric' },
  decade: { ...utc, year: 'numeric' },
  year: { ...utc, year: 'numeric' },
  season: { ...utc, year: 'numeric', month: 'short' },
  month: { ...utc, year: 'numeric', month: 'short' },
  day: { ...utc, year: 'numeric', month: 'short', day: 'numeric' },
  time: { ...utc, dateStyle: 'medium', timeStyle: 'short' },
}

/** Making one takes far longer than using it, and long lists tell many dates. */
const made = new Map<string, Intl.DateTimeFormat>()
function formatOf(
  language: Language,
  precision: DatePrecision,
  options = formats[precision],
): Intl.DateTimeFormat {
  const key = `${language} ${precision} ${options.timeZone ?? ''}`
  const there = made.get(key) ?? new Intl.DateTimeFormat(language, options)
  made.set(key, there)
  return there
}

/** Tells a date in EDTF in words: “about Mar 15, 2031”, “Feb 20 – 28, 2031”, “2031 (uncertain)”; nothing for null. */
export function dateWords(date: string | null, language: Language = 'en'): string {
  const shape = date === null ? undefined : edtfShape(date)
  if (date === null || !shape) return date ?? ''
  const told = partOfYear(date, language) ?? span(shape, language)
  const words = shape.isApproximate ? speak(said('terms.dates.about', { date: told }), language) : told
  return shape.isUncertain ? speak(said('terms.dates.uncertain', { date: words }), language) : words
}

function span({ from, to, precision }: EdtfShape, language: Language): string {
  const format = (part: DatePrecision): Intl.DateTimeFormat => formatOf(language, part)
  if (from === -Infinity)
    return to === Infinity
      ? speak(said('terms.dates.always'), language)
      : speak(said('terms.dates.until', { to: format(precision.to).format(to) }), language)
  if (to === Infinity)
    return speak(said('terms.dates.since', { from: format(precision.from).format(from) }), language)
  if (precision.from === precision.to) return format(precision.from).formatRange(from, to)
  const ends = { from: format(precision.from).format(from), to: format(precision.to).format(to) }
  return speak(said('terms.dates.span', ends), language)
}

/** “spring 2031”; those of one hemisphere are told by their months. */
function partOfYear(date: string, language: Language): string | undefined {
  const [, year = '', part = ''] = /^(\d{4})-(2[1-4]|3[3-9]|4[01])[?~%]?$/.exec(date) ?? []
  return part === '' ? undefined : speak({ say: `terms.dates.parts.${part}`, with: { year } }, language)
}

/** The day of a moment, in words, where the user is. @param zone as IANA calls it; the one of this machine unless it is given */
export function dayWords(instant: string, zone: string | undefined, language: Language = 'en'): string {
  return formatOf(language, 'day', { ...formats.day, timeZone: zone }).format(new Date(instant))
}
