import type { GraphLink, GraphNode } from '../../../../core/listing/picture-rows.ts'
import type { FileNames } from '../../components/pictures/file-names.ts'
import type { Colours } from '../../components/pictures/use-theme-colours.ts'

const nodeColours = {
  claim: 'accent',
  source: 'cue-8',
  anonymous: 'cue-5',
  article: 'ink-3',
} as const satisfies Record<GraphNode['kind'], keyof Colours>
const linkColours = {
  supports: 'supports',
  disputes: 'disputes',
  mentions: 'cue-1',
  'passes-on': 'ink-3',
  related: 'cue-2',
} as const satisfies Record<GraphLink['kind'], keyof Colours>

export const nodeColour = (kind: GraphNode['kind'], colours: Colours): string => colours[nodeColours[kind]]
export const linkColour = (kind: GraphLink['kind'], colours: Colours): string => colours[linkColours[kind]]

/** The signs within nodes, for those who do not tell colours apart. */
export const nodeSigns: Readonly<Record<GraphNode['kind'], string>> = {
  claim: '”',
  source: '',
  anonymous: '?',
  article: '≡',
}
/** The signs on links, for the same; what supports has none. */
export const linkSigns: Readonly<Record<GraphLink['kind'], string>> = {
  supports: '',
  disputes: '×',
  mentions: '·',
  'passes-on': '›',
  related: '≈',
}

/** In a file, where links have no signs. */
export const isLinkDashed = (kind: GraphLink['kind']): boolean => kind === 'disputes' || kind === 'related'

/** A node as it stands in a file: sources are called what they may be called there. */
export const nodeInFile = (node: GraphNode, names: FileNames): GraphNode =>
  node.kind === 'source' || node.kind === 'anonymous'
    ? { ...node, title: names.of({ id: node.id, name: node.title }) }
    : { ...node, title: names.words(node.title) ?? '' }

/** As many nodes have room for their full size. */
const mostInFull = 250
/** The more nodes there are, the smaller each is drawn, so that all together cover no more; none so small that it is not seen. */
export const shareOf = (nodes: number): number => Math.max(0.4, Math.min(1, Math.sqrt(mostInFull / nodes)))

/** By how much hangs on it, so that the area grows with the number. @param of how many nodes it is one */
export const nodeSize = (degree: number, of: number): number =>
  Math.min(16, 3 + 1.4 * Math.sqrt(degree)) * shareOf(of)

/** What only passes something on is thinner than what speaks for or against a claim. */
export const linkSize = (kind: GraphLink['kind'], weight: number, nodes: number): number =>
  (kind === 'passes-on' ? Math.min(3, 0.4 + 0.3 * weight) : Math.min(5, 1.4 + 0.5 * weight)) * shareOf(nodes)
