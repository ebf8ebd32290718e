import type { Nodes } from 'hast'

/** The words in a tree, as the DOM has them: all text, in order. */
export function textContent(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textContent).join('') : ''
}
