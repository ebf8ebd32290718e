import { foldedWords, foldName } from '../records/fold-name.ts'
import { numbersIn } from '../claims/numbers.ts'
import { leastDoubtful } from './certain.ts'
import { compared, likenessOf, type Compared } from './already-said.ts'
import type { Statement } from './statement.ts'

/** What changed on the way from one article to another. */
export const driftKinds = [
  'attribution-lost',
  'hedge-lost',
  'figure-changed',
  'verb-hardened',
  'quotation-reworded',
] as const
export type DriftKind = (typeof driftKinds)[number]

/** A statement of one article as another one has it. */
export interface Drift extends Change {
  one: Statement
  /** As the other article has it; null where it stands there without anybody who says it. */
  other: Statement | null
}

/** What is compared of how a statement is told. */
export interface Telling {
  /** What is said. */
  exact: string
  /** The words that tell that it is said: “said”, “officials said”. */
  cue: string
  /** Who says it, as one name; null where nobody but the outlet does. */
  who: string | null
  isVerbatim: boolean
}

/** What changed between two tellings, and the words that were lost or stand instead. */
export interface Change {
  kind: DriftKind
  words: [string, string]
}

/** How much of the words must be the same for two to be one statement. */
const nearEnough = 0.5
const hedge =
  /(?<![\p{L}])(?:may|might|could|possibl[ey]|perhaps|probabl[ey]|likely|reportedly|allegedly|apparently|suspected|alleged|appears? to|seems? to|believed to|thought to|up to|about|around|almost|nearly|at least)(?![\p{L}])/giu

/** Verbs by how much they make of what is said: hardly more than a guess, plain, as if it were so, as if it were proven. */
const force = new Map(
  Object.entries({
    0: 'suggest hint imply believe think suspect speculate estimate guess',
    1: 'say tell state add note write report according comment remark describe claim',
    2: 'insist maintain stress warn assert declare announce allege accuse',
    3: 'admit acknowledge concede confess confirm reveal prove show find expose disclose',
  }).flatMap(([degree, words]) => words.split(' ').map((word): [string, number] => [word, Number(degree)])),
)

/**
 * What changed in statements that both of two articles have: pairs are found by their words, or by the same asserter and near words.
 * @param text of the other article, where what is said may stand without anybody who says it
 */
export function driftBetween(
  ones: readonly Statement[],
  others: readonly Statement[],
  text: string,
): Drift[] {
  const sentences = text
    .split(/(?<=[.!?]["”»]?)\s+/u)
    .map((sentence) => ({ sentence, words: withoutNumbers(compared(sentence)) }))
  const candidates = others
    .filter(({ confidence }) => confidence >= leastDoubtful)
    .map((other) => ({ other, telling: tellingOf(other), words: withoutNumbers(compared(other.exact)) }))
  return ones.flatMap((one) => {
    if (!one.isSaid || one.chain.length === 0) return []
    const own = withoutNumbers(compared(one.exact))
    const mine = tellingOf(one)
    const pairs = candidates.flatMap(({ other, telling, words }) => {
      const likeness = likenessOf(own, words)?.likeness ?? 0
      return likeness >= leastLike(mine, telling) ? [{ other, telling, likeness }] : []
    })
    const best = pairs.sort((a, b) => b.likeness - a.likeness)[0]
    if (!best) return lostIn(one, own, sentences)
    const { other, telling } = best
    return changesBetween(mine, telling).map((change) => ({ ...change, one, other }))
  })
}

const tellingOf = ({ exact, cue, chain: [first] }: Statement): Telling => ({
  exact,
  cue: cue?.text ?? '',
  who: first?.name ?? null,
  isVerbatim: first?.verbatim === true,
})

/** Of the same asserter fewer of the words must be the same. */
const leastLike = (one: Telling, other: Telling): number =>
  one.who !== null && foldName(one.who) === foldName(other.who ?? '') ? nearEnough * 0.8 : nearEnough

/** What changed between two passages that a claim rests on; nothing where they do not tell the same statement. */
export function driftOfPassages(one: Telling, other: Telling): Change[] {
  const likeness =
    likenessOf(withoutNumbers(compared(one.exact)), withoutNumbers(compared(other.exact)))?.likeness ?? 0
  if (likeness < leastLike(one, other)) return []
  if (one.who !== null && other.who === null)
    return [{ kind: 'attribution-lost', words: [one.cue || one.who, other.exact.slice(0, longest)] }]
  return other.who === null ? [] : changesBetween(one, other)
}

const withoutNumbers = (one: Compared): Compared => ({
  ...one,
  numbers: new Set(),
})

/** What stands in the other article word for word, or nearly, with nobody who says it. */
function lostIn(
  one: Statement,
  own: Compared,
  sentences: readonly { sentence: string; words: Compared }[],
): Drift[] {
  for (const { sentence, words } of sentences) {
    const found = likenessOf(own, words)
    if (found?.is === 'same' && found.likeness >= nearEnough)
      return [
        { kind: 'attribution-lost', one, other: null, words: [wordsOf(one), sentence.slice(0, longest)] },
      ]
  }
  return []
}
const longest = 300

/** What changed between two tellings of one statement. */
function changesBetween(one: Telling, other: Telling): Change[] {
  const found: Change[] = []
  const add = (kind: DriftKind, before: string, after: string): void => {
    found.push({ kind, words: [before, after] })
  }
  const [before, after] = [hedgesIn(one), hedgesIn(other)]
  const lost = before.filter((word) => !after.includes(word))
  if (lost.length > 0 && after.length < before.length) add('hedge-lost', lost.join(', '), after.join(', '))
  const [mine, theirs] = [figuresIn(one), figuresIn(other)]
  const isChanged =
    mine.some((value) => !theirs.includes(value)) && theirs.some((value) => !mine.includes(value))
  if (isChanged) add('figure-changed', mine.join(', '), theirs.join(', '))
  const [weak, strong] = [forceOf(one.cue), forceOf(other.cue)]
  if (strong > weak && strong === 3) add('verb-hardened', one.cue, other.cue)
  const isQuoted = one.isVerbatim && other.isVerbatim
  if (isQuoted && isReworded(one.exact, other.exact)) add('quotation-reworded', one.exact, other.exact)
  return found
}

const wordsOf = ({ source, cue }: Statement): string => [source?.text, cue?.text].filter(Boolean).join(' ')
const hedgesIn = ({ exact, cue }: Telling): string[] => [
  ...new Set([...`${cue} ${exact}`.matchAll(hedge)].map(([word]) => word.toLowerCase())),
]
const figuresIn = ({ exact }: Telling): number[] =>
  numbersIn(exact)
    .filter(({ isOrdinal }) => !isOrdinal)
    .map(({ value }) => value)

const irregular: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  thought: 'think',
  wrote: 'write',
  found: 'find',
  shown: 'show',
}
const endings = [/s$/, /ed$/, /d$/, /(?<=(.))\1ed$/, /ing$/]

/** How much the words of a cue make of it: by the strongest verb among them, as far as its endings tell; plain where none is known. */
function forceOf(cue: string): number {
  const known = cue
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => [irregular[word] ?? word, ...endings.map((ending) => word.replace(ending, ''))])
    .flatMap((form) => force.get(form) ?? [])
  return known.length === 0 ? 1 : Math.max(...known)
}

/** The same quotation in other words: not one within the other, as papers shorten them. */
function isReworded(one: string, other: string): boolean {
  const [a, b] = [foldedWords(one), foldedWords(other)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length > 3 && !` ${long.join(' ')} `.includes(` ${short.join(' ')} `)
}
