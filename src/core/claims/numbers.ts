import { parseNumber, scales, type DecimalSign } from '../records/parse-number.ts'
import type { Qualifier } from '../records/claim.ts'
import { qualifierAt, type FoundQualifier } from '../records/qualifiers.ts'
import { withAsciiDigits } from '../text/digits.ts'
import type { Span } from '../anchoring/span.ts'
import { unitOf } from './units.ts'
import { lowerAndRaise } from '../text/scripts.ts'
import { cardinal, fraction, fractionValue, ordinal, spelledValue } from './number-words.ts'

export interface FoundNumber extends Span {
  value: number
  /** “21st”, “twelfth”: a place in a row, not how many. */
  isOrdinal: boolean
  /** It is one end of a range (“30–40”). */
  isOfRange: boolean
  /** What is counted, as far as it stands beside it: a currency (`€`, `USD`), `%`, or `points` of a percentage. */
  measure: (Span & { is: string }) | null
  /** The words that say how exactly it is told; null where it is told as it is. */
  qualifier: FoundQualifier | null
}

const edge = String.raw`(?![\p{L}\p{N}])`
/** `COVID-19`, `F-16`, `v1.2`, `1.2.3`, `10:30`: what a word or a sign holds to is no figure. */
const before = String.raw`(?<![\p{L}\p{N}]|\p{Lu}[\p{L}\p{N}]{0,20}[-‑]|\d[.:])`
/** Lakhs and crores; thousands parted by one mark throughout, else digits with at most one mark of decimals. */
const digits = String.raw`\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)|\d{1,3}(?:(?<mark>[.,'’ \u00a0\u202f])\d{3})(?:\k<mark>\d{3})*(?:(?!\k<mark>)[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?`
/** One letter means a scale only where it touches the digits: “100 m” is a length. */
const scaleBehind = String.raw`[ \u00a0\u202f-]?(?<scale>hundred|dozen|thousand|million|billion|trillion|lakh|lac|crore|[mbt]n)s?|(?<letter>[km])`
const vulgar = '[½⅓⅔¼¾⅕⅛⅜⅝⅞]'
const number = new RegExp(
  `${before}(?:(?<digits>${digits})(?<vulgar>[ \\u00a0]?${vulgar})?(?![.:]?\\d|s${edge}|[xX]\\d)(?:(?<suffix>st|nd|rd|th)${edge}|(?:${scaleBehind})${edge})?` +
    `|(?<alone>${vulgar})|(?<fraction>${fraction})|(?<ordinal>${ordinal})${edge}|(?<cardinal>${cardinal})${edge})`,
  'giu',
)

