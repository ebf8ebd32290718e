import type { TimelineRow } from '../../../../core/listing/picture-rows.ts'
import type { FileNames } from '../../components/pictures/file-names.ts'
import { edtfShape, type EdtfShape } from '../../../../core/records/edtf-shape.ts'

export interface Mark {
  row: TimelineRow
  shape: EdtfShape
}
export interface Lane {
  name: string
  /** By where they begin. */
  marks: readonly Mark[]
}
/** A lane whose marks stand in lines, so that none covers another. */
export interface LaidLane extends Lane {
  /** The line of each mark, counted from the top. */
  lines: readonly number[]
  /** How many marks stand in each line. */
  crowds: readonly number[]
  height: number
  top: number
  /** How much room there is for what a mark is called, in pixels; 0 where there is none. */
  nameRoom: number
}

export const lineHeight = 22
export const laneHead = 22
const leastWidth = 12
/** How much room names are given, in pixels, where they need no more lines than that: the most that goes. */
const nameRooms = [
  { room: 520, most: 20 },
  { room: 360, most: 20 },
  { room: 260, most: 20 },
  // With more lines than this, a lane is drawn without names.
  { room: 190, most: 40 },
]
const gap = 6

/** Marks by lane; a mark that is in several lanes stands in each. Names of lanes are sorted, those in none come last. */
export function lanesOf(rows: readonly TimelineRow[], none: string): Lane[] {
  const lanes = new Map<string, Mark[]>()
  for (const row of rows) {
    const shape = edtfShape(row.date)
    if (!shape) continue
    for (const name of row.lanes.length === 0 ? [''] : row.lanes) {
      const marks = lanes.get(name)
      if (marks) marks.push({ row, shape })
      else lanes.set(name, [{ row, shape }])
    }
  }
  return [...lanes]
    .sort(([one], [other]) => Number(one === '') - Number(other === '') || one.localeCompare(other))
    .map(([name, marks]) => ({
      name: name === '' && lanes.size > 1 ? none : name,
      marks: marks.sort((one, other) => one.shape.from - other.shape.from || one.shape.to - other.shape.to),
    }))
}

/**
 * Claims in lanes of sources as they stand in a file. The lanes are sorted after that: the place among the others would tell
 * how the name of an unnamed one begins.
 */
export const rowsInFile = (
  rows: readonly TimelineRow[],
  names: FileNames,
  areSources = true,
): TimelineRow[] =>
  rows.flatMap((row) => {
    const statement = names.words(row.statement)
    if (statement === null) return []
    const lanes = row.lanes.flatMap((name) => (areSources ? names.ofName(name) : (names.words(name) ?? [])))
    return { ...row, statement, lanes }
  })

/** What the names of the last marks take beside them, as a part of the whole. */
const roomForNames = 0.3

/** The span that all marks are in, with some room; a year around today where there is none. */
export function extentOf(lanes: readonly Lane[]): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity]
  for (const { marks } of lanes)
    for (const { shape } of marks) {
      for (const end of [shape.from, shape.to]) {
        if (!Number.isFinite(end)) continue
        from = Math.min(from, end)
        to = Math.max(to, end)
      }
    }
  if (from > to) return { from: Date.now() - 15_768e6, to: Date.now() + 15_768e6 }
  const room = Math.max((to - from) * 0.04, 43_200_000)
  return { from: from - room, to: to + room + (to - from) * roomForNames }
}

/**
 * Puts the marks of each lane into lines, first come, first fit. It depends on how fine the scale is, not on what is in
 * view: marks keep their line while the view moves.
 */
export function layOut(lanes: readonly Lane[], msPerPixel: number): { lanes: LaidLane[]; height: number } {
  let top = 0
  const laid = lanes.map((lane): LaidLane => {
    const { lines, crowds, nameRoom } = linesWithNames(lane.marks, msPerPixel)
    const height = crowds.length * lineHeight + (lane.name === '' ? 0 : laneHead) + gap
    const own = { ...lane, lines, crowds, height, top, nameRoom }
    top += height
    return own
  })
  return { lanes: laid, height: top }
}

/** The lines of marks with as much room for names as there is; without names where there is none. */
function linesWithNames(marks: readonly Mark[], msPerPixel: number): Lines & { nameRoom: number } {
  for (const { room, most } of nameRooms) {
    const found = linesOf(marks, msPerPixel, room, most)
    if (found) return { ...found, nameRoom: room }
  }
  return { ...(linesOf(marks, msPerPixel, 0) ?? { lines: [], crowds: [] }), nameRoom: 0 }
}

interface Lines {
  lines: number[]
  crowds: number[]
}

/** Finds the first line that is free, of thousands: a tree that knows of each half of the lines which of them ends first. */
class FreeLines {
  readonly #size: number
  readonly #ends: Float64Array

  constructor(most: number) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, most)))
    this.#ends = new Float64Array(2 * this.#size).fill(-Infinity)
  }

  /** Takes the first line that ends at a place or before it. */
  take(from: number, end: number): number {
    const ends = this.#ends
    const at = (index: number): number => ends[index] ?? Infinity
    let index = 1
    while (index < this.#size) index = 2 * index + Number(at(2 * index) > from)
    const line = index - this.#size
    ends[index] = end
    for (index >>= 1; index > 0; index >>= 1) ends[index] = Math.min(at(2 * index), at(2 * index + 1))
    return line
  }
}

/** Undefined when more lines than `most` would be needed. */
function linesOf(
  marks: readonly Mark[],
  msPerPixel: number,
  label: number,
  most = Infinity,
): Lines | undefined {
  const free = new FreeLines(marks.length)
  const crowds: number[] = []
  const lines: number[] = []
  for (const { shape } of marks) {
    const from = shape.from / msPerPixel
    const line = free.take(from, Math.max(from + leastWidth, shape.to / msPerPixel) + gap + label)
    if (line >= most) return undefined
    crowds[line] = (crowds[line] ?? 0) + 1
    lines.push(line)
  }
  return { lines, crowds }
}

/** Where a mark is drawn, in pixels from the left of the view; never more than a little beyond it. */
export function spanOf(
  { shape }: Mark,
  view: { from: number; msPerPixel: number; width: number },
): { x: number; width: number } {
  const at = (time: number): number =>
    Math.max(-20, Math.min(view.width + 20, (time - view.from) / view.msPerPixel))
  const [x, end] = [at(shape.from), at(shape.to)]
  const width = Math.max(leastWidth, end - x)
  // What is shorter than can be seen is drawn around its middle.
  return end - x < leastWidth ? { x: (x + end - leastWidth) / 2, width: leastWidth } : { x, width }
}
