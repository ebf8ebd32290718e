import type { ElementContent, Nodes } from 'hast'
import { textContent } from './text-content.ts'

const struck = new Set(['del', 's', 'strike'])
const changed = new Set([...struck, 'ins'])

const isOf = (names: ReadonlySet<string>, node: Nodes | undefined): boolean =>
  node?.type === 'element' && names.has(node.tagName)

/**
 * Whether what was struck out and what stands beside it are to be kept apart: the old word and the new one are two, and two figures
 * beside each other would be read as a third one. Letters within a word stay where they are.
 * @param before what stands before the pair
 */
export function isKeptApart(
  left: ElementContent | undefined,
  right: ElementContent,
  before: ElementContent | undefined,
): boolean {
  if (left === undefined || (!isOf(struck, left) && !isOf(struck, right))) return false
  if (isOf(changed, left) && isOf(changed, right)) return true
  const [last, first] = [textContent(left).slice(-1), textContent(right).slice(0, 1)]
  if (/\d/.test(last) && /\d/.test(first)) return true
  const isWholeWord = before === undefined || !/[\p{L}\p{M}\p{N}]$/u.test(textContent(before))
  return isOf(struck, left) && isWholeWord && /[\p{L}\p{N}]/u.test(last) && /[\p{L}\p{N}]/u.test(first)
}
