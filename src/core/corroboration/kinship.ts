import type { Id } from '../records/base.ts'
import type { Known } from './known.ts'

/** A source and all that it was made from, also through others, the nearest first. */
export const ancestorsOf = (source: Id<'source'>, known: Known): Id<'source'>[] =>
  reach(source, (id) => known.source(id)?.derivedFrom ?? [])

/** What all sources that are possibly one, also through others, are known by; null for a source that is no other one. */
export function perhapsOne(source: Id<'source'>, known: Known): Id<'source'> | null {
  const all = reach(source, (id) => known.source(id)?.possiblySame ?? [])
  return all.length < 2 ? null : (all.sort()[0] ?? null)
}

function reach(start: Id<'source'>, next: (id: Id<'source'>) => readonly Id<'source'>[]): Id<'source'>[] {
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
