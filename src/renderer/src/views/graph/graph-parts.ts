import type { RecordId } from '../../../../core/records/base.ts'
import type { GraphAnswer, GraphLink, GraphNode } from '../../../../core/listing/picture-rows.ts'

export type NodeKind = GraphNode['kind']

/** The part of a graph that is of some kinds and, where a node is given, no further from it than some steps. */
export function partOf(
  { nodes, links }: GraphAnswer,
  { kinds, around, steps }: { kinds: readonly NodeKind[]; around: RecordId | null; steps: number },
): GraphAnswer {
  // The node that is looked at stays, of whatever kind it is.
  const ofKind = new Set(
    nodes.filter(({ id, kind }) => kinds.includes(kind) || id === around).map(({ id }) => id),
  )
  const among = links.filter(({ from, to }) => ofKind.has(from) && ofKind.has(to))
  if (around === null || !ofKind.has(around))
    return { nodes: nodes.filter(({ id }) => ofKind.has(id)), links: among }
  const near = within(neighboursOf(among), around, steps)
  return {
    nodes: nodes.filter(({ id }) => near.has(id)),
    links: among.filter(({ from, to }) => near.has(from) && near.has(to)),
  }
}

export function neighboursOf(links: readonly GraphLink[]): Map<RecordId, Set<RecordId>> {
  const found = new Map<RecordId, Set<RecordId>>()
  const add = (from: RecordId, to: RecordId): void => {
    const known = found.get(from)
    if (known) known.add(to)
    else found.set(from, new Set([to]))
  }
  for (const { from, to } of links) {
    add(from, to)
    add(to, from)
  }
  return found
}

function within(
  neighbours: ReadonlyMap<RecordId, ReadonlySet<RecordId>>,
  start: RecordId,
  steps: number,
): Set<RecordId> {
  const seen = new Set([start])
  let edge = [start]
  for (let step = 0; step < steps; step += 1) {
    edge = edge.flatMap((id) => [...(neighbours.get(id) ?? [])].filter((next) => !seen.has(next)))
    for (const id of edge) seen.add(id)
  }
  return seen
}
