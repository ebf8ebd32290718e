import type { PdfPage } from './pdf-file.ts'
import { upright } from './upright.ts'

/** A line as it stands on a page, or the part of one that stands in a column. Measures are in points from the upper left corner. */
export interface Line {
  /** What is raised or lowered in it is marked (`Piece.set`). */
  pieces: Piece[]
  text: string
  left: number
  right: number
  top: number
  bottom: number
  /** What most of its letters stand on. */
  baseline: number
  /** The size of most of its letters. */
  size: number
  /** Whether the word at its end goes on in the next line, after a hyphen that is not in `text`. */
  isBroken: boolean
  /** Where each of its letters begins and ends from left to right: two numbers for each that is no space. */
  edges: number[]
  /** Wide gaps in it, where the other column of a page may begin. */
  gaps: Gap[]
}

/** From one point to another; `before` is how many letters of the line’s text stand before it. */
interface Gap {
  from: number
  to: number
  before: number
}

/** Words that are set in one way. */
export interface Piece {
  text: string
  set: 'line' | 'raised' | 'lowered'
  /** The numbers of the notes that are about them. */
  notes: number[]
  /** They were recognised in a picture, and may be others. */
  isUnsure?: boolean
}

/** Stands for a hyphen at the end of a line, and for the line break behind it. */
export const brokenWord = '\u0002'
// Control characters, halves of pairs and what is private to one font are no words.
const noWord = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ue000-\uf8ff]/g

/**
 * The lines of a page in the order of its content stream; what stands outside the page is left out.
 * @param notes for each code unit of the page, the notes that are about it, where there are any
 */
export function linesOf(
  page: PdfPage,
  notes: ReadonlyMap<number, number[]>,
): { lines: Line[]; isTurned: boolean } {
  const shown = { ...upright(page), notes }
  const parts = [...borders(page.text)].flatMap((border) => lineAt(shown, ...border) ?? [])
  if (shown.isTurned) parts.sort((one, other) => one.top - other.top || one.left - other.left)
  const lines: Line[] = []
  for (const line of parts) {
    const before = lines.at(-1)
    if (before && isSameLine(before, line)) join(before, line)
    else lines.push(line)
  }
  return { lines, isTurned: shown.isTurned }
}

function* borders(text: string): Generator<[number, number, boolean]> {
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at]
    if (at < text.length && character !== '\n' && character !== brokenWord) continue
    yield [start, at, character === brokenWord]
    start = at + 1
  }
}

type NotedPage = PdfPage & { notes: ReadonlyMap<number, number[]> }

function lineAt(page: NotedPage, start: number, end: number, isBroken: boolean): Line | undefined {
  const size = usual(page, start, end, (at) => roundedSize(page, at))
  const box = boxOf(page, start, end, size)
  const isOutside = box.right < 0 || box.bottom < 0 || box.left > page.width || box.top > page.height
  if (box.left === Infinity || isOutside) return undefined
  const pieces = piecesAt(page, start, end, { size, baseline: box.baseline })
  const text = pieces.map((piece) => piece.text).join('')
  return text === ''
    ? undefined
    : { pieces, text, ...box, isBroken, ...lettersIn(page, start, end, box.size) }
}

/** What a row of characters covers, and the size of most of them. What is raised or lowered does not count for its height. */
function boxOf(
  page: PdfPage,
  start: number,
  end: number,
  size: number,
): Omit<Line, 'pieces' | 'text' | 'isBroken' | 'edges' | 'gaps'> {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let at = start; at < end; at += 1) {
    if (!isDrawn(page, at)) continue
    box.left = Math.min(box.left, page.boxes[at * 4] ?? 0)
    box.right = Math.max(box.right, page.boxes[at * 4 + 2] ?? 0)
    if (roundedSize(page, at) !== size) continue
    box.top = Math.min(box.top, page.boxes[at * 4 + 1] ?? 0)
    box.bottom = Math.max(box.bottom, page.boxes[at * 4 + 3] ?? 0)
  }
  const baseline = usual(page, start, end, (at) => Math.round((page.baselines[at] ?? 0) * 4) / 4)
  return { ...box, baseline, size: height(box, size) }
}