/** Marks of notes as texts of record have them, and what is raised there: they belong to no figure (`phrasing.ts`). */
const marksOfNotes = /(?<=[^\s[(])\[\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,5}\]|\^\([^()\n]{1,20}\)/g
/** Powers of ten, behind a figure or alone: `5 × 10⁶`, `10⁶`. */
const power = /^(?:\s?[×x·*]\s?10|(?<alone>))(?<power>⁻?[⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹])/u
const minus = /(?:^|[\s([“"'‘:;,])(?:[−–-]|minus )(?:[$€£¥]\s?)?$/u

/** What is between the ends of a range. */
const rangeSign = /^(?:\s?[-–—‑]\s?| to )(?:[A-Z]{0,3}[$€£¥₹₽])?$/u

/**
 * The numbers in a text, in digits of any script in any usual way of grouping, and in English words; “1.5 million” is one number, of
 * “1–2 million” both are millions. Digits that a word ends with (`MH370`) belong to the word. Offsets are UTF-16 code units.
 */
export function numbersIn(text: string): FoundNumber[] {
  const ascii = withAsciiDigits(text)
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(marksOfNotes, (mark) => ' '.repeat(mark.length))
  const sign = decimalSignOf(ascii)
  const matches = [...ascii.matchAll(number)].filter(({ index, 0: all }) => !isNobody(ascii, index, all))
  const found: FoundNumber[] = []
  const factors: number[] = []
  for (const { index: start, 0: all, groups = {} } of matches) {
    // The ten of a power is told with the figure before it.
    if (start < (found.at(-1)?.end ?? 0)) continue
    const raised = powerBehind(ascii, start, all)
    const end = start + all.length + raised.length
    const isOrdinal = groups.ordinal !== undefined || groups.suffix !== undefined
    const qualifier = isOrdinal ? null : qualifierAt(ascii, start, end)
    const measure = measureAt(ascii, { start, end })
    const ahead = ascii.slice(Math.max(0, start - 9), start)
    const isBelow = minus.test(ahead) && !/\d\s?[−–-]$/.test(ahead) && !isOrdinal
    const amount = valueOf(all, groups, sign) * 10 ** raised.exponent
    const value = isBelow ? -amount : amount
    factors.push(scaleOf(groups.scale ?? groups.letter))
    found.push({ start, end, value, isOrdinal, isOfRange: false, measure, qualifier })
  }
  joinRanges(ascii, found, factors)
  return found
}

/** “No one”, “one another”: nobody is counted. */
const isNobody = (text: string, start: number, all: string): boolean =>
  /^one$/i.test(all) &&
  (/(?:^|[^\p{L}])(?:no|every|some|any)[ -]$/iu.test(text.slice(Math.max(0, start - 8), start)) ||
    /^ another(?!\p{L})/iu.test(text.slice(start + 3, start + 12)))

/** The power of ten that a figure is multiplied by: how long it is written, and its exponent. */
function powerBehind(text: string, start: number, all: string): { length: number; exponent: number } {
  const found = power.exec(text.slice(start + all.length, start + all.length + 12))
  const isAlone = found?.groups?.['alone'] !== undefined
  if (!found || (isAlone && all !== '10')) return { length: 0, exponent: 0 }
  const exponent = Number(lowerAndRaise(found.groups?.['power'] ?? '0').replace(/^[−–]/, '-'))
  // Of a ten that is raised itself the figure has the first power.
  return { length: found[0].length, exponent: isAlone ? exponent - 1 : exponent }
}

/** Marks the ends of ranges; the scale of the second counts for the first. @param factors what the word behind each makes of it */
function joinRanges(text: string, found: readonly FoundNumber[], factors: readonly number[]): void {
  for (const [n, one] of found.entries()) {
    const next = found[n + 1]
    if (!next || !isRange(text, one, next)) continue
    one.isOfRange = true
    next.isOfRange = true
    const scaled = one.value * (factors[n + 1] ?? 1)
    if (factors[n] === 1 && scaled <= next.value) one.value = scaled
  }
}

function valueOf(
  all: string,
  groups: Partial<Record<string, string>>,
  sign: DecimalSign | undefined,
): number {
  if (groups['alone'] !== undefined) return parseNumber(all) ?? Number.NaN
  if (groups['fraction'] !== undefined) return fractionValue(all)
  const { digits: written, vulgar: part = '', scale = groups['letter'] } = groups
  if (written === undefined) return spelledValue(all)
  const amount = `${written}${part}`
  return parseNumber(scale === undefined ? amount : `${amount} ${scale}`, sign) ?? Number.NaN
}

/** How much the word behind a number makes of it. */
const scaleOf = (word: string | undefined): number =>
  word === undefined ? 1 : (scales.get(word.toLowerCase()) ?? 1)

function isRange(text: string, one: Span, next: Span): boolean {
  const between = text.slice(one.end, next.start)
  if (rangeSign.test(between)) return true
  return (
    / and /.test(between) &&
    between.length < 10 &&
    /\b(?:between|from) [^\p{L}]{0,3}$/iu.test(text.slice(Math.max(0, one.start - 14), one.start))
  )
}

const currencyAhead = /(?:(?<sign>[A-Z]{0,3}[$€£¥₹₩₽₺₴₫₪₱฿])|(?<![\p{L}])(?<code>Rs|USD|EUR|GBP|CHF)\.?) ?$/u
const behindIt =
  /^(?:\s?(?<percent>%|per\s?cent(?!age)|percent(?!age)|Prozent)|\s(?<points>(?:percentage )?points?(?! of)|Prozentpunkte?))|^\s?(?<sign>[€$£¥₹₽])|^\s(?<word>dollars?|euros?|pounds?|rupees?|roubles?|rubles?|yen|yuan|crowns?)(?![\p{L}])/iu
/** What is counted, by the word that stands for it among its names and signs. */
const measureOf = (written: string): string => unitOf(written).key || written

function measureAt(text: string, { start, end }: Span): FoundNumber['measure'] {
  const from = Math.max(0, start - 6)
  const ahead = currencyAhead.exec(text.slice(from, start))
  const sign = ahead?.groups?.['sign'] ?? ahead?.groups?.['code']
  if (ahead && sign !== undefined)
    return { is: measureOf(sign), start: from + ahead.index, end: from + ahead.index + sign.length }
  const behind = behindIt.exec(text.slice(end, end + 24))
  if (!behind) return null
  const { percent, points, sign: after, word } = behind.groups ?? {}
  const at = { start: end + (/^\s/.test(behind[0]) ? 1 : 0), end: end + behind[0].length }
  if (percent !== undefined) return { ...at, is: '%' }
  if (points !== undefined) return { ...at, is: 'points' }
  return { ...at, is: measureOf(after ?? word ?? '') }
}

/** Whether a text parts decimals by a point or a comma, as far as its words or another of its numbers tell. */
function decimalSignOf(text: string): DecimalSign | undefined {
  if (isEnglish.test(text)) return '.'
  if (/(?<![\d.,])\d+,\d{1,2}(?![\d,])|\d\.\d{3},\d/.test(text)) return ','
  return /(?<![\d.,])\d+\.\d{1,2}(?![\d.])|\d,\d{3}\.\d/.test(text) ? '.' : undefined
}
const isEnglish =
  /(?<![\p{L}])(?:the|of|and|was|were|is|are|it|with|by|for|at|people|said|cost|more than)(?![\p{L}])/iu

/** How exactly a number is told. */
export const qualifierOf = ({ qualifier }: Pick<FoundNumber, 'qualifier'>): Qualifier =>
  qualifier?.qualifier ?? 'exactly'
