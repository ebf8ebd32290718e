import { parseNumber, scales } from '../records/parse-number.ts'
import type { Span } from '../anchoring/span.ts'

export interface FoundNumber extends Span {
  value: number
  /** “21st”, “twelfth”: a place in a row, not how many. */
  isOrdinal: boolean
}

const row = (words: string): string[] => words.split(' ')
const small = row(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const tens = row('twenty thirty forty fifty sixty seventy eighty ninety')
const smallOrdinals = row(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
)
const tensOrdinals = tens.map((word) => word.replace(/y$/, 'ieth'))
const ordinals = new Map([
  ...smallOrdinals.map((word, value): [string, number] => [word, value]),
  ...tensOrdinals.map((word, at): [string, number] => [word, (at + 2) * 10]),
])
const words = new Map([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...ordinals,
  ['half', 0.5],
])

const before = String.raw`(?<![\p{L}\p{N}])`
const edge = String.raw`(?![\p{L}\p{N}])`
/** Thousands parted by one mark throughout, else digits with at most one mark of decimals. */
const digits = String.raw`\d{1,3}(?:(?<mark>[.,'’ \u00a0\u202f])\d{3})(?:\k<mark>\d{3})*(?:(?!\k<mark>)[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?`
/** One letter means a scale only where it touches the digits: “100 m” is a length. */
const scaleBehind = String.raw`[ \u00a0\u202f-]?(?<scale>hundred|dozen|thousand|million|billion|trillion|[mbt]n)|(?<letter>[km])`
const underHundred = `(?:(?:${tens.join('|')})(?:[ -](?:${small.slice(1, 10).join('|')}))?|${small.join('|')})`
const underThousand = `(?:(?:${underHundred}[ -])?hundred(?:[ -](?:and )?${underHundred})?|${underHundred})`
const scaled = `(?:(?:${underThousand}(?: and a half)?|half an?)[ -])?(?:thousand|million|billion|trillion|dozen)`
const cardinal = `(?:${scaled}(?: (?:and )?|-))*(?:${scaled}|${underThousand})`
const ordinal = `(?:(?:${tens.join('|')})[ -])?(?:${smallOrdinals.slice(1).join('|')})|${tensOrdinals.join('|')}`
const number = new RegExp(
  `${before}(?:(?<digits>${digits})(?:(?<suffix>st|nd|rd|th)${edge}|(?:${scaleBehind})${edge})?` +
    `|(?<ordinal>${ordinal})${edge}|(?<cardinal>${cardinal})${edge})`,
  'giu',
)

/**
 * The numbers in a text, in digits in any usual way of grouping, and in English words; “1.5 million” is one number. Digits that
 * a word ends with (`MH370`) belong to the word. Offsets are UTF-16 code units.
 */
export function numbersIn(text: string): FoundNumber[] {
  return [...text.matchAll(number)].map(({ index, 0: all, groups = {} }) => ({
    start: index,
    end: index + all.length,
    value:
      groups.digits === undefined
        ? spelledValue(all)
        : digitsValue(groups.digits, groups.scale ?? groups.letter),
    isOrdinal: groups.ordinal !== undefined || groups.suffix !== undefined,
  }))
}

const digitsValue = (written: string, scale: string | undefined): number =>
  parseNumber(scale === undefined ? written : `${written} ${scale}`) ?? Number.NaN

function spelledValue(text: string): number {
  let total = 0
  let current = 0
  for (const word of text.toLowerCase().split(/[ -]+/)) {
    const scale = scales.get(word)
    if (scale === undefined) current += words.get(word) ?? 0
    else {
      current = (current === 0 ? 1 : current) * scale
      if (scale < 1000) continue
      total += current
      current = 0
    }
  }
  return total + current
}
