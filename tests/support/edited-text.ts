import { describe } from '../../src/core/anchoring/describe.ts'
import type { Located } from '../../src/core/anchoring/locate.ts'
import type { TextPlace } from '../../src/core/records/annotation.ts'
import { Random } from '../../scripts/make-notebook/random.ts'

/** Words of the old text [from, to) that stand on, or new ones. */
type Piece = { from: number; to: number } | { put: string }

/** A text that was edited, and where each of its UTF-16 code units came from: -1 for what is new. */
export interface EditedText {
  text: string
  origin: Int32Array
}

/** How many edits of each sort there are for a hundred paragraphs. */
export const usualEdits = { typos: 25, inserted: 8, deleted: 8, removed: 3, moved: 3, marks: 15, split: 4 }
export type Edits = typeof usualEdits

/** Edits a text as publishers do, at random from a seed: what became of each of its places is known. */
export function editText(text: string, random: Random, edits: Edits = usualEdits): EditedText {
  const paragraphs = text.split(/(?<=\n)/)
  let at = 0
  let rows: Piece[][] = paragraphs.map((paragraph) => [{ from: at, to: (at += paragraph.length) }])
  const times = (perHundred: number): number => Math.max(1, Math.round((perHundred * rows.length) / 100))
  const each = (count: number, edit: (row: Piece[], at: number) => Piece[]): void => {
    for (let n = times(count); n > 0; n -= 1) {
      const chosen = random.below(rows.length)
      rows[chosen] = edit(rows[chosen] ?? [], chosen)
    }
  }
  each(edits.typos, (row) => inPiece(text, row, random, /\p{L}{4,}/gu, (word) => misspelt(word, random)))
  each(edits.marks, (row) => inPiece(text, row, random, /[“”"’',;.–-]/gu, otherMark))
  each(edits.split, (row) => inPiece(text, row, random, /(?<=[.!?”]) /gu, () => '\n'))
  each(edits.deleted, (row) => inPiece(text, row, random, sentence, () => ''))
  each(edits.inserted, (row) =>
    inPiece(text, row, random, /(?<=[.!?”]) /gu, () => ` ${newSentence(text, random)} `),
  )
  for (let n = times(edits.removed); n > 0; n -= 1) rows.splice(random.below(rows.length), 1)
  for (let n = times(edits.moved); n > 0; n -= 1) {
    const [row] = rows.splice(random.below(rows.length), 1)
    if (row) rows.splice(random.below(rows.length + 1), 0, row)
  }
  rows = rows.filter((row) => row.length > 0)
  return built(text, rows.flat())
}

const sentence = /[^.!?\n]{20,}[.!?]”? ?/gu

function inPiece(
  text: string,
  row: Piece[],
  random: Random,
  pattern: RegExp,
  change: (match: string) => string,
): Piece[] {
  const kept = row.flatMap((piece, at) => ('put' in piece ? [] : [{ piece, at }]))
  if (kept.length === 0) return row
  const { piece, at } = random.pick(kept)
  const matches = [...text.slice(piece.from, piece.to).matchAll(pattern)]
  if (matches.length === 0) return row
  const match = random.pick(matches)
  const from = piece.from + match.index
  const to = from + match[0].length
  const put = change(match[0])
  // What stays the same of a misspelt word is still from the old text.
  const shortest = Math.min(put.length, to - from)
  let same = 0
  while (same < shortest && put[same] === match[0][same]) same += 1
  let sameEnd = 0
  while (sameEnd < shortest - same && put.at(-1 - sameEnd) === match[0].at(-1 - sameEnd)) sameEnd += 1
  const parts: Piece[] = [
    { from: piece.from, to: from + same },
    { put: put.slice(same, put.length - sameEnd) },
    { from: to - sameEnd, to: piece.to },
  ]
  return [
    ...row.slice(0, at),
    ...parts.filter((part) => ('put' in part ? part.put !== '' : part.from < part.to)),
    ...row.slice(at + 1),
  ]
}

function misspelt(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2)
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at) + 'e' + word.slice(at),
    word.slice(0, at) + 'o' + word.slice(at + 1),
  ]
  return random.pick(kinds)
}

const otherMarks: Record<string, string> = { '“': '"', '”': '"', '"': '”', '’': "'", "'": '’', '–': '-' }
const otherMark = (mark: string): string => otherMarks[mark] ?? (mark === ',' ? ';' : ',')

/** A sentence made of words of the text, so that they do not tell that it is new. */
function newSentence(text: string, random: Random): string {
  const words = Array.from({ length: 6 + random.below(14) }, () => {
    const at = random.below(Math.max(1, text.length - 40))
    return /\p{L}+/u.exec(text.slice(at, at + 40))?.[0] ?? 'and'
  })
  return `${words.join(' ')}.`
}

function built(text: string, pieces: readonly Piece[]): EditedText {
  const parts: string[] = []
  const origins: number[] = []
  for (const piece of pieces) {
    if ('put' in piece) {
      parts.push(piece.put)
      for (let n = 0; n < piece.put.length; n += 1) origins.push(-1)
    } else {
      parts.push(text.slice(piece.from, piece.to))
      for (let at = piece.from; at < piece.to; at += 1) origins.push(at)
    }
  }
  return { text: parts.join(''), origin: Int32Array.from(origins) }
}

/** Passages of a text at random: words, phrases, sentences, and some across the border of a paragraph. */
export function passagesIn(text: string, count: number, random: Random): TextPlace[] {
  const places: TextPlace[] = []
  for (let tries = 0; places.length < count && tries < count * 20; tries += 1) {
    const start = random.below(text.length)
    const length = random.pick([12, 30, 60, 90, 140, 250])
    const from = /[\p{L}\p{N}“"]/u.test(text.charAt(start)) ? wordStart(text, start) : -1
    const end = wordEnd(text, Math.min(text.length, start + length))
    if (from >= 0 && end - from >= 8 && text.slice(from, end).trim() === text.slice(from, end))
      places.push(describe(text, from, end))
  }
  return places
}

function wordStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1
  return start
}
function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && !/\s/.test(text.charAt(end))) end += 1
  return end
}

