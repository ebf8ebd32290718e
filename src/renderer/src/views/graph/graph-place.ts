import type Graph from 'graphology'
import type { GraphLink, GraphNode } from '../../../../core/listing/picture-rows.ts'

/** A node and a link as they are drawn. */
export interface DrawnNode extends Point {
  size: number
  kind: GraphNode['kind']
  label: string
}
export interface DrawnLink {
  size: number
  kind: GraphLink['kind']
  label: string
}
export type DrawnGraph = Graph<DrawnNode, DrawnLink>
import { markRaw } from 'vue'

interface Point {
  x: number
  y: number
}

/** Where the nodes of the graph stand and what of it is in view; kept while one is elsewhere. */
export interface GraphPlace {
  places: ReadonlyMap<string, Point>
  /** Whether these are the places that the layout ended with. */
  isLaidOut: boolean
  camera: (Point & { ratio: number; angle: number }) | null
}

export const nowhere = (): GraphPlace => ({ places: markRaw(new Map()), isLaidOut: false, camera: null })

export const placeIn = (graph: DrawnGraph, id: string): Point => ({
  x: graph.getNodeAttribute(id, 'x'),
  y: graph.getNodeAttribute(id, 'y'),
})

export function keepPlace(state: GraphPlace, graph: DrawnGraph, view: Omit<GraphPlace, 'places'>): void {
  Object.assign(state, view, { places: markRaw(new Map(graph.mapNodes((id) => [id, placeIn(graph, id)]))) })
}
