import { lettersOf } from '../outlet-names.ts'
import type { PdfHeading } from './pdf-file.ts'
import type { Line, Piece } from './lines.ts'

/** A paragraph or heading of the document, which may go on over pages. */
export interface Block {
  /** 0 for a paragraph, else the rank of the heading from 1. */
  rank: number
  parts: BlockLine[]
}

export interface BlockLine {
  line: Line
  /** From 0. */
  page: number
}

const ends = /[.!?:;…][\p{Pe}\p{Pf}"'’\]]*$/u
/** An entry of a table of contents. */
const entry = / … (?:[A-Z]-?)?[\divxlc]{1,6}$/
const bullet = /^(?:[•‣◦▪■●○*·–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s/u

/**
 * Puts the lines of a document into paragraphs and headings.
 * @param pages the lines of each page in reading order, without running heads
 */
export function blocksOf(pages: readonly (readonly Line[])[], outline: readonly PdfHeading[]): Block[] {
  const measures = measuresOf(pages)
  const blocks: Block[] = []
  for (const [page, lines] of pages.entries())
    for (const [at, line] of lines.entries()) {
      const last = blocks.at(-1)
      const edge = rightEdge(lines, at)
      if (last && goesOn(last, { line, page }, edge, measures)) last.parts.push({ line, page })
      else blocks.push({ rank: 0, parts: [{ line, page }] })
    }
  rankHeadings(blocks, outline, measures.size)
  return blocks
}

interface Measures {
  /** The size of most letters of the document. */
  size: number
  /** From one line to the next, as a multiple of the size. */
  leading: number
}

function measuresOf(pages: readonly (readonly Line[])[]): Measures {
  const sizes = new Map<number, number>()
  const steps: number[] = []
  for (const lines of pages)
    for (const [at, line] of lines.entries()) {
      sizes.set(line.size, (sizes.get(line.size) ?? 0) + line.text.length)
      const next = lines[at + 1]
      if (next?.size !== line.size || next.bottom <= line.bottom) continue
      steps.push((next.bottom - line.bottom) / line.size)
    }
  const [size] = [...sizes].reduce((most, one) => (one[1] > most[1] ? one : most), [10, 0])
  const sorted = steps.toSorted((one, other) => one - other)
  return { size, leading: sorted[Math.floor(sorted.length * 0.4)] ?? 1.2 }
}

/** How far to the right lines near by go that stand above or below this one. */
function rightEdge(lines: readonly Line[], at: number): number {
  const line = lines[at]
  if (!line) return 0
  const near = lines.slice(Math.max(0, at - 8), at + 9)
  return Math.max(
    ...near.filter((one) => one.left < line.right && one.right > line.left).map((one) => one.right),
  )
}

function goesOn(block: Block, next: BlockLine, edge: number, measures: Measures): boolean {
  const last = block.parts.at(-1)
  if (!last) return false
  const [before, line] = [last.line, next.line]
  if (before.isBroken) return true
  const em = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > 0.08 * em) return false
  const step = line.bottom - before.bottom
  const isElsewhere =
    last.page !== next.page || step < 0 || line.left > before.right || line.right < before.left
  if (isElsewhere) return !ends.test(before.text) && /^\p{Ll}/u.test(line.text)
  if (entry.test(before.text)) return false
  if (step > measures.leading * em * 1.4) return false
  if (bullet.test(line.text) && (ends.test(before.text) || /^[•‣◦▪■●○]/u.test(line.text))) return false
  const isShort = before.right < edge - Math.max(3 * em, 0.15 * (edge - before.left))
  if (isShort && (ends.test(before.text) || /^[\p{Lu}\d]/u.test(line.text))) return false
  return !isIndented(block, line, em)
}

/** Whether a line begins a paragraph by where it begins: further in, or further out where the others stand further in. */
function isIndented(block: Block, line: Line, em: number): boolean {
  const [first, second] = block.parts
  const last = block.parts.at(-1)
  if (!first || !last) return false
  const shift = line.left - last.line.left
  if (Math.abs(shift) < 0.7 * em) return false
  if (second === undefined) return shift > 0 && ends.test(last.line.text)
  return shift > 0 || line.left < second.line.left - 0.7 * em
}

/** Headings are what the table of contents calls so; without one, short lines of a size that is larger than the text’s. */
function rankHeadings(blocks: readonly Block[], outline: readonly PdfHeading[], size: number): void {
  const listed = new Map(outline.map(({ title, page, depth }) => [`${page} ${bare(title)}`, depth]))
  const large = new Set<number>()
  for (const block of blocks) {
    const [first] = block.parts
    const words = blockText(block)
    if (!first || words.length > 200 || block.parts.length > 4) continue
    block.rank = listed.get(`${first.page} ${bare(words)}`) ?? 0
    if (block.rank === 0 && isLarge(first.line, size) && /\p{L}{2}/u.test(words)) large.add(first.line.size)
  }
  if (outline.length > 2) return
  const ranks = [...large].sort((one, other) => other - one)
  for (const block of blocks) {
    const [first] = block.parts
    const words = blockText(block)
    if (!first || block.rank > 0 || words.length > 200 || block.parts.length > 4) continue
    if (isLarge(first.line, size) && /\p{L}{2}/u.test(words))
      block.rank = Math.min(5, ranks.indexOf(first.line.size) + 1)
  }
}

/** The letters of a heading without its number, which tables of contents have or have not. */
const bare = (title: string): string =>
  lettersOf(title.replace(/^(?:chapter|part|section)?\s*[\divxlc.]*[.:\d]\s/i, ''))
const isLarge = (line: Line, size: number): boolean => line.size >= size * 1.12

const blockText = (block: Block): string => block.parts.map(({ line }) => line.text).join(' ')

/** What a word at the end of a line is with what follows it: whether the hyphen is the word’s own. */
export type JoinWords = (before: string, after: string) => string

/** What is joined to other words by a hyphen, and begins hardly any other word (English): “well-known”, “two-column”, “e-mail”. */
const compound =
  /^(?:self|well|non|two|three|four|five|six|seven|eight|nine|half|cross|long|short|high|low|multi|e|t|x|u)$/i
/** But “fourteen”, “longitude”, “wellness” and “nonetheless”. */
const ending =
  /^(?:teen|ty|th\b|fold|some|itude|age|en|hand|er|est|ly|ness|being|ish|ing|ped|etheless|sense|way|land|light|ple|plic|ply|tude|ant|\p{L}{1,2}$)/iu

/**
 * Tells by the other words of the document whether a hyphen at the end of a line belongs to its word (`two-column`) or only breaks it.
 */
export function wordJoiner(pages: readonly (readonly Line[])[]): JoinWords {
  const known = new Set<string>()
  for (const lines of pages)
    for (const [at, { text, isBroken }] of lines.entries()) {
      const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}\p{N}-]*/gu) ?? []
      // Halves of words that lines break are none.
      const whole = words.slice(lines[at - 1]?.isBroken === true ? 1 : 0, isBroken ? -1 : undefined)
      for (const word of whole) known.add(word)
    }
  return (before, after) => {
    const [start = ''] = /[\p{L}\p{M}\p{N}-]{1,60}$/u.exec(before.slice(-60)) ?? []
    const [end = ''] = /^[\p{L}\p{M}\p{N}-]+/u.exec(after) ?? []
    const isJoined = known.has((start + end).toLowerCase())
    if (isJoined && end !== '') return ''
    const areWords = [start, end].every((part) => part.length > 3 && known.has(part.toLowerCase()))
    const isOwn =
      areWords ||
      (compound.test(start) && !ending.test(end)) ||
      known.has(`${start}-${end}`.toLowerCase()) ||
      /^(?:[\p{Lu}\p{N}]|$)/u.test(end)
    return isOwn || /\p{N}$/u.test(start) ? '-' : ''
  }
}

