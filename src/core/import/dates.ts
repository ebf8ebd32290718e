import { withAsciiDigits } from '../text/digits.ts'
import { oneLine } from './values.ts'

/** UTF-16 code units in which a date is looked for. */
const longest = 200
const pad = (value: number): string => String(value).padStart(2, '0')

/** Languages whose names of months are read. Chinese, Japanese and Korean write months as numbers. */
const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ru',
  'ar',
  'ar-LB',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'sk',
  'uk',
  'tr',
  'el',
  'hu',
  'ro',
]

/** The number of a month by its names: in full, short, and as they stand in dates (Unicode CLDR, by `Intl`). */
let monthsByName: Map<string, number> | undefined
function months(): Map<string, number> {
  if (monthsByName) return monthsByName
  const found = new Map<string, number>()
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ]
  for (const language of languages)
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2031, month - 1, 15))
        const name = calendarWord(parts.find(({ type }) => type === 'month')?.value ?? '')
        // Where languages disagree, the earlier one in the list is meant.
        if (name.length > 2 && !found.has(name)) found.set(name, month)
      }
    }
  for (const [name, month] of [
    ['sept', 9],
    ['mrz', 3],
    ['jänner', 1],
    ['feber', 2],
    ['maerz', 3],
  ] as const)
    found.set(name, month)
  monthsByName = found
  return found
}
let weekdayNames: Set<string> | undefined
/** Whether a word is the name of a day of the week. */
export function isWeekday(word: string): boolean {
  weekdayNames ??= new Set(
    languages.flatMap((language) => {
      const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
      return Array.from({ length: 7 }, (_, day) => calendarWord(names.format(Date.UTC(2031, 0, 1 + day))))
    }),
  )
  return weekdayNames.has(calendarWord(word))
}

/** Whether a word is the name of a month. */
export const isMonth = (word: string): boolean => months().has(calendarWord(word))
const calendarWord = (name: string): string => name.toLowerCase().normalize('NFC').replace(/\.$/, '')

/**
 * A date as documents state it, as an EDTF day: ISO 8601, `20310304`, `4. März 2031`, `March 4, 2031`, `2031年3月4日`, `04.03.2031`.
 * What could be read in two ways (03/04/2031) is not read at all, unless it is known which comes first.
 * @param dayFirst whether the day stands before the month between slashes
 */
export function toEdtfDate(stated: string, dayFirst?: boolean): string | null {
  // Longer than any date: what follows is looked at only so far.
  const text = withAsciiDigits(oneLine(stated.slice(0, longest)))
  return isoDate(text) ?? namedDate(text) ?? numericDate(text, dayFirst)
}

/** Whether a date is stated that can be read in two ways. */
export function isAmbiguousDate(stated: string): boolean {
  const text = withAsciiDigits(oneLine(stated.slice(0, longest)))
  return toEdtfDate(text) === null && toEdtfDate(text, true) !== null && toEdtfDate(text, false) !== null
}

function isoDate(text: string): string | null {
  const iso =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|T)/.exec(text)
  if (iso) return compose(Number(iso[1]), iso[2], iso[3])
  const within = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (within) return compose(Number(within[1]), within[2], within[3])
  const eastern = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号])?/.exec(text)
  return eastern ? compose(Number(eastern[1]), eastern[2], eastern[3]) : null
}

/** In Arabic both names of a month often stand beside each other. */
const monthWord = String.raw`([\p{L}\p{M}]{3,12})\.?(?:/\p{L}{3,12})?`
const dayNumber = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?`
/** `4 March 2031`, `4 de março de 2031`. */
const dayThenMonth = new RegExp(
  String.raw`(?<!\d)${dayNumber} ?(?:de |of |-|‑)?${monthWord},?(?: del?|-)? ?(\d{4})(?!\d)`,
  'iu',
)
/** `March 4, 2031`, `Mar 4 10:27:24 2031`. */
const monthThenDay = new RegExp(
  String.raw`${monthWord} ${dayNumber},? (?:\d{1,2}:\d{2}(?::\d{2})? )?(\d{4})(?!\d)`,
  'iu',
)

function namedDate(text: string): string | null {
  const [, day, month, year] = dayThenMonth.exec(text) ?? []
  const first = composeNamed(year, month, day)
  if (first !== null) return first
  const [, otherMonth, otherDay, otherYear] = monthThenDay.exec(text) ?? []
  return composeNamed(otherYear, otherMonth, otherDay)
}

function numericDate(text: string, dayFirst: boolean | undefined): string | null {
  const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(text)
  if (dotted) return compose(Number(dotted[3]), dotted[2], dotted[1])
  const slashed = /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text)
  if (!slashed) return null
  const [, one = '', other = '', year] = slashed
  const isDayFirst = Number(one) > 12 ? true : Number(other) > 12 ? false : one === other ? true : dayFirst
  if (isDayFirst === undefined) return null
  return isDayFirst ? compose(Number(year), other, one) : compose(Number(year), one, other)
}

function composeNamed(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  const name = calendarWord(month ?? '')
  const known = months()
  const number = known.get(name) ?? (name.length > 3 ? known.get(name.slice(0, 3)) : undefined)
  return number === undefined ? null : compose(Number(year), String(number), day)
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
