import type { Id } from '../records/base.ts'
import type { Source } from '../records/source.ts'
import { withoutAtEnd } from '../text/scan.ts'
import { foldWord, searchedWords, type SearchedWord } from './searched-words.ts'

/** A source that is never to be named in what goes out, with all its spellings. */
export interface ConfidentialSource {
  /** The one that stands for it after merges. */
  id: Id
  spellings: readonly string[]
  /** Whether its last name alone may mean it. */
  isPerson: boolean
}

/** Where a confidential source is named in a text, in UTF-16 code units. */
export interface NamedSpan {
  start: number
  end: number
  source: Id
  /** A surname alone may be somebody else's. */
  isCertain: boolean
}

interface Spelling {
  source: Id
  words: readonly string[]
}

const titles = new Set(
  'mr mrs ms mx dr prof professor sir dame herr frau mme mlle gen col capt lt sgt maj sen rep gov amb hon rev fr judge minister'.split(
    ' ',
  ),
)
const particles = new Set(
  'al el ul bin ibn ben bint abu de da di do dos das du del della van von der den ten ter la le los las the of and'.split(
    ' ',
  ),
)
/** Scripts that part no words, or join endings to them. */
const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const withPrefixes = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const cyrillic = /\p{Script=Cyrillic}/u
const cyrillicEnding = /[аеёиіїоуыэюяйьъ]{1,2}$/u
/** Between two words of a name may stand so many code units of other signs. */
const widestGap = 8
/** A surname with fewer letters is too often something else. */
const shortestSurname = 3

/** Finds the names of confidential sources in texts: in any case, with or without accents, in the genitive, turned, in addresses. */
export class ConfidentialNames {
  /** By their first words. Names of scripts that part no words are searched for in each word. */
  readonly #spellings = new Map<string, Spelling[]>()
  readonly #unparted: Spelling[] = []
  readonly #inflected: Spelling[] = []
  readonly #joined = new Map<string, Id>()
  readonly #surnames = new Map<string, Id>()

  constructor(sources: readonly ConfidentialSource[]) {
    for (const source of sources) for (const name of source.spellings) this.#add(name, source)
  }

  get isEmpty(): boolean {
    return this.#spellings.size + this.#surnames.size === 0
  }

  /** Every place where one is named, in order; they do not overlap. */
  find(text: string): NamedSpan[] {
    if (this.isEmpty || text === '') return []
    const words = searchedWords(text)
    const found: NamedSpan[] = []
    for (let at = 0; at < words.length;) {
      const named = this.#namedAt(words, at)
      if (named) found.push(named.span)
      at += named?.words ?? 1
    }
    return found
  }

  /** Whether one is certainly named in a text. */
  isIn(text: string): boolean {
    return this.find(text).some(({ isCertain }) => isCertain)
  }

  /** The source that a whole name is a spelling of. */
  sourceNamed(name: string): Id | undefined {
    const [first, ...more] = this.find(name)
    const words = searchedWords(name)
    const isWhole =
      first?.isCertain === true && first.start === words[0]?.start && first.end >= (words.at(-1)?.end ?? 0)
    return isWhole && more.length === 0 ? first.source : undefined
  }

  #namedAt(words: readonly SearchedWord[], at: number): { span: NamedSpan; words: number } | undefined {
    const word = words[at]
    if (!word) return undefined
    const whole = this.#longestAt(words, at)
    if (whole) {
      const last = words[at + whole.length - 1] ?? word
      return {
        span: { start: word.start, end: last.end, source: whole.source, isCertain: true },
        words: whole.length,
      }
    }
    const one = (source: Id, isCertain: boolean): { span: NamedSpan; words: number } => ({
      span: { start: word.start, end: word.end, source, isCertain },
      words: 1,
    })
    const inside = this.#unparted.find((spelling) => word.folded.includes(spelling.words.join('')))
    if (inside) return one(inside.source, true)
    const joined = this.#joined.get(withoutAtEnd(word.folded, '0123456789'))
    if (joined !== undefined) return one(joined, true)
    const surname = this.#surnames.get(word.folded) ?? this.#surnames.get(word.folded.replace(/s$/, ''))
    return surname === undefined ? undefined : one(surname, false)
  }

  #longestAt(words: readonly SearchedWord[], at: number): { source: Id; length: number } | undefined {
    const first = words[at]?.folded ?? ''
    const candidates = [
      ...startsOf(first).flatMap((start) => this.#spellings.get(start) ?? []),
      ...(cyrillic.test(first) ? this.#inflected : []),
    ]
    let best: { source: Id; length: number } | undefined
    for (const { source, words: wanted } of candidates) {
      const length =
        lengthOf(words, at, wanted) ?? (wanted.length > 1 ? lengthOf(words, at, turned(wanted)) : undefined)
      if (length !== undefined && length > (best?.length ?? 0)) best = { source, length }
    }
    return best
  }

  #add(name: string, { id, isPerson }: ConfidentialSource): void {
    for (const words of variantsOf(name)) {
      const spelling: Spelling = { source: id, words }
      const [only = ''] = words
      if (words.length === 1 && only.length < shortestSurname && !unparted.test(only)) {
        // One or two letters are too often something else.
        if (only.length === 2) this.#surnames.set(only, id)
        continue
      }
      if (words.every((word) => unparted.test(word))) this.#unparted.push(spelling)
      for (const start of new Set([words[0] ?? '', turned(words)[0] ?? '']))
        this.#spellings.set(start, [...(this.#spellings.get(start) ?? []), spelling])
      if (words.some((word) => cyrillic.test(word))) this.#inflected.push(spelling)
      if (words.length > 1 && words.join('').length > 5) {
        this.#joined.set(words.join(''), id)
        this.#joined.set(turned(words).join(''), id)
      }
      if (!isPerson || words.length < 2 || !isProperName(name)) continue
      for (const word of words.slice(1))
        if (word.length >= shortestSurname && !particles.has(word)) this.#surnames.set(word, id)
    }
  }
}

