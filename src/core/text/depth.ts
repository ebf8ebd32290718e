import type { Nodes } from 'hast'
import { budget } from './budget.ts'

/**
 * How deep elements stand in each other, all added up.
 * @throws RangeError if some stand deeper than any page that people wrote: that makes recursive programs fail
 */
export function checkDepth(root: Nodes): number {
  let sum = 0
  const open: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let item = open.pop(); item; item = open.pop()) {
    if (item.depth > budget.depth) throw new RangeError('elements are nested too deeply')
    if (!('children' in item.node)) continue
    sum += item.depth
    for (const child of item.node.children) open.push({ node: child, depth: item.depth + 1 })
  }
  return sum
}