function lettersIn(page: PdfPage, start: number, end: number, size: number): Pick<Line, 'edges' | 'gaps'> {
  const gaps: Gap[] = []
  const edges: number[] = []
  let right = Infinity
  for (let at = start; at < end; at += 1) {
    if (!isDrawn(page, at)) continue
    const [left, edge] = [page.boxes[at * 4] ?? 0, page.boxes[at * 4 + 2] ?? 0]
    if (left - right > size * 1.2) gaps.push({ from: right, to: left, before: edges.length / 2 })
    edges.push(left, edge)
    right = edge
  }
  return { edges, gaps }
}

/** A line as the two lines that stand before and behind one of its gaps. */
export function splitAt(line: Line, gap: Gap): [Line, Line] {
  const [first, second]: [Piece[], Piece[]] = [[], []]
  let letters = 0
  for (const piece of line.pieces) {
    const length = bare(piece.text)
    if (letters + length <= gap.before) first.push(piece)
    else if (letters >= gap.before) second.push(piece)
    else {
      const at = offsetOf(piece.text, gap.before - letters)
      first.push({ ...piece, text: piece.text.slice(0, at).trimEnd() })
      second.push({ ...piece, text: piece.text.slice(at).trimStart() })
    }
    letters += length
  }
  const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')
  return [
    {
      ...line,
      pieces: first,
      text: words(first),
      right: gap.from,
      isBroken: false,
      edges: line.edges.slice(0, gap.before * 2),
      gaps: [],
    },
    {
      ...line,
      pieces: second,
      text: words(second),
      left: gap.to,
      edges: line.edges.slice(gap.before * 2),
      gaps: [],
    },
  ]
}

const bare = (text: string): number => text.replace(/\s/g, '').length

/** Where in a text so many letters have gone by. */
function offsetOf(text: string, letters: number): number {
  let at = 0
  for (let gone = 0; at < text.length && gone < letters; at += 1) if (text[at]?.trim() !== '') gone += 1
  return at
}

/** Whether a code unit is a letter or sign that stands somewhere, and no space. */
function isDrawn({ text, boxes }: PdfPage, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 32 && code !== 0xa0 && (boxes[at * 4 + 2] ?? 0) > (boxes[at * 4] ?? 0)
}

const roundedSize = ({ sizes }: PdfPage, at: number): number => Math.round((sizes[at] ?? 0) * 2) / 2

/** What is so of most characters of a row. */
function usual(page: PdfPage, start: number, end: number, of: (at: number) => number): number {
  const counts = new Map<number, number>()
  for (let at = start; at < end; at += 1) {
    if (!isDrawn(page, at)) continue
    const value = of(at)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
}

/** A row of characters, with what is raised or lowered in it apart: `15²` is no 152. */
function piecesAt(
  page: NotedPage,
  start: number,
  end: number,
  { size, baseline }: { size: number; baseline: number },
): Piece[] {
  const runs: Piece[] = []
  for (let at = start; at < end; at += 1) {
    const last = runs.at(-1)
    const text = page.text[at] ?? ''
    const isSmall = (page.sizes[at] ?? 0) < size * 0.86 && text.trim() !== ''
    const rise = baseline - (page.baselines[at] ?? 0)
    const isOff = isSmall && Math.abs(rise) > Math.max(1, 0.08 * size)
    const set = !isOff ? 'line' : rise > 0 ? 'raised' : 'lowered'
    const notes = page.notes.get(at) ?? []
    const isUnsure = page.unsure?.has(at) === true
    const isSame = last && (last.isUnsure === true) === isUnsure
    const isNext = isSame && String(last.notes) === String(notes) && (last.set === set || text.trim() === '')
    if (isNext) last.text += text
    else runs.push({ text, set, notes, ...(isUnsure ? { isUnsure } : {}) })
  }
  return tidied(runs)
}

/** The words of pieces as they are written, with single spaces between them and none around them. */
function tidied(runs: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const run of runs) {
    const { text } = run
    const before = pieces.at(-1)
    let words = withAccents(inWords(text))
    if (before === undefined || before.text.endsWith(' ')) words = words.trimStart()
    if (words !== '') pieces.push({ ...run, text: words })
  }
  const last = pieces.at(-1)
  if (last) last.text = last.text.trimEnd()
  return pieces.filter(({ text }) => text !== '')
}

