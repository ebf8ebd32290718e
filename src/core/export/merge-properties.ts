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

/** A property as it is written: the comments above it, and its lines. */
interface Written {
  above: string
  text: string
}

/** The name of a property at the beginning of its line, in quotation marks or of signs that begin nothing else. */
const key = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"{[\-&*!|>%@`?:][^:]*):(?=\s|$)/

/** How each property is written; null where that is not one below the other, as they mostly are. */
function writtenIn(head: string, values: Record<string, unknown>): Map<string, Written> | null {
  const found = new Map<string, Written>()
  let above = ''
  let last: Written | undefined
  for (const line of head.slice(4, -4).split('\n').slice(0, -1)) {
    const name = key.exec(line)?.[0]
    if (name !== undefined) {
      last = { above, text: `${line}\n` }
      found.set(Object.keys(propertiesIn(`---\n${name} x\n---\n`) ?? {})[0] ?? '', last)
      above = ''
    } else if (line.startsWith('#')) above += `${line}\n`
    else if (last) {
      // What is indented, and what is empty, is of the value.
      last.text += `${above}${line}\n`
      above = ''
    } else return null
  }
  const names = Object.keys(values)
  const isAll = found.size === names.length && names.every((name) => found.has(name))
  return above === '' && isAll ? found : null
}

/** A remark behind a value. */
const hasRemark = (text: string | undefined): boolean => /\s#/.test(text ?? '')

/**
 * The same for properties alone, by their names: editors write all of them anew when one is changed. What nobody changed stays as it
 * is written, remarks and forms of numbers, too.
 * @returns null where both changed the same one, or one of them cannot be read
 */
export function mergeProperties(base: string, theirs: string, mine: string): string | null {
  const [was, is, next] = [base, theirs, mine].map(propertiesIn)
  if (!was || !is || !next) return null
  if (base === theirs) return mine
  if (isSameValue(was, next)) return theirs
  const [own, others] = [writtenIn(mine, next), writtenIn(theirs, is)]
  if (!own || !others) return null
  const found = mergedValues(was, is, next)
  if (!found) return null
  let merged = ''
  for (const [name, { value, by }] of found) {
    const [there, ours] = [others.get(name), own.get(name)]
    // A remark about what is new is somebody's to move.
    if (by !== 'theirs' && hasRemark(there?.text)) return null
    const text =
      by === 'both' ? stringify({ [name]: value }, { lineWidth: 0 }) : (by === 'theirs' ? there : ours)?.text
    merged += `${there?.above ?? ''}${text ?? ''}`
  }
  const head = `---\n${merged}---\n`
  return says(head, found) ? head : null
}

/** Whether what the lines of two heads were merged to has of each property what either has, or what both make. */
export function isMergedHead(merged: string, base: string, theirs: string, mine: string): boolean {
  const [was, is, next] = [base, theirs, mine].map(propertiesIn)
  // What cannot be read is merged as text.
  if (!was || !is || !next) return true
  const found = mergedValues(was, is, next)
  return found !== null && says(merged, found)
}

type Properties = Record<string, unknown>
/** What a property is to be, and whose that is; undefined where it goes. */
interface MergedValue {
  value: unknown
  by: 'theirs' | 'mine' | 'both'
}

/** Whether properties can be read, and are these. */
function says(head: string, wanted: ReadonlyMap<string, MergedValue>): boolean {
  const there = propertiesIn(head)
  const kept = [...wanted].filter(([, { value }]) => value !== undefined)
  if (there === null || Object.keys(there).length !== kept.length) return false
  return kept.every(([name, { value }]) => isSameValue(there[name], value))
}

/** What each property of either is to be. @returns null where both changed one */
function mergedValues(was: Properties, is: Properties, next: Properties): Map<string, MergedValue> | null {
  const merged = new Map<string, MergedValue>()
  for (const name of new Set([...Object.keys(next), ...Object.keys(is)])) {
    const found = mergedValue(was[name], is[name], next[name])
    if (!found) return null
    merged.set(name, found)
  }
  return merged
}

/** @returns null where both changed it */
function mergedValue(old: unknown, theirs: unknown, mine: unknown): MergedValue | null {
  if (isSameValue(mine, theirs) || isSameValue(old, mine)) return { value: theirs, by: 'theirs' }
  if (isSameValue(old, theirs)) return { value: mine, by: 'mine' }
  const list = mergedList(old, theirs, mine)
  return list ? { value: list, by: 'both' } : null
}
