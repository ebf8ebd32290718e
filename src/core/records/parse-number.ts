import { withoutQualifier } from './qualifiers.ts'
import { withAsciiDigits } from '../text/digits.ts'

const groupedBy = (mark: string): RegExp =>
  new RegExp(String.raw`^[+-]?[1-9]\d{0,2}(?:(${mark})\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$`)
const groupedByAny = groupedBy(String.raw`[ \u00a0\u202f'’,.]`)
/** Lakhs and crores: two digits between the marks, three behind the last. */
const indian = /^[+-]?\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/
const plain = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/
const fraction = /^([+-]?)(?:(\d+)[ \u00a0])?(\d+)\s?[/⁄]\s?(\d+)$/
const scaled =
  /^(.*\d)[ \u00a0\u202f]?(k|m|mn|bn|tn|thousand|million|billion|trillion|dozen|hundred|lakh|lac|crore)s?$/i
/** How much a word or letter behind a number makes of it. */
export const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    dozen: 12,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    k: 1e3,
    m: 1e6,
    mn: 1e6,
    bn: 1e9,
    tn: 1e12,
    lakh: 1e5,
    lac: 1e5,
    crore: 1e7,
  }),
)

/** The sign that parts decimals where somebody lives. */
export type DecimalSign = '.' | ','

/**
 * A number as people write it: `1480`, `1,480`, `1 480`, `12,34,567`, `1,480.5`, `4,2`, `.5`, `1/2`, `½`, `1.5m`, `2 crore`, `50%`, in
 * any digits. What begins with a nought has no thousands (`0.125`). Words that qualify it are read over (`about 30`, `>30`).
 * @param decimal the sign of decimals where the user lives; without it, a single comma or point before exactly three digits parts
 * thousands
 * @returns undefined for anything else
 */
export function parseNumber(text: string, decimal?: DecimalSign): number | undefined {
  const written = asAscii(withoutQualifier(text.trim()).rest.trim())
    .replace(/^[−–]/, '-')
    .replace(/\s?(?:%|per\s?cent)$/i, '')
  const [, amount = '', scale = ''] = scaled.exec(written) ?? []
  if (amount !== '') {
    const value = parsePlain(amount, decimal ?? '.')
    // 1.1 × 10⁶ is not 1,100,000 to the last bit.
    return value === undefined
      ? undefined
      : Number((value * (scales.get(scale.toLowerCase()) ?? 1)).toPrecision(12))
  }
  return parsePlain(written, decimal)
}

function parsePlain(written: string, decimal: DecimalSign | undefined): number | undefined {
  const [isFraction, sign, whole = '0', above, below] = fraction.exec(written) ?? []
  if (isFraction !== undefined) {
    const value = Number(whole) + Number(above) / Number(below)
    return Number.isFinite(value) ? (sign === '-' ? -value : value) : undefined
  }
  if (indian.test(written)) return Number(written.replaceAll(',', ''))
  const groups = groupingOf(decimal).exec(written)
  if (groups) return Number(written.replaceAll(groups[1] ?? '', '').replace(',', '.'))
  return plain.test(written) ? Number(written.replace(',', '.')) : undefined
}

/** The sign of decimals parts no thousands, unless several of it do (`1.234.567`). */
function groupingOf(decimal: DecimalSign | undefined): RegExp {
  if (decimal === undefined) return groupedByAny
  return decimal === '.' ? groupedByComma : groupedByPoint
}
const groupedByComma = groupedBy(String.raw`[ \u00a0\u202f'’,]|\.(?=\d{3}\.)`)
const groupedByPoint = groupedBy(String.raw`[ \u00a0\u202f'’.]|,(?=\d{3},)`)

const fractions: Record<string, string> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
}

/** Signs of other scripts, and fractions that are one sign, as those of ASCII. */
const asAscii = (text: string): string =>
  withAsciiDigits(text)
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/(\d?)([½⅓⅔¼¾⅕⅛⅜⅝⅞])/gu, (_all, whole: string, sign: string) =>
      whole === '' ? (fractions[sign] ?? '') : `${whole} ${fractions[sign] ?? ''}`,
    )