/** Whether a spelling is a name, and not what somebody is called instead: “A pilot on the ferry route”. */
function isProperName(name: string): boolean {
  const words = (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !particles.has(foldWord(word)))
  return words.every((word) => !/^\p{Ll}/u.test(word)) && !/^(?:an?|the|one|two|three|some) /i.test(name)
}

/** How a word may begin a spelling: as it is, without the ending of a genitive, without prefixes that are written in one with it. */
function startsOf(word: string): string[] {
  const starts = [word, word.replace(/s$/, '')]
  if (withPrefixes.test(word)) for (let cut = 1; cut <= 3; cut += 1) starts.push(word.slice(cut))
  return [...new Set(starts)]
}

/** “Doe Jane” for “Jane Doe”. */
const turned = (words: readonly string[]): string[] => [...words.slice(-1), ...words.slice(0, -1)]

/** The ways to write a name, as folded words: without titles, umlauts with an e. */
function variantsOf(name: string): string[][] {
  const [last, first, ...more] = name.split(',')
  const straight = first === undefined || more.length > 0 ? name : `${first} ${last ?? ''}`
  const foldedOf = (text: string): string[] => searchedWords(text).map(({ folded }) => folded)
  const withE = straight.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => `${foldWord(letter)}e`)
  const variants = [foldedOf(straight), foldedOf(withE)].flatMap((words) => {
    const plain = words.filter((word) => !titles.has(word))
    return plain.length > 0 && plain.length < words.length ? [words, plain] : [words]
  })
  const kept = variants.filter((words) => words.length > 0)
  return [...new Map(kept.map((words) => [words.join(' '), words])).values()]
}

/** How many words of a text, from one on, are a spelling; between the first and the last may stand initials. */
function lengthOf(words: readonly SearchedWord[], at: number, wanted: readonly string[]): number | undefined {
  let next = at
  for (const [index, want] of wanted.entries()) {
    const isNext = isForm(words[next]?.folded ?? '', want, index === 0)
    const skipped = index === 0 || isNext ? 0 : initialsAt(words, next)
    const word = words[next + skipped]
    if (!word || (index > 0 && !areClose(words, next + skipped))) return undefined
    if (!isForm(word.folded, want, index === 0)) return undefined
    next += skipped + 1
  }
  return next - at
}

/** How many initials stand there: “Jane M. Doe”. */
function initialsAt(words: readonly SearchedWord[], at: number): number {
  let count = 0
  while (count < 2 && words[at + count]?.folded.length === 1 && areClose(words, at + count)) count += 1
  return words[at + count] === undefined ? 0 : count
}

const areClose = (words: readonly SearchedWord[], at: number): boolean => {
  const [before, word] = [words[at - 1], words[at]]
  return before !== undefined && word !== undefined && word.start - before.end <= widestGap
}

/** Whether a word is one of a name, or a form of it: with the ending of a genitive, in a Slavic case, behind a prefix. */
function isForm(word: string, want: string, isFirst: boolean): boolean {
  if (word === want || word === `${want}s`) return true
  if (isFirst && withPrefixes.test(word) && word.endsWith(want) && word.length - want.length <= 3) return true
  if (!cyrillic.test(want) || want.length < 4) return false
  const stem = want.replace(cyrillicEnding, '')
  return stem.length >= 3 && word.startsWith(stem) && word.length - stem.length <= 3
}

/** Whether a source is a person, or nobody knows what it is. */
export const mayBePerson = ({ kind }: Pick<Source, 'kind'>): boolean =>
  kind === 'person' || kind === 'anonymous'