/** What became of a passage. */
export type Truth =
  | { is: 'there'; start: number; end: number }
  | { is: 'gone' }
  /**
   * The same words stand elsewhere in the old text (for one that is there: in the same surroundings): nobody could say which
   * of them is left. Such a passage need not be found, but must not be put in a wrong place either.
   */
  | { is: 'twin'; start: number; end: number }
  /** Too much of it went, or it fell apart: nobody could say where it is. */
  | { is: 'open' }

/** What became of passages of the old text. */
export function truthOf({ origin }: EditedText, places: readonly TextPlace[], before: string): Truth[] {
  const now = new Int32Array(before.length).fill(-1)
  for (const [at, from] of origin.entries()) if (from >= 0) now[from] = at
  const plain = (words: string): string => words.replace(/\s+/g, ' ').toLowerCase()
  const all = plain(before)
  return places.map(({ start, end, prefix, exact, suffix }) => {
    const kept = [...now.subarray(start, end)].filter((at) => at >= 0)
    const first = Math.min(...kept)
    const last = Math.max(...kept)
    const isTwice = (words: string): boolean => all.indexOf(plain(words)) !== all.lastIndexOf(plain(words))
    if (kept.length === 0) return isTwice(exact) ? { is: 'twin', start: -1, end: -1 } : { is: 'gone' }
    const hasTwin = isTwice(prefix + exact + suffix)
    const isWhole = kept.length >= 0.6 * (end - start) && last - first + 1 <= 3 * (end - start)
    const isItsOwn = origin
      .subarray(first, last + 1)
      .every((from) => from === -1 || (from >= start && from < end))
    const inOrder = kept.every((at, index) => index === 0 || at > (kept[index - 1] ?? 0))
    if (!isWhole || !inOrder || !isItsOwn) return { is: 'open' }
    return { is: hasTwin ? 'twin' : 'there', start: first, end: last + 1 }
  })
}

export interface Score {
  there: number
  found: number
  gone: number
  orphaned: number
  /** Reported as certain where less than half of the passage is. */
  wrong: number
  missed: string[]
}

/** Adds up how several texts went. */
export function sumOf(scores: readonly Score[]): Score {
  const add = (key: Exclude<keyof Score, 'missed'>): number => scores.reduce((sum, one) => sum + one[key], 0)
  return {
    there: add('there'),
    found: add('found'),
    gone: add('gone'),
    orphaned: add('orphaned'),
    wrong: add('wrong'),
    missed: scores.flatMap(({ missed }) => missed),
  }
}

/** How well passages were found: borders may be off by a few characters where the border itself was edited. */
export function score(
  text: string,
  places: readonly TextPlace[],
  truths: readonly Truth[],
  answers: readonly Located[],
): Score {
  const total: Score = { there: 0, found: 0, gone: 0, orphaned: 0, wrong: 0, missed: [] }
  for (const [at, truth] of truths.entries()) {
    const answer = answers[at] ?? { state: 'orphan' }
    const hasPlace = truth.is === 'there' || truth.is === 'twin'
    const isRight = hasPlace && answer.state !== 'orphan' && isNear(truth, answer)
    const isSure = answer.state === 'exact' || answer.state === 'moved'
    if (truth.is === 'there') {
      total.there += 1
      if (isRight) total.found += 1
    } else if (truth.is === 'gone') {
      total.gone += 1
      if (answer.state === 'orphan') total.orphaned += 1
    }
    const isWrong = isSure && truth.is !== 'open' && !(hasPlace && overlap(truth, answer) >= 0.5)
    if (isWrong) total.wrong += 1
    if (isWrong || (truth.is === 'there' && !isRight) || (truth.is === 'gone' && answer.state !== 'orphan')) {
      const now = answer.state === 'orphan' ? '' : text.slice(answer.start, answer.end)
      const then = truth.is === 'there' ? text.slice(truth.start, truth.end) : truth.is
      total.missed.push(
        JSON.stringify({ sure: isWrong, exact: places[at]?.exact, then, now, state: answer.state }),
      )
    }
  }
  return total
}

/** The share of the longer one that two spans have in common. */
function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared / Math.max(a.end - a.start, b.end - b.start)
}

function isNear(truth: { start: number; end: number }, answer: { start: number; end: number }): boolean {
  const slack = Math.max(4, 0.15 * (truth.end - truth.start))
  return Math.abs(truth.start - answer.start) <= slack && Math.abs(truth.end - answer.end) <= slack
}

export const seeded = (seed: number): Random => new Random(seed)

/**
 * A book-length text of so many characters out of shorter ones: these, then sentences of their words at random, with a line
 * every now and then that stands in it dozens of times.
 */
export function longText(texts: readonly string[], length: number, random: Random): string {
  const all = texts.join('\n')
  const words = all.match(/\p{L}+/gu) ?? []
  const parts = [all]
  for (let size = all.length; size < length;) {
    const sentences = Array.from({ length: 2 + random.below(5) }, () =>
      Array.from({ length: 6 + random.below(20) }, () => random.pick(words)).join(' '),
    )
    const part = random.below(40) === 0 ? boilerplate : `${sentences.join('. ')}.`
    parts.push(part)
    size += part.length + 1
  }
  return parts.join('\n').slice(0, length)
}

const boilerplate =
  'Reporting by our correspondents; editing by the desk. Our standards: the principles of trust.'
