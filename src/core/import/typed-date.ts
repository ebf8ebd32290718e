import { isMonth, toEdtfDate } from './dates.ts'
import { edtfSpan } from '../records/edtf.ts'

/** What the one who types knows, and the machine does not: the order of day and month, and what day it is. */
export interface TypedBy {
  /** Whether the day stands before the month between slashes, where they live. */
  dayFirst: boolean
  /** Today, as an EDTF day. */
  today: string
}

/** Longer than any date that somebody types. */
const longest = 100
const seasons: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }
/** The thirds of a year (EDTF level 2, quadrimesters), and of a decade or century by its years. */
const thirds: Readonly<Record<string, number>> = { early: 37, mid: 38, middle: 38, late: 39 }

/**
 * A date as people type one, in EDTF: “March 6, 2025”, “6.3.2025”, “early 2024”, “about 1890”, “spring 2031”, “the 1990s”, “2030 to
 * 2031”, “since May 2031”, “yesterday”; what is EDTF already stays. Months in the languages that articles are read in, the words in
 * English.
 * @returns null for what is no date
 */
export function typedDate(typed: string, by: TypedBy): string | null {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (text === '' || text.length > longest) return null
  if (edtfSpan(text) !== undefined) return text
  return interval(text, by) ?? qualified(text, by)
}

/** Between the ends of a stretch of time. */
const to = / (?:and|to|until|till|–|-) |[–—]|(?<=^\d{1,2})-(?=\d{1,2} \p{L})/iu

function interval(text: string, by: TypedBy): string | null {
  const since = /^(?:since|from) (.+)$/i.exec(text)?.[1]
  const until = /^(?:until|till|by|up to) (.+)$/i.exec(text)?.[1]
  const after = /^after (.+)$/i.exec(text)?.[1]
  const before = /^before (.+)$/i.exec(text)?.[1]
  if (after !== undefined) return open(beside(qualified(after, by), 1), 'start')
  if (before !== undefined) return open(beside(qualified(before, by), -1), 'end')
  const [first, last, ...more] = text.replace(/^(?:between|from) /i, '').split(to)
  if (first !== undefined && last !== undefined && more.length === 0) {
    const end = qualified(last, by)
    // “4–6 March 2031”, “March to May 2031”: the month or year of the end is that of the beginning.
    const begin = qualified(first, by) ?? (end && completed(first, end, by))
    if (begin && end) return `${begin}/${end}`
  }
  const start = since === undefined ? null : qualified(since, by)
  if (start) return `${start}/..`
  const end = until === undefined ? null : qualified(until, by)
  return end ? `../${end}` : null
}

const open = (date: string | null, end: 'start' | 'end'): string | null =>
  date === null ? null : end === 'start' ? `${date}/..` : `../${date}`

/** The year, month or day before or behind one: “before 1945” ends with 1944. */
function beside(date: string | null, step: 1 | -1): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?$/.exec(date ?? '') ?? []
  if (year === undefined) return null
  const at = new Date(0)
  at.setUTCFullYear(
    Number(year) + (month === undefined ? step : 0),
    Number(month ?? 1) - 1 + (month !== undefined && day === undefined ? step : 0),
    Number(day ?? 1) + (day === undefined ? 0 : step),
  )
  return valid(at.toISOString().slice(0, day === undefined ? (month === undefined ? 4 : 7) : 10))
}

function completed(text: string, end: string, by: TypedBy): string | null {
  const [year = '', month = ''] = end.split('-')
  if (/^\d{1,2}$/.test(text)) return valid(`${year}-${month}-${text.padStart(2, '0')}`)
  return qualified(`${text} ${year}`, by)
}

function qualified(text: string, by: TypedBy): string | null {
  const about = /^(?:about|around|circa|ca?\.?|approximately|roughly|~) ?(.+)$/i.exec(text)?.[1]
  const perhaps =
    /^(?:perhaps|maybe|possibly|probably) (.+)$/i.exec(text)?.[1] ?? /^(.+) ?\?$/.exec(text)?.[1]
  if (about !== undefined) return withSign(plain(about, by), '~')
  if (perhaps !== undefined) return withSign(plain(perhaps, by), '?')
  return plain(text, by)
}

