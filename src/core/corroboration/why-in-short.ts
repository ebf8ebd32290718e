import type { RecordId } from '../records/base.ts'
import type { Language } from '../words/language.ts'
import { said, speak, type Said } from '../words/say.ts'
import type { Corroboration, StanceOrigins } from './corroborate.ts'
import { reasonText, type JoinKind, type JoinReason } from './join-reason.ts'

/**
 * Why a claim has as many origins as it has, in one sentence: of each side what joins most of its evidence. The rest stands with the
 * origins (`whyCounted` tells all of it).
 * @returns '' where nothing counts
 */
export function whyInShort(
  { supports, disputes }: Corroboration,
  nameOf: (id: RecordId) => string,
  language: Language,
): string {
  const sides = [
    sideInShort('for', supports, nameOf, language),
    sideInShort('against', disputes, nameOf, language),
  ].flatMap((side) => (side ? [speak(side, language)] : []))
  const [first, second] = sides
  if (first === undefined) return ''
  const sentence =
    second === undefined
      ? `${first}.`
      : speak(said('exported.verdict.line', { for: first, against: second }), language)
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1)
}

function sideInShort(
  side: 'for' | 'against',
  { evidence: count, origins }: StanceOrigins,
  nameOf: (id: RecordId) => string,
  language: Language,
): Said | undefined {
  if (count === 0) return undefined
  if (count === 1) return said(`exported.verdict.${side}One`)
  const [largest] = origins.toSorted((a, b) => b.evidence.length - a.evidence.length)
  const [strongest] = (largest?.reasons ?? []).toSorted(byStrength)
  if (!largest || !strongest) return said(`exported.verdict.${side}Apart`, { count })
  const reason = reasonText(strongest, nameOf, language)
  if (origins.length === 1) return said(`exported.verdict.${side}All`, { count, reason })
  return said(`exported.verdict.${side}Some`, { count, joined: largest.evidence.length, reason })
}

/** What says most of why they are one, where it is of as many pieces. */
const telling: readonly JoinKind[] = [
  'by-hand',
  'derived-article',
  'same-report',
  'derived-source',
  'speaks-for',
]
const placeOf = ({ kind }: JoinReason): number => {
  const at = telling.indexOf(kind)
  return at === -1 ? telling.length : at
}
const byStrength = (a: JoinReason, b: JoinReason): number =>
  b.evidence.length - a.evidence.length || placeOf(a) - placeOf(b)
