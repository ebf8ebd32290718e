import type { Matrix } from '../../../../core/listing/picture-rows.ts'
import type { FileNames } from '../../components/pictures/file-names.ts'
import type { Shape } from '../../components/pictures/shapes.ts'
import type { Colours } from '../../components/pictures/use-theme-colours.ts'

const nameWidth = 240
const head = 40
const cell = { width: 84, height: 28 }
const shorten = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text

/** The most of the accent that leaves the number on it readable. */
const strongest = 0.36

/** How much of the accent is in the shade of a count; a root, so that few are not lost beside many. */
export const shadeOf = (count: number, most: number): number => strongest * Math.sqrt(count / most)

/** A matrix of tags and sources as it stands in a file. */
export const matrixInFile = (matrix: Matrix, names: FileNames, areSources = true): Matrix => ({
  ...matrix,
  tags: inWords(matrix.tags, names),
  others: areSources
    ? matrix.others.map(({ id, name }) => ({ id, name: names.of({ id, name }) }))
    : inWords(matrix.others, names),
})

const inWords = (list: Matrix['tags'], names: FileNames): Matrix['tags'] =>
  list.flatMap(({ id, name }) => {
    const words = names.words(name)
    return words === null ? [] : { id, name: words }
  })

/** The matrix as a picture for a file: how often tags and sources or articles meet. */
export function matrixShapes(
  { tags, others, cells }: Matrix,
  colours: Colours,
): { width: number; height: number; shapes: Shape[] } {
  const most = Math.max(1, ...cells.map(({ count }) => count))
  const columns = new Map(tags.map(({ id }, index) => [id, nameWidth + index * cell.width]))
  const rows = new Map(others.map(({ id }, index) => [id, head + index * cell.height]))
  const boxes = cells.flatMap(({ tag, other, count }): Shape[] => {
    const [x, y] = [columns.get(tag), rows.get(other)]
    if (x === undefined || y === undefined) return []
    return [
      {
        kind: 'box',
        x,
        y,
        width: cell.width - 2,
        height: cell.height - 2,
        radius: 3,
        fill: mix(colours.accent, colours.sunken, shadeOf(count, most)),
      },
      {
        kind: 'words',
        x: x + cell.width / 2,
        y: y + 18,
        anchor: 'middle',
        text: String(count),
        fill: colours.ink,
        size: 12,
      },
    ]
  })
  const names = [
    ...tags.map(({ name }, index): Shape => ({
      kind: 'words',
      x: nameWidth + (index + 0.5) * cell.width,
      y: 24,
      anchor: 'middle',
      text: shorten(name, 13),
      fill: colours.ink,
      size: 12,
      isBold: true,
    })),
    ...others.map(({ name }, index): Shape => ({
      kind: 'words',
      x: 12,
      y: head + index * cell.height + 18,
      text: shorten(name, 36),
      fill: colours.ink,
      size: 12,
    })),
  ]
  return {
    width: nameWidth + tags.length * cell.width + 12,
    height: head + others.length * cell.height + 12,
    shapes: [...boxes, ...names],
  }
}

/** Two colours given as `rgb(…)`, mixed: files know no `color-mix`. */
function mix(one: string, other: string, part: number): string {
  const [a, b] = [one, other].map((colour) => (colour.match(/[\d.]+/g) ?? []).map(Number))
  const mixed = [0, 1, 2].map((at) => Math.round((a?.[at] ?? 0) * part + (b?.[at] ?? 0) * (1 - part)))
  return `rgb(${mixed.join(', ')})`
}
