import * as z from 'zod'
import { Hop, type GroundRule, type HopMode } from '../records/claim.ts'
import { sourceKinds, type SourceKind } from '../records/source.ts'
import { fullNameIn, splitTitle } from './full-names.ts'
import { isRelayer, kindOf, named } from './who-words.ts'

/** A step of a chain as the words of a text have it. */
export const SuggestedHop = Hop.omit({ source: true }).extend({
  name: z.string().trim().min(1),
  kind: z.enum(sourceKinds),
  /** What stands before the name: “Energy Minister”. */
  role: z.string(),
  /** Whether it is the outlet that published the text. */
  isOutlet: z.boolean(),
})
export type SuggestedHop = z.infer<typeof SuggestedHop>

/** What a text tells of who says something. */
export interface Told {
  who: string
  /** What it is, where the text tells more than the name. */
  kind?: SourceKind | undefined
  /** Whom they told, or who cites them. */
  via: string | null
  isCiting: boolean
  modeOf: (kind: SourceKind) => HopMode
  words: string
  verbatim: boolean
  /** The sentence that says so, its paragraph, and all of the text before it. */
  sentence: string
  paragraph: string
  before: string
  /** Whether the sentence tells of others who are not named. */
  hasUnnamed: boolean
}

/**
 * The chain that words tell, from the one who asserts it outwards.
 * @param outlet who published the text; it is added as the last one
 */
export function chainOf(told: Told, outlet: string | null): SuggestedHop[] {
  // Only one who publishes can be the outlet, whatever the name sounds like.
  const isOutlet = outlet !== null && isSame(told.who, outlet)
  const titled = splitTitle(told.who)
  const kind = isOutlet ? 'outlet' : (told.kind ?? kindOf(titled.name))
  const isPerson = kind === 'person'
  const written = isPerson ? titled.name : told.who
  const name = isOutlet ? outlet : nameOf(isPerson ? fullNameIn(told.before, written) : written, kind)
  const via = told.via ?? interviewer(told.sentence)
  const first: SuggestedHop = {
    name,
    kind,
    mode: told.modeOf(kind),
    words: told.words,
    verbatim: told.verbatim,
    groundRule: groundRuleOf(told, kind),
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
    ...(via !== null && isRelayer(via)
      ? [on(nameOf(via, 'outlet'), told.isCiting ? 'cites' : 'reports')]
      : []),
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

/**
 * People who are not named often tell their terms in a sentence of its own; the terms in the sentence of somebody who is named
 * are theirs unless it tells of others, too.
 */
function groundRuleOf({ sentence, paragraph, hasUnnamed }: Told, kind: SourceKind): GroundRule {
  const own = termsIn(sentence)
  if (kind === 'anonymous') return own ?? termsIn(paragraph) ?? 'unknown'
  return (hasUnnamed ? undefined : own) ?? 'on-record'
}

function termsIn(words: string): GroundRule | undefined {
  if (/deep background/i.test(words)) return 'deep-background'
  if (/off the record/i.test(words)) return 'off-record'
  const isBackground =
    /on background|anonym|not (?:want )?(?:to )?be (?:named|identified)|declined to be (?:named|identified)|not authori[sz]ed to speak|not for attribution/i
  return isBackground.test(words) ? 'background' : undefined
}
