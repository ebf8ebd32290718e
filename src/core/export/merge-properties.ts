import { isSameValue } from '../text/same-value.ts'
import { parse, stringify } from 'yaml'

/** Longer properties are merged by their lines; UTF-16 code units. */
const longest = 64_000

/** A file in two: its properties (with their lines of hyphens) and the rest; null where it has none. */
export function splitProperties(markdown: string): { head: string; rest: string } | null {
  const end = markdown.startsWith('---\n') ? markdown.indexOf('\n---\n', 3) : -1
  if (end === -1 || end > longest) return null
  return { head: markdown.slice(0, end + 5), rest: markdown.slice(end + 5) }
}

/** The properties that a head has; null where they cannot be read. */
export function propertiesIn(head: string): Record<string, unknown> | null {
  try {
    const value: unknown = parse(head.slice(4, -4), { maxAliasCount: 0 })
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null
  } catch {
    // Somebody is in the middle of writing them.
    return null
  }
}

/**
 * The same for properties alone, by their names: editors write all of them anew when one is changed.
 * @returns null where both changed the same one, or one of them cannot be read
 */
export function mergeProperties(base: string, theirs: string, mine: string): string | null {
  const [was, is, next] = [base, theirs, mine].map(propertiesIn)
  if (!was || !is || !next) return null
  if (isSameValue(was, is)) return mine
  if (isSameValue(was, next)) return theirs
  const merged: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(next), ...Object.keys(is)])) {
    const [old, own, other] = [was[name], next[name], is[name]]
    const isSame = isSameValue(own, other)
    if (!isSame && !isSameValue(old, own) && !isSameValue(old, other)) return null
    const value = isSameValue(old, other) ? own : other
    if (value !== undefined) merged[name] = value
  }
  return `---\n${stringify(merged, { lineWidth: 0 })}---\n`
}
