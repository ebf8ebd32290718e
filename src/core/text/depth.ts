import type { Nodes } from 'hast'

/** Deeper than any page that people wrote; what is deeper makes recursive programs fail. */
const deepest = 400

/** @throws RangeError if elements stand in each other more than 400 deep */
export function checkDepth(root: Nodes): void {
  const open: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let item = open.pop(); item; item = open.pop()) {
    if (item.depth > deepest) throw new RangeError('elements are nested too deeply')
    if ('children' in item.node)
      for (const child of item.node.children) open.push({ node: child, depth: item.depth + 1 })
  }
}