const withSign = (date: string | null, sign: string): string | null =>
  date === null ? null : valid(date + sign)

function plain(text: string, by: TypedBy): string | null {
  if (edtfSpan(text) !== undefined) return text
  return (
    relative(text, by) ??
    partOfMonth(text, by) ??
    beforeChrist(text) ??
    partOfYear(text) ??
    monthOnly(text) ??
    years(text) ??
    toEdtfDate(text, by.dayFirst)
  )
}

function relative(text: string, { today }: TypedBy): string | null {
  const days: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 }
  const away = days[text.toLowerCase()]
  if (away === undefined) return null
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + away)
  return valid(date.toISOString().slice(0, 10))
}

/** “late February 2031”: the last of its days. */
function partOfMonth(text: string, by: TypedBy): string | null {
  const [, word = '', rest = ''] = /^(early|mid|middle|late)(?: of|[ -]in)?[ -](.+)$/i.exec(text) ?? []
  const month = rest === '' ? null : plain(rest, by)
  if (month === null || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return null
  const [year, number] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate()
  const [from, to] = /^e/i.test(word) ? [1, 10] : /^m/i.test(word) ? [11, 20] : [21, last]
  return valid(`${month}-${String(from).padStart(2, '0')}/${month}-${String(to).padStart(2, '0')}`)
}

/** The year 1 BC is the year 0 of ISO 8601. */
function beforeChrist(text: string): string | null {
  const year = /^(\d{1,4}) B\.?C\.?(?:E\.?)?$/i.exec(text)?.[1]
  return year === undefined ? null : valid(`-${String(Number(year) - 1).padStart(4, '0')}`)
}

function partOfYear(text: string): string | null {
  const found = /^(?:in )?(?:the )?(\p{L}+)(?: of|[ -]in)?[ -](?:the )?(\d{4})$/iu.exec(text)
  const word = found?.[1]?.toLowerCase() ?? ''
  const part = seasons[word] ?? thirds[word]
  if (found && part !== undefined) return valid(`${found[2] ?? ''}-${part}`)
  const half = /^(?:H([12])|(first|second) half(?: of)?(?: the)?) (\d{4})$/i.exec(text)
  if (half) return valid(`${half[3] ?? ''}-${half[1] === '2' || /^s/i.test(half[2] ?? '') ? 41 : 40}`)
  const quarter =
    /^(?:Q([1-4])|([1-4])(?:st|nd|rd|th)? quarter|(first|second|third|fourth) quarter)(?: of)?(?: the)? (\d{4})$/i.exec(
      text,
    )
  if (!quarter) return null
  const names = ['first', 'second', 'third', 'fourth']
  const number = Number(quarter[1] ?? quarter[2] ?? names.indexOf(quarter[3]?.toLowerCase() ?? '') + 1)
  return valid(`${quarter[4] ?? ''}-${32 + number}`)
}

/** “March 2025”, “3/2025”. */
function monthOnly(text: string): string | null {
  const [, word, year] = /^([\p{L}\p{M}]{3,12})\.?,?(?: of| de)? (\d{4})$/u.exec(text) ?? []
  if (word !== undefined && year !== undefined && isMonth(word))
    return toEdtfDate(`1 ${word} ${year}`)?.slice(0, 7) ?? null
  const [, month = '', of = ''] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? []
  return month === '' ? null : valid(`${of}-${month.padStart(2, '0')}`)
}

/** “the 1990s”, “the 20th century”. */
function years(text: string): string | null {
  const decade = /^(?:the )?(\d{3})0['’]?s$/i.exec(text)?.[1]
  if (decade !== undefined) return valid(`${decade}X`)
  const century = /^(?:the )?(\d{1,2})(?:st|nd|rd|th) century$/i.exec(text)?.[1]
  return century === undefined ? null : valid(`${String(Number(century) - 1).padStart(2, '0')}XX`)
}

const valid = (date: string): string | null => (edtfSpan(date) === undefined ? null : date)
