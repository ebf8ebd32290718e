import { evenSpaces } from '../text/even-spaces.ts'
import { overlap, type Span } from '../anchoring/span.ts'
import type { HopMode } from '../records/claim.ts'
import type { SourceKind } from '../records/source.ts'
import { paragraphAt } from '../text/segments.ts'
import { attributionsIn, verbs, type Attribution } from './attributions.ts'
import { chainOf, type SuggestedHop } from './chain-of.ts'
import { quotationAround, quotationsIn, sentencesIn } from './quotations.ts'
import { kindOf } from './who-words.ts'
import { entriesOf } from '../records/entries-of.ts'

/** What is farther away from the passage does not matter, not even for whom “she” means. */
const reach = 3000

/** What stands around a passage. */
interface Around {
  text: string
  /** All of the text up to the passage. */
  before: string
  passage: Span
  paragraph: Span
  /** The sentences that the passage touches. */
  sentence: Span
  quotations: readonly Span[]
  attributions: readonly Attribution[]
}

/**
 * The chain that the words around a passage tell, from the one who asserts it outwards; null where they do not. By rules for
 * English: reporting verbs, “according to”, “told”, quotation marks. Always a suggestion.
 * @param passage where the highlight stands in the text, in UTF-16 code units
 * @param outlet who published the text; it is added as the last one
 */
export function suggestChain(text: string, passage: Span, outlet: string | null): SuggestedHop[] | null {
  const around = lookAround(text, passage)
  const best = around && bestOf(around)
  return best ? chainFrom(best, around, outlet) : null
}

function lookAround(all: string, given: Span): Around | undefined {
  const words = all.slice(given.start, given.end)
  const from = Math.max(0, given.start - reach)
  const text = evenSpaces(all.slice(from, given.end + reach))
  const start = given.start - from + words.length - words.trimStart().length
  const passage = { start, end: start + words.trim().length }
  if (passage.end === passage.start) return undefined
  const paragraph = { start: paragraphAt(text, passage.start).start, end: paragraphAt(text, passage.end).end }
  const quotations = quotationsIn(text)
  const sentences = sentencesIn(text, quotations)
  const touched = sentences.filter((one) => overlap(one, passage))
  return {
    text,
    before: all.slice(0, given.start),
    passage,
    paragraph,
    quotations,
    attributions: attributionsIn(text, sentences),
    sentence: { start: touched[0]?.start ?? paragraph.start, end: touched.at(-1)?.end ?? paragraph.end },
  }
}

/** The nearest one in the sentence. A quotation that nobody is named for goes on speaking for the one before. */
function bestOf({
  text,
  passage,
  paragraph,
  sentence,
  quotations,
  attributions,
}: Around): Attribution | undefined {
  const quotation = quotationAround(quotations, passage)
  const isWithin = (one: Attribution): boolean =>
    quotations.some(({ start, end }) => start <= one.start && one.end <= end)
  // `“Why?” Marrin asked`: the mark ends no sentence.
  const goesOn = (one: Attribution): boolean =>
    quotation !== undefined &&
    one.start >= quotation.end &&
    /^[!?…–—-]["”’»'] $/.test(text.slice(quotation.end - 2, one.start))
  const there = attributions
    .filter((one) => overlap(one, sentence) || goesOn(one))
    .sort((a, b) => distance(text, a, passage) - distance(text, b, passage) || a.form - b.form)
  const isBefore = (one: Attribution): boolean => one.start >= paragraph.start && one.end <= passage.start
  return (
    there.find((one) => !isWithin(one)) ??
    (quotation && attributions.findLast((one) => isBefore(one) && !isWithin(one))) ??
    there[0]
  )
}

/** How far from the passage something stands; farther in another clause, as “A, but Starr denied it” says nothing of A. */
function distance(text: string, one: Span, passage: Span): number {
  const between = text.slice(Math.min(one.end, passage.end), Math.max(one.start, passage.start))
  const away = Math.max(0, one.start - passage.end, passage.start - one.end)
  return away + (/;|, (?:and|but|while|whereas|though|yet) /.test(between) ? farther : 0)
}
const farther = 200

function chainFrom(best: Attribution, around: Around, outlet: string | null): SuggestedHop[] {
  const { text, passage, paragraph, sentence, quotations, attributions } = around
  return chainOf(
    {
      who: best.who,
      via: best.via,
      isCiting: /citing|quoting|quotes|cites|cited|quoted/.test(best.words),
      modeOf: (kind) => modeOf(best.verb, kind),
      words: best.words,
      verbatim: quotationAround(quotations, passage) !== undefined,
      sentence: text.slice(sentence.start, sentence.end),
      paragraph: text.slice(paragraph.start, paragraph.end),
      before: around.before,
      hasUnnamed: attributions.some((one) => overlap(one, sentence) && kindOf(one.who) === 'anonymous'),
    },
    outlet,
  )
}

function modeOf(verb: string, kind: SourceKind): HopMode {
  const mode = entriesOf(verbs).find(([, words]) => new RegExp(`^(?:${words})$`).test(verb))?.[0] ?? 'says'
  return mode === 'says' && kind === 'outlet' ? 'reports' : mode
}
