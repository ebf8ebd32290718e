import type { Id } from '../records/base.ts'
import type { Hop, HopMode } from '../records/claim.ts'
import type { Source } from '../records/source.ts'
import type { Language } from '../words/language.ts'
import { said, speak, type Said } from '../words/say.ts'
import { areSeveral } from './who-words.ts'

/** A piece of the sentence; `source` marks the name of a source that is there. */
export interface ChainPart {
  text: string
  source?: Id<'source'>
  /** Which step of the chain it tells of, from 0. */
  step: number
  /** Whether it names who it is, tells on which terms they speak, or how they put it. */
  is: 'name' | 'terms' | 'mode'
}

export type NameOfSource = Pick<Source, 'id' | 'name' | 'kind'> & {
  /** It is confidential: that it is not named, and on which terms it spoke, is said by that. */
  isWithheld?: boolean
}

/**
 * An attribution chain as a sentence: “Two people briefed on the talks (not named, on background) told North Wire,
 * as reported by The Harbour Post”.
 * @param chain from the asserter outwards
 */
export function chainSentence(
  chain: readonly Hop[],
  sourceOf: (id: Id<'source'>) => NameOfSource | undefined,
  language: Language = 'en',
): ChainPart[] {
  const parts: ChainPart[] = []
  const comma = speak(said('terms.chain.comma'), language)
  const name = (hop: Hop, step: number): void => {
    const source = sourceOf(hop.source)
    parts.push(
      source
        ? { text: source.name, source: source.id, step, is: 'name' }
        : { text: speak(said('terms.chain.unknownSource'), language), step, is: 'name' },
    )
    const terms = termsOf(hop, source, step === 0).map((term) => speak(term, language))
    if (terms.length > 0) parts.push({ text: ` (${terms.join(comma)})`, step, is: 'terms' })
  }
  chain.forEach((hop, step) => {
    const asserter = chain[0]
    if (step === 1 && asserter && chain.length > 2)
      parts.push({
        text: ` ${speak(toldWord(asserter.mode, isMany(sourceOf(asserter.source))), language)} `,
        step: 0,
        is: 'mode',
      })
    else if (step > 0) parts.push({ text: `${comma}${speak(passedOnBy(hop), language)} `, step, is: 'mode' })
    name(hop, step)
    if (step === 0 && chain.length <= 2) {
      const modes = isMany(sourceOf(hop.source)) ? 'hopModesOfMany' : 'hopModes'
      parts.push({ text: ` ${speak(said(`terms.${modes}.${hop.mode}`), language)}`, step, is: 'mode' })
    }
  })
  return parts
}

/** The chain sentence as plain text. */
export function chainText(
  chain: readonly Hop[],
  sourceOf: (id: Id<'source'>) => NameOfSource | undefined,
  language: Language = 'en',
): string {
  return chainSentence(chain, sourceOf, language)
    .map(({ text }) => text)
    .join('')
}

/** Whether people who are not named are several. */
const isMany = (source: NameOfSource | undefined): boolean =>
  source?.kind === 'anonymous' && source.isWithheld !== true && areSeveral(source.name)

/** That somebody passed it on openly goes without saying, and so does what is not known. */
function termsOf(hop: Hop, source: NameOfSource | undefined, isAsserter: boolean): Said[] {
  if (source?.isWithheld === true) return hop.verbatim ? [said('terms.chain.verbatim')] : []
  const isToldOf = hop.groundRule !== 'unknown' && (isAsserter || hop.groundRule !== 'on-record')
  return [
    ...(source?.kind === 'anonymous' ? [said('terms.chain.notNamed')] : []),
    ...(isToldOf ? [said(`terms.groundRules.${hop.groundRule}`)] : []),
    ...(hop.verbatim ? [said('terms.chain.verbatim')] : []),
  ]
}

function toldWord(mode: HopMode, isOfMany: boolean): Said {
  const word = mode === 'denies' ? 'toldDenying' : mode === 'confirms' ? 'toldConfirming' : 'told'
  return said(`terms.chain.${word}${isOfMany ? 'OfMany' : ''}` as const)
}

const passedOnBy = (hop: Hop): Said =>
  hop.mode === 'cites' ? said('terms.chain.citedBy') : said('terms.chain.reportedBy')