/** Rows of dots lead the eye to the number of a page, and are no words. */
const inWords = (text: string): string =>
  text
    .replace(noWord, '')
    .replace(/\s+/g, ' ')
    .replace(/(?: ?\.){5,} ?/g, ' … ')

/** Accents that are drawn before their letter, as signs of their own (TeX’s older fonts): ¨ı is ï. */
// prettier-ignore
const accents: Record<string, string> = {
  '¨': '\u0308', '´': '\u0301', ˆ: '\u0302', '˜': '\u0303', ˇ: '\u030c', '˘': '\u0306',
  '˝': '\u030b', '¯': '\u0304', '˚': '\u030a',
}
function withAccents(words: string): string {
  return words.replace(/([¨´ˆ˜ˇ˘˝¯˚]) ?([ıȷ]|\p{L})/gu, (whole, accent: string, letter: string) => {
    const bare = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter
    const one = (bare + (accents[accent] ?? '')).normalize('NFC')
    return one.length === 1 ? one : whole
  })
}

/** Some files say a size of 1 and scale the letters: then their height tells more. */
const height = ({ top, bottom }: Pick<Line, 'top' | 'bottom'>, size: number): number =>
  size > 2 ? size : (bottom - top) * 0.85

/** Whether a piece of the stream goes on in the line before it: raised figures and formulas come as lines of their own. */
function isSameLine(before: Line, line: Line): boolean {
  if (before.isBroken) return false
  const shared = Math.min(before.bottom, line.bottom) - Math.max(before.top, line.top)
  const least = Math.min(before.bottom - before.top, line.bottom - line.top)
  const gap = line.left - before.right
  const em = Math.max(before.size, line.size)
  return shared > least * 0.5 && gap > -0.4 * em && gap < 0.9 * em
}

function join(before: Line, line: Line): void {
  const gap = line.left - before.right
  const space = gap > 0.15 * Math.max(before.size, line.size) ? ' ' : ''
  const set = settingOf(before, line)
  // The line begins with what is small: then it is what came first that is set apart.
  if (set === 'line' && before.size < line.size * 0.85 && before.pieces.length === 1) {
    const [first] = before.pieces
    if (first) first.set = before.baseline < line.baseline ? 'raised' : 'lowered'
  }
  const [first, ...rest] = line.pieces
  if (first)
    before.pieces.push({ ...first, text: space + first.text, set: set === 'line' ? first.set : set }, ...rest)
  before.text += space + line.text
  before.right = Math.max(before.right, line.right)
  if (line.size >= before.size) {
    before.top = line.top
    before.bottom = line.bottom
    before.baseline = line.baseline
    before.size = line.size
  }
  before.isBroken = line.isBroken
  const letters = before.edges.length / 2
  for (const edge of line.edges) before.edges.push(edge)
  for (const one of line.gaps) before.gaps.push({ ...one, before: one.before + letters })
}

function settingOf(before: Line, line: Line): Piece['set'] {
  if (line.size >= before.size * 0.85) return 'line'
  const rise = before.baseline - line.baseline
  return Math.abs(rise) <= 0.08 * before.size ? 'line' : rise > 0 ? 'raised' : 'lowered'
}
