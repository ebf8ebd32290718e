import type { DrawnGraph } from './graph-place.ts'
import {
  linkKinds,
  nodeKinds,
  type GraphLink,
  type GraphNode,
} from '../../../../core/listing/picture-rows.ts'
import type { FileNames } from '../../components/pictures/file-names.ts'
import type { Picture, Shape } from '../../components/pictures/shapes.ts'
import type { Colours } from '../../components/pictures/use-theme-colours.ts'
import { isLinkDashed, linkColour, nodeColour, nodeInFile } from './graph-looks.ts'
import { inLines, linesOf, nameSize, type PlacedName } from './graph-names.ts'

interface Point {
  x: number
  y: number
}

/** A graph as it is in view, and how its parts are called. Lengths are CSS pixels. */
interface InView {
  width: number
  height: number
  graph: DrawnGraph
  placeOf: (id: string) => Point
  radiusOf: (id: string) => number
  /** The names that stand in the view, by their nodes. */
  names: ReadonlyMap<string, PlacedName>
  nodes: readonly GraphNode[]
  fileNames: FileNames
  colours: Colours
  kindWords: (kind: GraphNode['kind']) => string
  linkWords: (kind: GraphLink['kind']) => string
}

/** What is in view, for a file: links with the heads of arrows, nodes, names, and what colours and lines mean. */
export function graphPicture(view: InView): Picture {
  const { width, height, graph, placeOf, radiusOf, colours } = view
  const lines = graph.mapEdges((_, { kind, size }, from, to): Shape[] => {
    const [a, b] = [placeOf(from), placeOf(to)]
    const stroke = linkColour(kind, colours)
    const line = { kind: 'line' as const, width: size, stroke }
    const isDashed = isLinkDashed(kind)
    return [
      { ...line, from: [a.x, a.y], to: [b.x, b.y], isDashed },
      ...arrowHead(a, b, radiusOf(to)).map((at): Shape => ({ ...line, ...at })),
    ]
  })
  const circles = graph.mapNodes((id, { kind }): Shape => {
    const fill = nodeColour(kind, colours)
    return { kind: 'circle', ...placeOf(id), radius: radiusOf(id), fill }
  })
  return {
    width,
    height: height + legendHeight,
    background: colours.paper,
    shapes: [...lines.flat(), ...circles, ...namesOf(view), ...legend(view)],
  }
}

function namesOf({ names, nodes, fileNames, colours }: InView): Shape[] {
  const byId = new Map<string, GraphNode>(nodes.map((node) => [node.id, node]))
  return [...names].flatMap(([id, at]): Shape[] => {
    const node = byId.get(id)
    if (!node) return []
    const { title } = nodeInFile(node, fileNames)
    // What is left out of the words stays as a point without a name.
    if (title === '') return []
    const anchor = at.align === 'center' ? 'middle' : at.align
    return linesOf({ ...at, lines: inLines(title) }).map((line): Shape => ({
      kind: 'words',
      ...line,
      anchor,
      fill: colours.ink,
      size: nameSize,
    }))
  })
}

const legendHeight = 28
/** What colours and lines mean, below the picture. */
function legend({ height, colours, kindWords, linkWords }: InView): Shape[] {
  const middle = height + legendHeight / 2
  let x = 12
  const words = (text: string): Shape => {
    const at = { x: x + 22, y: middle + 4 }
    x += 40 + text.length * 6.4
    return { kind: 'words', ...at, text, fill: colours['ink-2'], size: nameSize }
  }
  return [
    ...nodeKinds.flatMap((kind): Shape[] => [
      { kind: 'circle', x: x + 10, y: middle, radius: 5, fill: nodeColour(kind, colours) },
      words(kindWords(kind)),
    ]),
    ...linkKinds.flatMap((kind): Shape[] => {
      const stroke = linkColour(kind, colours)
      const isDashed = isLinkDashed(kind)
      return [
        { kind: 'line', from: [x, middle], to: [x + 18, middle], width: 2, stroke, isDashed },
        words(linkWords(kind)),
      ]
    }),
  ]
}

/** The two sides of the head of an arrow that ends at the rim of a node. @param radius of that node */
function arrowHead(
  from: Point,
  to: Point,
  radius: number,
): { from: [number, number]; to: [number, number] }[] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const tip: [number, number] = [to.x - radius * Math.cos(angle), to.y - radius * Math.sin(angle)]
  return [-0.4, 0.4].map((turn) => ({
    from: tip,
    to: [tip[0] - 7 * Math.cos(angle + turn), tip[1] - 7 * Math.sin(angle + turn)],
  }))
}
