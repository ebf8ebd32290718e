import type { RecordId } from '../records/base.ts'
import type { Language } from '../words/language.ts'
import { said, speak } from '../words/say.ts'
import type { Corroboration, Origin, StanceOrigins } from './corroborate.ts'
import { reasonText } from './join-reason.ts'

/** Why the origins of a claim are as many as they are, in sentences: what is one, what may be one, what does not count. */
export function whyCounted(
  { supports, disputes }: Corroboration,
  nameOf: (id: RecordId) => string,
  language: Language,
): string[] {
  const sides = [supports, disputes]
  const joined = sides.flatMap((side, at) => {
    const one = side.origins.flatMap((origin) => {
      const reasons = reasonsOf(origin, nameOf, language).join(
        speak(said('exported.verdict.between'), language),
      )
      if (reasons === '') return []
      const values = { count: origin.evidence.length, reasons }
      return side.origins.length === 1
        ? [said('exported.verdict.all', { reasons })]
        : [said('exported.verdict.some', values)]
    })
    const apart = side.origins.flatMap((origin) =>
      origin.apart.map((reason) => said('exported.origin.apart', { reason })),
    )
    if (side.evidence === 0) return []
    const values = {
      pieces: said('exported.verdict.evidence', { count: side.evidence }),
      articles: said('exported.verdict.articles', { count: side.articles }),
      origins: said('exported.verdict.origins', { count: side.origins.length }),
    }
    const sentence = speak(
      said(at === 0 ? 'exported.verdict.for' : 'exported.verdict.against', values),
      language,
    )
    const untied = one.length + apart.length === 0 && side.origins.length > 1
    const more = [...one, ...apart, ...(untied ? [said('exported.verdict.untied')] : [])]
    return [[sentence, ...more.map((part) => speak(part, language))].join(' ')]
  })
  return [...joined, ...notCounted({ supports, disputes }, language)]
}

/** What is not certain about the count, and what does not count, in sentences. */
export function notCounted(
  { supports, disputes }: Pick<Corroboration, 'supports' | 'disputes'>,
  language: Language,
): string[] {
  const sides = [supports, disputes]
  const isRange = sides.some((side) => side.least < side.origins.length)
  const sum = (count: (side: StanceOrigins) => number): number =>
    sides.reduce((all, side) => all + count(side), 0)
  const [withdrawn, unsourced] = [sum((side) => side.withdrawn), sum((side) => side.unsourced)]
  const more = [
    ...(isRange ? [said('exported.verdict.range')] : []),
    ...(withdrawn > 0 ? [said('exported.verdict.withdrawn', { count: withdrawn })] : []),
    ...(unsourced > 0 ? [said('exported.verdict.unsourced', { count: unsourced })] : []),
  ]
  return more.map((one) => speak(one, language))
}

/** Why pieces of evidence are one origin, in words; of a reason that is not of all of them, of how many it is. */
const reasonsOf = (
  { reasons, evidence }: Origin,
  nameOf: (id: RecordId) => string,
  language: Language,
): string[] => [
  ...new Set(
    reasons.map((one) => {
      const reason = reasonText(one, nameOf, language)
      const count = one.evidence.length
      return count < evidence.length && reasons.length > 1
        ? speak(said('exported.verdict.part', { count, reason }), language)
        : reason
    }),
  ),
]
