import type { Id } from '../records/base.ts'
import type { GroundRule, Hop, HopMode } from '../records/claim.ts'
import type { Source } from '../records/source.ts'

/** The words that a chain is told in; the window brings translated ones. */
export interface ChainWords {
  /** What the asserter does when nobody is named who was told. */
  modes: Record<HopMode, string>
  told: string
  toldDenying: string
  toldConfirming: string
  reportedBy: string
  citedBy: string
  notNamed: string
  verbatim: string
  groundRules: Record<GroundRule, string>
  unknownSource: string
}

export const englishChainWords: ChainWords = {
  modes: {
    says: 'says',
    writes: 'writes',
    denies: 'denies',
    confirms: 'confirms',
    reports: 'reports',
    cites: 'cites',
  },
  told: 'told',
  toldDenying: 'denied to',
  toldConfirming: 'confirmed to',
  reportedBy: 'as reported by',
  citedBy: 'as cited by',
  notNamed: 'not named',
  verbatim: 'verbatim',
  groundRules: {
    'on-record': 'on the record',
    background: 'on background',
    'deep-background': 'on deep background',
    'off-record': 'off the record',
    unknown: '',
  },
  unknownSource: 'a source that is no longer in the notebook',
}

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
  words: ChainWords = englishChainWords,
): ChainPart[] {
  const parts: ChainPart[] = []
  const say = (text: string): void => {
    parts.push({ text })
  }
  const name = (hop: Hop): void => {
    const source = sourceOf(hop.source)
    parts.push(source ? { text: source.name, source: source.id } : { text: words.unknownSource })
    const terms = termsOf(hop, source, words, hop === chain[0])
    if (terms !== '') say(` (${terms})`)
  }
  chain.forEach((hop, index) => {
    const asserter = chain[0]
    if (index === 0) name(hop)
    else {
      say(
        index === 1 && asserter && chain.length > 2
          ? ` ${toldWord(asserter.mode, words)} `
          : `, ${passedOnBy(hop, words)} `,
      )
      name(hop)
    }
    if (index === 0 && chain.length <= 2) say(` ${words.modes[hop.mode]}`)
  })
  return parts
}

/** The chain sentence as plain text. */
export function chainText(
  chain: readonly Hop[],
  sourceOf: (id: Id<'source'>) => NameOfSource | undefined,
  words: ChainWords = englishChainWords,
): string {
  return chainSentence(chain, sourceOf, words)
    .map(({ text }) => text)
    .join('')
}

/** That somebody passed it on openly goes without saying. */
function termsOf(hop: Hop, source: NameOfSource | undefined, words: ChainWords, isAsserter: boolean): string {
  return [
    source?.kind === 'anonymous' ? words.notNamed : '',
    isAsserter || hop.groundRule !== 'on-record' ? words.groundRules[hop.groundRule] : '',
    hop.verbatim ? words.verbatim : '',
  ]
    .filter((term) => term !== '')
    .join(', ')
}

function toldWord(mode: HopMode, words: ChainWords): string {
  if (mode === 'denies') return words.toldDenying
  if (mode === 'confirms') return words.toldConfirming
  return words.told
}

function passedOnBy(hop: Hop, words: ChainWords): string {
  return hop.mode === 'cites' ? words.citedBy : words.reportedBy
}
