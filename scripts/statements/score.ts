import type { Reading } from '../../src/core/statements/reading.ts'
import { meets, type Gold, type Marked, type Pair } from './corpus.ts'

/** Counts of what was found of what is marked. */
export interface Counts {
  gold: number
  goldWithSource: number
  said: number
  right: number
  rightWithSource: number
  quoted: number
  quotedFound: number
  /** Sum of the F1 of the words of what is said, over those found. */
  content: number
}

export const nothing = (): Counts => ({
  gold: 0,
  goldWithSource: 0,
  said: 0,
  right: 0,
  rightWithSource: 0,
  quoted: 0,
  quotedFound: 0,
  content: 0,
})

const mark = /[“”"«»]|''/

/** Adds what was found in an article. One is found when a word of its cue and one of its source meet what is marked. */
export function count(
  { tagged: { text }, gold }: Marked,
  readings: readonly Pick<Reading, 'cue' | 'source' | 'content'>[],
  counts: Counts,
): void {
  const isQuoted = (one: Gold): boolean =>
    one.content.some(([start, end]) => mark.test(text.slice(start, end)))
  const marked = gold.filter(({ cue }) => cue.length > 0)
  counts.gold += marked.length
  counts.goldWithSource += marked.filter(({ source }) => source.length > 0).length
  counts.quoted += marked.filter((one) => one.source.length > 0 && isQuoted(one)).length
  const used = new Set<Gold>()
  for (const reading of readings) {
    counts.said += 1
    const found = marked.find((one) => !used.has(one) && isFound(one, reading))
    if (!found) continue
    used.add(found)
    counts.right += 1
    if (found.source.length > 0) counts.rightWithSource += 1
    if (found.source.length > 0 && isQuoted(found)) counts.quotedFound += 1
    counts.content += likeness(
      text,
      found.content,
      reading.content.map(({ start, end }): Pair => [start, end]),
    )
  }
}

function isFound(gold: Gold, { cue, source }: Pick<Reading, 'cue' | 'source'>): boolean {
  if (!meets(gold.cue, cue.start, cue.end)) return false
  return source === null ? gold.source.length === 0 : meets(gold.source, source.start, source.end)
}

/** F1 of the words (by place) of two sets of spans. */
export function likeness(text: string, one: readonly Pair[], other: readonly Pair[]): number {
  const a = wordsIn(text, one)
  const b = wordsIn(text, other)
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0
  const both = [...a].filter((at) => b.has(at)).length
  return (2 * both) / (a.size + b.size)
}

function wordsIn(text: string, spans: readonly Pair[]): Set<number> {
  const found = new Set<number>()
  for (const [start, end] of spans)
    for (const { index } of text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) found.add(start + index)
  return found
}
