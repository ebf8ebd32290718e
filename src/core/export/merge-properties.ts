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

/** A list of names (tags, aliases) with what either side put in and without what either took out, each once; undefined for all else. */
function mergedList(old: unknown, theirs: unknown, mine: unknown): string[] | undefined {
  const [was, is, next] = [old, theirs, mine].map(namesIn)
  if (!was || !is || !next || is.length + next.length === 0) return undefined
  const kept = next.filter((one) => is.includes(one) || !was.includes(one))
  return [...new Set([...kept, ...is.filter((one) => !was.includes(one))])]
}

/** A list of nothing but strings, or none; undefined for any other value. */
function namesIn(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return []
  const names = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  return Array.isArray(value) && names.length === value.length ? names : undefined
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
    const list = isSame ? undefined : mergedList(old, other, own)
    if (list) {
      merged[name] = list
      continue
    }
    if (!isSame && !isSameValue(old, own) && !isSameValue(old, other)) return null
    const value = isSameValue(old, other) ? own : other
    if (value !== undefined) merged[name] = value
  }
  return `---\n${stringify(merged, { lineWidth: 0 })}---\n`
}
