import type { Id } from '../records/base.ts'
import type { Hop, HopMode } from '../records/claim.ts'
import type { Source } from '../records/source.ts'
import type { Language } from '../words/language.ts'
import { said, speak, type Said } from '../words/say.ts'

/** A piece of the sentence; `source` marks the name of a source. */
export interface ChainPart {
  text: string
  source?: Id<'source'>
}

export type NameOfSource = Pick<Source, 'id' | 'name' | 'kind'>

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
  const say = (text: string): void => {
    parts.push({ text })
  }
  const name = (hop: Hop): void => {
    const source = sourceOf(hop.source)
    parts.push(
      source
        ? { text: source.name, source: source.id }
        : { text: speak(said('terms.chain.unknownSource'), language) },
    )
    const terms = termsOf(hop, source, hop === chain[0]).map((term) => speak(term, language))
    if (terms.length > 0) say(` (${terms.join(', ')})`)
  }
  chain.forEach((hop, index) => {
    const asserter = chain[0]
    if (index === 0) name(hop)
    else {
      say(
        index === 1 && asserter && chain.length > 2
          ? ` ${speak(toldWord(asserter.mode), language)} `
          : `, ${speak(passedOnBy(hop), language)} `,
      )
      name(hop)
    }
    if (index === 0 && chain.length <= 2) say(` ${speak(said(`terms.hopModes.${hop.mode}`), language)}`)
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

/** That somebody passed it on openly goes without saying, and so does what is not known. */
function termsOf(hop: Hop, source: NameOfSource | undefined, isAsserter: boolean): Said[] {
  const isToldOf = hop.groundRule !== 'unknown' && (isAsserter || hop.groundRule !== 'on-record')
  return [
    ...(source?.kind === 'anonymous' ? [said('terms.chain.notNamed')] : []),
    ...(isToldOf ? [said(`terms.groundRules.${hop.groundRule}`)] : []),
    ...(hop.verbatim ? [said('terms.chain.verbatim')] : []),
  ]
}

function toldWord(mode: HopMode): Said {
  if (mode === 'denies') return said('terms.chain.toldDenying')
  if (mode === 'confirms') return said('terms.chain.toldConfirming')
  return said('terms.chain.told')
}

const passedOnBy = (hop: Hop): Said =>
  hop.mode === 'cites' ? said('terms.chain.citedBy') : said('terms.chain.reportedBy')
