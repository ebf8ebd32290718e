import type { Line } from './lines.ts'
import type { ReadPages } from './read-pages.ts'

/** A line on a page, and the words of the text that it is. Measures are in tenths of a point, from the upper left corner. */
export interface PlacedLine {
  /** UTF-16 code units of the text of record. */
  start: number
  end: number
  top: number
  bottom: number
  /** Where each code unit begins and ends from left to right: two numbers for each. */
  edges: number[]
}

export interface PlacedPage {
  /** How the page is called; its number where it has no name. */
  label: string
  /** In points. */
  width: number
  height: number
  lines: PlacedLine[]
}

/** How many letters further on a line is looked for before it is looked for everywhere. */
const near = 4_000
/** How many lines are looked for everywhere. */
const mostSearches = 300

/**
 * Finds the lines of pages in the text that was made of them. The text is what it is; lines that do not stand in it (running heads, or
 * what another engine reads otherwise) have no place.
 */
export function placeLines({ read, pages }: ReadPages, text: string): PlacedPage[] {
  const letters = lettersOf(text)
  let cursor = 0
  const searches = { left: mostSearches }
  return read.map((lines, page) => {
    const { width = 0, height = 0, label = '', isTurned = false } = pages[page] ?? {}
    const placed: PlacedLine[] = []
    for (const line of isTurned ? [] : lines) {
      const own = lettersOf(line.text)
      const at = own.word === '' ? -1 : find(letters.word, own.word, cursor, searches)
      if (at === -1) continue
      cursor = at + own.word.length
      placed.push(placedLine(line, own, letters.places.slice(at, cursor)))
    }
    return { label: label === '' ? String(page + 1) : label, width, height, lines: placed }
  })
}

function find(letters: string, word: string, from: number, searches: { left: number }): number {
  const next = letters.slice(from, from + near + word.length).indexOf(word)
  if (next !== -1) return from + next
  // A few letters stand everywhere; and to look everywhere for every line would take for ever.
  if (word.length < 12 || searches.left === 0) return -1
  searches.left -= 1
  return letters.indexOf(word)
}

interface Letters {
  /** Letters and figures, small and without their forms. */
  word: string
  /** The code unit that each of them is of. */
  places: number[]
}

function lettersOf(text: string): Letters {
  const [found, places]: [string[], number[]] = [[], []]
  for (const { 0: letter, index } of text.matchAll(/[\p{L}\p{N}]/gu))
    for (const one of letter.normalize('NFKC').toLowerCase()) {
      found.push(one)
      for (let unit = 0; unit < one.length; unit += 1) places.push(index)
    }
  return { word: found.join(''), places }
}

/** @param places the code units of the text that the letters of the line are */
function placedLine(line: Line, own: Letters, places: readonly number[]): PlacedLine {
  const start = places[0] ?? 0
  const end = (places.at(-1) ?? start) + 1
  const edges = new Array<number>((end - start) * 2).fill(-1)
  const drawn = bareIndices(line.text)
  for (const [n, place] of places.entries()) {
    const [left, right] = edgeAt(line, drawn, own.places[n] ?? 0)
    edges[(place - start) * 2] = left
    edges[(place - start) * 2 + 1] = right
  }
  fillBetween(edges)
  return { start, end, top: tenths(line.top), bottom: tenths(line.bottom), edges }
}

/** For each code unit of a text, how many that are no space stand before it. */
function bareIndices(text: string): number[] {
  let bare = 0
  return Array.from({ length: text.length }, (_, at) => {
    const before = bare
    if (text[at]?.trim() !== '') bare += 1
    return before
  })
}

/** Where a letter of a line is drawn. Where signs were drawn apart that are one letter here, or dots that are none, it is about there. */
function edgeAt({ edges, text }: Line, drawn: readonly number[], unit: number): [number, number] {
  const letters = edges.length / 2
  const all = (drawn.at(-1) ?? 0) + (text.at(-1)?.trim() === '' ? 0 : 1)
  const nth = drawn[unit] ?? 0
  const dots = text.lastIndexOf(' … ')
  const shifted =
    dots === -1 ? Math.round((nth * letters) / Math.max(1, all)) : unit < dots ? nth : letters - all + nth
  const at = Math.max(0, Math.min(letters - 1, shifted))
  return [tenths(edges[at * 2] ?? 0), tenths(edges[at * 2 + 1] ?? 0)]
}

/** Signs and spaces stand between the letters around them. */
function fillBetween(edges: number[]): void {
  for (let at = 2; at < edges.length; at += 2) {
    if (edges[at] !== -1) continue
    const before = edges[at - 1] ?? 0
    edges[at] = before
    edges[at + 1] = before
  }
}

const tenths = (points: number): number => Math.round(points * 10)
