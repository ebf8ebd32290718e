import type { Id } from '../records/base.ts'
import type { Known } from './known.ts'

/** A source and all that it was made from, also through others, the nearest first. */
export const ancestorsOf = (source: Id, known: Known): Id[] =>
  reach(source, (id) => known.source(id)?.derivedFrom ?? [])

/** What all sources that are possibly one, also through others, are known by; null for a source that is no other one. */
export function perhapsOne(source: Id, known: Known): Id | null {
  const all = reach(source, (id) => known.source(id)?.possiblySame ?? [])
  return all.length < 2 ? null : (all.sort()[0] ?? null)
}

function reach(start: Id, next: (id: Id) => readonly Id[]): Id[] {
  const found = [start]
  const seen = new Set(found)
  for (const id of found)
    for (const other of next(id)) {
      if (seen.has(other)) continue
      seen.add(other)
      found.push(other)
    }
  return found
}
