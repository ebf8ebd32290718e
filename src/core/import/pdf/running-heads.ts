import { withoutAround } from '../../text/scan.ts'
import type { Line } from './lines.ts'

/** How many lines at the top and at the bottom of a page may be running heads and feet, and how much of the page they may take. */
const deep = { lines: 4, share: 0.14 }
const roman = /\b[ivxlc]{1,7}\b/gi

/**
 * The lines of each page that are running heads and feet: the same words (but for numbers) at the same place of several pages, or the
 * number of the page by itself.
 * @param pages the lines of each page, how high it is, and how it is called
 */
export function runningHeads(
  pages: readonly { lines: readonly Line[]; height: number; label: string }[],
): Set<Line> {
  const kept = new Map<string, { line: Line; page: number }[]>()
  const found = new Set<Line>()
  const keep = (key: string, line: Line, page: number): void => {
    const same = kept.get(key)
    if (same) same.push({ line, page })
    else kept.set(key, [{ line, page }])
  }
  for (const [page, { lines, height, label }] of pages.entries())
    for (const [line, place] of atBorders(lines, height)) {
      if (isPageNumber(line.text, label, page)) found.add(line)
      keep(`${place} ${masked(line.text)}`, line, page)
      // The words of chapters change, beside the number of the page at one height.
      if (isNumbered(line.text, label, page) && !heading.test(line.text))
        keep(`at ${Math.round(line.bottom)}`, line, page)
    }
  const least = Math.max(3, pages.length / 40)
  const sizes = pages.flatMap(({ lines }) => lines.map(({ size }) => size)).sort((a, b) => a - b)
  const body = sizes[sizes.length >> 1] ?? 0
  for (const [key, alike] of kept)
    for (const same of key.startsWith('at ') ? [alike] : runningAmong(alike, body)) {
      const count = new Set(same.map(({ page }) => page)).size
      if (count >= least) for (const { line } of same) found.add(line)
    }
  return found
}

interface Placed {
  line: Line
  page: number
}

/**
 * Of lines that differ in their numbers those that may be running heads: all of them, where one of the numbers goes along with the pages;
 * else those that are the same. “Chapter 1”, “Chapter 2” are headings.
 */
function runningAmong(alike: readonly Placed[], body: number): Placed[][] {
  const counted = alike.map(({ line, page }) => numbersOf(line.text).map((number) => number - page))
  const isCounting =
    counted[0]?.some((_, n) => counted.every((numbers) => numbers[n] === counted[0]?.[n])) === true
  const isHeading = alike.every(({ line }) => heading.test(line.text) || line.size > larger * body)
  return isCounting && !isHeading
    ? [[...alike]]
    : [...Map.groupBy(alike, ({ line }) => line.text.toLowerCase()).values()]
}

/** What is set so much larger than the text, or called so, begins a part of it, also where one begins on each page. */
const larger = 1.15
const heading =
  /^(?:chapter|part|section|appendix|annex|exhibit|schedule|article|kapitel|teil|anhang|anlage|chapitre|annexe|cap[ií]tulo|anexo)\s+[\divxlc]+\b[^\d]*$/i
const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const numbersOf = (text: string): number[] =>
  (text.match(/\d+|\b[ivxlc]{1,7}\b/gi) ?? []).map((one) =>
    /\d/.test(one)
      ? Number(one)
      : Array.from(one.toLowerCase()).reduce((sum, letter, at, all) => {
          const [value = 0, next = 0] = [values[letter], values[all[at + 1] ?? '']]
          return value < next ? sum - value : sum + value
        }, 0),
  )

/** The highest and lowest lines of a page, each with the band that it stands in: heads of left and right pages differ. */
function atBorders(lines: readonly Line[], height: number): [Line, string][] {
  const sorted = lines.toSorted((one, other) => one.top - other.top)
  const band = (line: Line): number => Math.round(line.top / 12)
  const above = sorted.slice(0, deep.lines).filter((line) => line.top < height * deep.share)
  const below = sorted.slice(-deep.lines).filter((line) => line.bottom > height * (1 - deep.share))
  return [
    ...above.map((line): [Line, string] => [line, `top ${band(line)}`]),
    ...below.map((line): [Line, string] => [line, `bottom ${band(line)}`]),
  ]
}

const masked = (text: string): string => text.replace(/\d+/g, '#').replace(roman, '#').toLowerCase()

function isNumbered(text: string, label: string, page: number): boolean {
  const words = text.split(/\s+/)
  const number = label === '' ? String(page + 1) : label
  return words.length < 20 && (words[0] === number || words.at(-1) === number)
}

function isPageNumber(text: string, label: string, page: number): boolean {
  const bare = withoutAround(text, ' -–—|[]()')
  return bare !== '' && (bare === label || (label === '' && bare === String(page + 1)))
}
