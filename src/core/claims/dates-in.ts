import type { Span } from '../anchoring/span.ts'

/** A date as far as a text tells it: what is not told is undefined. */
export interface FoundDate extends Span {
  year?: number | undefined
  month?: number | undefined
  day?: number | undefined
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
/** These are words besides, so that only a capital makes them months. */
const ambiguous = new Set(['march', 'may', 'august'])
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const spellings = (name: string): string[] => [
  ...[capital(name), name.toUpperCase()],
  ...(ambiguous.has(name) ? [] : [name]),
]
const longMonth = months.flatMap(spellings).join('|')
const shortMonth = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const month = String.raw`(?<month>${longMonth}|(?:${shortMonth}|${shortMonth.toUpperCase()})\b\.?)`
/** Names of months that are no names of people and no words; they need no word before them to be months. */
const sureMonth = ['january', 'february', 'july', 'september', 'october', 'november', 'december']
  .flatMap((name) => [capital(name), name.toUpperCase()])
  .join('|')

const ending = '(?:st|nd|rd|th)?'
const anyDay = '(?:0?[1-9]|[12][0-9]|3[01])'
const day = `(?<day>${anyDay})${ending}`
const year = String.raw`(?<year>[12]\d{3})`
const edge = String.raw`(?![\p{L}\p{N}])`
const to = '(?:[-–—]| to | and | or | & )'
const when =
  '[Ii]n|[Ll]ate|[Ee]arly|[Mm]id|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Tt]his|[Oo]f|[Dd]uring|[Ff]rom|[Tt]o|[Aa]nd|[Bb]efore|[Aa]fter|[Tt]hrough'
const forms = [
  String.raw`${year}-(?<number>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01]))?(?:(?=T\d)|${edge})`,
  String.raw`(?<day>${anyDay})\. ?(?<number>0?[1-9]|1[0-2])\. ?${year}${edge}`,
  // The first of two days of one month: “4–6 March”.
  `${day}(?=${to}${anyDay}${ending}(?: of)? ${month}(?:,? ${year})?${edge})`,
  `${day}(?: of)? ${month}(?:,? ${year})?${edge}`,
  `${month} (?:the )?${day}(?:,? ${year})?${edge}`,
  `(?<=${month} ${anyDay}${ending}(?:[-–—]| to ))${day}(?:,? ${year})?${edge}`,
  `${month}(?:,| of)? ${year}${edge}`,
  String.raw`(?<=(?<![\p{L}])(?:${when})[ -])${month}${edge}`,
  `(?<month>${sureMonth})${edge}`,
]
const date = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.join('|')})`, 'gu')

/** The dates in a text, in English and as ISO 8601. Offsets are UTF-16 code units. */
export function datesIn(text: string): FoundDate[] {
  return [...text.replace(/[\u00a0\u202f]/g, ' ').matchAll(date)].map(({ index, 0: all, groups = {} }) => ({
    start: index,
    end: index + all.replace(/\.$/, '').length,
    year: numberOf(groups.year),
    day: numberOf(groups.day),
    month: groups.month === undefined ? numberOf(groups.number) : monthNumber(groups.month),
  }))
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits)

const monthNumber = (name: string): number =>
  months.findIndex((known) => known.startsWith(name.slice(0, 3).toLowerCase())) + 1

/** Whether one date says what the other one says. Texts leave the year out when it is the one they were written in. */
export const tells = (one: FoundDate, other: FoundDate): boolean =>
  (one.year === undefined || other.year === undefined || one.year === other.year) &&
  (['month', 'day'] as const).every((part) => other[part] === undefined || one[part] === other[part])
