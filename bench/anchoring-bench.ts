import { existsSync } from 'node:fs'
import { join } from 'node:path'
import search from 'approx-string-match'
import { locateAll, type Located } from '../src/core/anchoring/locate.ts'
import type { TextPlace } from '../src/core/records/annotation.ts'
import { corpusPages, corpusTexts } from '../tests/support/corpus.ts'
import {
  editText,
  longText,
  passagesIn,
  score,
  seeded,
  sumOf,
  truthOf,
  type Score,
} from '../tests/support/edited-text.ts'
import { compare, milliseconds } from './measure.ts'

/**
 * Finding passages again after seeded edits: ours, with and without the old text, against the method that Hypothesis uses
 * (exact search, else approximate search with up to half the quotation's length in errors; weights: quotation 50, prefix 20,
 * suffix 20, position 2; the best score wins).
 */
export async function anchoringBench(): Promise<string[]> {
  const folder = join(corpusPages, 'pages')
  if (!existsSync(folder)) return [`skipped: the corpus of real pages is not at ${corpusPages}`]
  const texts = await corpusTexts()
  const long = longText(texts, 1_000_000, seeded(7))
  return [
    ...comparison(`${texts.length} real pages, 40 passages of each`, texts, 40, 3),
    ...comparison('1,000,000 characters, 1,000 passages', [long], 1_000, 1),
  ]
}

type Method = (text: string, places: readonly TextPlace[], before: string) => Located[]

const methods: Record<string, Method> = {
  'ours, by the old version': (text, places, before) => locateAll(text, places, before),
  'ours, without the old version': (text, places) => locateAll(text, places),
  'the peer’s method': (text, places) => places.map((place) => asHypothesis(text, place)),
}

function comparison(what: string, texts: readonly string[], passages: number, ourRounds: number): string[] {
  const lines = [`${what}:`]
  const times: number[] = []
  for (const [name, method] of Object.entries(methods)) {
    const rounds = method === methods['the peer’s method'] ? 1 : ourRounds
    const taken: number[] = []
    let total: Score | undefined
    for (let round = 0; round < rounds; round += 1) {
      const result = carryOver(texts, passages, method)
      taken.push(result.taken)
      total = result.total
    }
    times.push(Math.min(...taken))
    if (total) lines.push(`  ${name}: ${described(total)}, ${milliseconds(Math.min(...taken))}`)
  }
  lines.push(`  ${compare('time', times[0] ?? 0, 'the peer’s method', times[2] ?? 0)}`)
  return lines
}

function described({ there, found, gone, orphaned, wrong }: Score): string {
  const percent = (part: number, whole: number): string => `${((part * 100) / whole).toFixed(2)} %`
  return `${percent(found, there)} of ${there} found in the right place, ${wrong} in a wrong one as if certain, ${percent(orphaned, gone)} of ${gone} removed ones said to be gone`
}

function carryOver(
  texts: readonly string[],
  passages: number,
  method: Method,
): { total: Score; taken: number } {
  const scores: Score[] = []
  let taken = 0
  for (const [at, text] of texts.entries()) {
    const random = seeded(5_000 + at)
    const edited = editText(text, random)
    const places = passagesIn(text, passages, random)
    const before = performance.now()
    const answers = method(edited.text, places, text)
    taken += performance.now() - before
    scores.push(score(edited.text, places, truthOf(edited, places, text), answers))
  }
  return { total: sumOf(scores), taken }
}

/** It knows no `review`: what it finds, it shows. */
function asHypothesis(text: string, { start, exact, prefix, suffix }: TextPlace): Located {
  const matches = found(text, exact, Math.min(256, exact.length / 2))
  let best: { start: number; end: number } | undefined
  let bestScore = -1
  for (const match of matches) {
    const quote = 1 - match.errors / exact.length
    const before = likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
    const behind = likeness(text.slice(match.end, match.end + suffix.length), suffix)
    const position = 1 - Math.abs(match.start - start) / text.length
    const total = (50 * quote + 20 * before + 20 * behind + 2 * position) / 92
    if (total > bestScore) {
      bestScore = total
      best = match
    }
  }
  return best ? { state: 'moved', start: best.start, end: best.end } : { state: 'orphan' }
}

function found(
  text: string,
  wanted: string,
  errors: number,
): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1))
    exact.push({ start: at, end: at + wanted.length, errors: 0 })
  return exact.length > 0 ? exact : search(text, wanted, errors)
}

function likeness(text: string, wanted: string): number {
  if (wanted === '') return 1
  if (text === '') return 0
  const [best] = search(text, wanted, wanted.length)
  return best ? 1 - best.errors / wanted.length : 0
}