/** An address of the web that goes on in the next line. */
const isCutAddress = (text: string): boolean => /https?:\/\/\S*[/.?=&-]$/.test(text)

/** The words of a block, piece by piece, with the breaks between its lines written out. */
export function piecesOf(
  block: Block,
  joined: JoinWords,
): { piece: Piece; page: number; isPageStart: boolean }[] {
  const found: { piece: Piece; page: number; isPageStart: boolean }[] = []
  for (const [at, { line, page }] of block.parts.entries()) {
    const next = block.parts[at + 1]
    const isBroken =
      line.isBroken || (next !== undefined && /\p{Ll}-$/u.test(line.text) && /^\p{Ll}/u.test(next.line.text))
    const bare = isBroken && !line.isBroken ? line.text.slice(0, -1) : line.text
    const between = !next
      ? line.isBroken
        ? '-'
        : ''
      : isBroken
        ? joined(bare, next.line.text)
        : isCutAddress(line.text)
          ? ''
          : ' '
    for (const [n, piece] of line.pieces.entries()) {
      const isLast = n === line.pieces.length - 1
      const cut = isLast && bare !== line.text ? piece.text.slice(0, -1) : piece.text
      found.push({
        piece: { ...piece, text: isLast && piece.set === 'line' ? cut + between : cut },
        page,
        isPageStart: at === 0 ? n === 0 : n === 0 && block.parts[at - 1]?.page !== page,
      })
      if (isLast && piece.set !== 'line' && between !== '')
        found.push({ piece: { text: between, set: 'line', notes: piece.notes }, page, isPageStart: false })
    }
  }
  return found
}
