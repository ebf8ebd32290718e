import { overlap, type Span } from '../anchoring/span.ts'
import type { GroundRule, HopMode } from '../records/claim.ts'
import type { SourceKind } from '../records/source.ts'
import { paragraphAt } from '../text/segments.ts'
import { attributionsIn, verbs, type Attribution } from './attributions.ts'
import { fullNameIn, splitTitle } from './full-names.ts'
import { quotationAround, quotationsIn, sentencesIn } from './quotations.ts'
import { isRelayer, kindOf, named } from './who-words.ts'

/** A step of a chain as the words of a text have it. */
export interface SuggestedHop {
  name: string
  kind: SourceKind
  mode: HopMode
  verbatim: boolean
  groundRule: GroundRule
  words: string
  /** What stands before the name: “Energy Minister”. */
  role: string
  /** Whether it is the outlet that published the text. */
  isOutlet: boolean
}

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
  const text = all.slice(from, given.end + reach).replace(/[\u00a0\u202f\t]/g, ' ')
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
  const { text, passage, sentence, quotations } = around
  // Only one who publishes can be the outlet, whatever the name sounds like.
  const isOutlet = outlet !== null && isSame(best.who, outlet)
  const titled = splitTitle(best.who)
  const kind = isOutlet ? 'outlet' : kindOf(titled.name)
  const isPerson = kind === 'person'
  const written = isPerson ? titled.name : best.who
  const name = isOutlet ? outlet : nameOf(isPerson ? fullNameIn(around.before, written) : written, kind)
  const isCiting = /citing|quoting|quotes|cites|cited|quoted/.test(best.words)
  const via = best.via ?? interviewer(text.slice(sentence.start, sentence.end))
  const first: SuggestedHop = {
    name,
    kind,
    mode: modeOf(best.verb, kind),
    words: best.words,
    verbatim: quotationAround(quotations, passage) !== undefined,
    groundRule: groundRuleOf(around, kind),
    role: isPerson ? titled.role : '',
    isOutlet,
  }
  const on = (name: string, mode: HopMode): SuggestedHop => ({
    name,
    kind: 'outlet',
    mode,
    verbatim: false,
    groundRule: 'on-record',
    words: '',
    role: '',
    isOutlet: outlet !== null && isSame(name, outlet),
  })
  const later = [
    ...(via !== null && isRelayer(via) ? [on(nameOf(via, 'outlet'), isCiting ? 'cites' : 'reports')] : []),
    ...(outlet === null ? [] : [on(outlet, 'reports')]),
  ]
  // Nobody passes on what they said themselves, and who passes it on to themselves is there once.
  const others = later.filter((hop) => !isSame(hop.name, name))
  return [first, ...others.filter((hop, n) => !others.slice(n + 1).some((one) => isSame(one.name, hop.name)))]
}

const withoutThe = (name: string): string => name.replace(/^the /i, '').toLowerCase()
const isSame = (one: string, other: string): boolean => withoutThe(one) === withoutThe(other)

/** The article belongs to what people are called who are not named, and to the names of some outlets. */
function nameOf(name: string, kind: SourceKind): string {
  if (kind === 'anonymous' || kind === 'document') return name
  return name.replace(kind === 'outlet' ? /^the / : /^the /i, '')
}

/** “in an interview with North Wire” */
function interviewer(sentence: string): string | null {
  const name = interview.exec(sentence)?.[1]
  return name !== undefined && kindOf(name) === 'outlet' ? name : null
}
const interview = new RegExp(
  `(?:interview with|speaking (?:to|with)|(?:statement|remarks) to) (${named})`,
  'u',
)

function modeOf(verb: string, kind: SourceKind): HopMode {
  const modes = Object.entries(verbs) as [keyof typeof verbs, string][]
  const mode = modes.find(([, words]) => new RegExp(`^(?:${words})$`).test(verb))?.[0] ?? 'says'
  return mode === 'says' && kind === 'outlet' ? 'reports' : mode
}

/**
 * People who are not named often tell their terms in a sentence of its own; the terms in the sentence of somebody who is named
 * are theirs unless it tells of others, too.
 */
function groundRuleOf({ text, sentence, paragraph, attributions }: Around, kind: SourceKind): GroundRule {
  const own = termsIn(text.slice(sentence.start, sentence.end))
  if (kind === 'anonymous') return own ?? termsIn(text.slice(paragraph.start, paragraph.end)) ?? 'unknown'
  const isOthers = attributions.some((one) => overlap(one, sentence) && kindOf(one.who) === 'anonymous')
  return (isOthers ? undefined : own) ?? 'on-record'
}

function termsIn(words: string): GroundRule | undefined {
  if (/deep background/i.test(words)) return 'deep-background'
  if (/off the record/i.test(words)) return 'off-record'
  const isBackground =
    /on background|anonym|not (?:want )?(?:to )?be (?:named|identified)|declined to be (?:named|identified)|not authori[sz]ed to speak|not for attribution/i
  return isBackground.test(words) ? 'background' : undefined
}
