import type { Id } from '../records/base.ts'
import type { Source } from '../records/source.ts'
import { searchedWords, type SearchedWord } from './searched-words.ts'
import { isForm, spellingsOf, unparted, type NameSpelling } from './spellings.ts'

/** A source that is never to be named in what goes out, with all its spellings. */
export interface ConfidentialSource {
  /** The one that stands for it after merges. */
  id: Id<'source'>
  spellings: readonly string[]
  /** Whether its last name alone may mean it. */
  isPerson: boolean
}

/** Where a confidential source is named in a text, in UTF-16 code units. */
export interface NamedSpan {
  start: number
  end: number
  source: Id<'source'>
  /** A surname alone may be somebody else's, and a word in small letters no name at all. */
  isCertain: boolean
  /** How many words of the text it has. */
  words: number
}

interface Known extends NameSpelling {
  source: Id<'source'>
}

/** Between two words of a name may stand so many code units of other signs. */
const widestGap = 8
/** Between the first and the last word may stand so many others: initials, further names. */
const mostBetween = 2
/** Names in one word that are found within another one: `interviewReneeKovar`. */
const shortestJoined = 7
/** A name of one short word, in small letters, is more often the word: may, art, will. */
const shortWord = 5

/** Finds the names of confidential sources in texts: in any case, with or without accents, in the genitive, turned, in addresses. */
export class ConfidentialNames {
  readonly #byStart = new Map<string, Known[]>()
  /** Those that bend at their ends, or have no words: asked of each word. */
  readonly #others: Known[] = []
  readonly #joined = new Map<string, Id<'source'>>()
  readonly #surnames = new Map<string, Id<'source'>>()
  readonly #bentSurnames: [surname: string, source: Id<'source'>][] = []

  constructor(sources: readonly ConfidentialSource[]) {
    for (const source of sources) for (const name of source.spellings) this.#add(name, source)
  }

  get isEmpty(): boolean {
    return this.#byStart.size + this.#others.length + this.#surnames.size === 0
  }

  /** Every place where one is named, in order; they do not overlap. */
  find(text: string): NamedSpan[] {
    if (this.isEmpty || text === '') return []
    const words = searchedWords(text)
    const found: NamedSpan[] = []
    for (let at = 0; at < words.length;) {
      const named = this.#namedAt(text, words, at)
      if (named) found.push(named)
      at += named?.words ?? 1
    }
    return found
  }

  /** Whether one is certainly named in a text. */
  isIn(text: string): boolean {
    return this.find(text).some(({ isCertain }) => isCertain)
  }

  /** The source that a whole name is a spelling of. */
  sourceNamed(name: string): Id<'source'> | undefined {
    const [first, ...more] = this.find(name)
    const words = searchedWords(name)
    const isWhole =
      first?.isCertain === true && first.start === words[0]?.start && first.end >= (words.at(-1)?.end ?? 0)
    return isWhole && more.length === 0 ? first.source : undefined
  }

  #namedAt(text: string, words: readonly SearchedWord[], at: number): NamedSpan | undefined {
    const word = words[at]
    if (!word) return undefined
    const whole = this.#longestAt(text, words, at)
    if (whole) {
      const last = words[at + whole.length - 1] ?? word
      return { start: word.start, end: last.end, words: whole.length, ...whole }
    }
    return this.#insideAt(words, at) ?? this.#joinedAt(word) ?? this.#surnameAt(word)
  }

  #longestAt(
    text: string,
    words: readonly SearchedWord[],
    at: number,
  ): { source: Id<'source'>; length: number; isCertain: boolean } | undefined {
    const first = words[at]?.folded ?? ''
    const candidates = [
      ...startsOf(first).flatMap((start) => this.#byStart.get(start) ?? []),
      ...this.#others,
    ]
    let best: { source: Id<'source'>; length: number; isCertain: boolean } | undefined
    for (const known of candidates) {
      const length = lengthOf(text, words, at, known)
      if (length !== undefined && length > (best?.length ?? 0))
        best = { source: known.source, length, isCertain: isCertainly(words[at], known) }
    }
    return best
  }

  /** A name of a script that parts no words, within a word or across two that stand together. */
  #insideAt(words: readonly SearchedWord[], at: number): NamedSpan | undefined {
    const [word, next] = [words[at], words[at + 1]]
    if (!word || !unparted.test(word.folded)) return undefined
    for (const { source, words: parts } of this.#others) {
      const name = parts.join('')
      if (!unparted.test(name)) continue
      const index = word.folded.indexOf(name)
      if (index !== -1) return { ...partOf(word, index, name.length), source, isCertain: true, words: 1 }
      const isBeside = next !== undefined && next.start - word.end <= 2
      const across = isBeside ? (word.folded + next.folded).indexOf(name) : -1
      if (isBeside && across !== -1 && across < word.folded.length)
        return { start: partOf(word, across, 1).start, end: next.end, source, isCertain: true, words: 2 }
      const [surname = ''] = parts
      const alone = parts.length > 1 ? word.folded.indexOf(surname) : -1
      if (alone !== -1) return { ...partOf(word, alone, surname.length), source, isCertain: false, words: 1 }
    }
    return undefined
  }

  #joinedAt(word: SearchedWord): NamedSpan | undefined {
    const { start, end } = word
    const exact = this.#joined.get(word.folded)
    if (exact !== undefined) return { start, end, source: exact, isCertain: true, words: 1 }
    if (word.folded.length < shortestJoined) return undefined
    for (const [joined, source] of this.#joined)
      if (joined.length >= shortestJoined && word.folded.includes(joined))
        return { start, end, source, isCertain: true, words: 1 }
    return undefined
  }

  #surnameAt(word: SearchedWord): NamedSpan | undefined {
    const { start, end, folded } = word
    const source =
      this.#surnames.get(folded) ??
      this.#surnames.get(folded.replace(/s$/, '')) ??
      this.#bentSurnames.find(([surname]) => isForm(folded, surname, true))?.[1]
    return source === undefined ? undefined : { start, end, source, isCertain: false, words: 1 }
  }

  #add(name: string, { id, isPerson }: ConfidentialSource): void {
    for (const spelling of spellingsOf(name, isPerson)) {
      const { words, isBent, surnames, isDoubtful } = spelling
      for (const surname of surnames) {
        this.#surnames.set(surname, id)
        if (isBent) this.#bentSurnames.push([surname, id])
      }
      if (isDoubtful) continue
      const known: Known = { ...spelling, source: id }
      if (isBent || unparted.test(words.join(''))) this.#others.push(known)
      else
        for (const start of new Set([words[0] ?? '', words.at(-1) ?? '']))
          this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), known])
      if (words.length < 2 || words.join('').length < 5) continue
      this.#joined.set(words.join(''), id)
      this.#joined.set(turned(words).join(''), id)
    }
  }
}

/** A lower-case hit of a short name in one word is more often the word itself. */
const isCertainly = (word: SearchedWord | undefined, { words }: Known): boolean =>
  words.length > 1 || word === undefined || word.isCapital || (words[0]?.length ?? 0) > shortWord

/** How a word may begin a spelling: as it is, without the ending of a genitive, without prefixes that are written in one with it. */
function startsOf(word: string): string[] {
  const starts = [word, word.replace(/s$/, '')]
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word))
    for (let cut = 1; cut <= 3; cut += 1) starts.push(word.slice(cut))
  return [...new Set(starts)]
}

/** “Doe Jane” for “Jane Doe”. */
const turned = (words: readonly string[]): string[] => [...words.slice(-1), ...words.slice(0, -1)]

/** How many words of a text, from one on, are a spelling, straight or turned. */
function lengthOf(
  text: string,
  words: readonly SearchedWord[],
  at: number,
  spelling: NameSpelling,
): number | undefined {
  const straight = orderedLength(text, words, at, spelling.words, spelling)
  if (straight !== undefined || spelling.words.length < 2) return straight
  return orderedLength(text, words, at, turned(spelling.words), { ...spelling, mayHaveMore: false })
}

function orderedLength(
  text: string,
  words: readonly SearchedWord[],
  at: number,
  wanted: readonly string[],
  { mayHaveMore, bendsTogether }: NameSpelling,
): number | undefined {
  let next = at
  let isBent = false
  for (const [index, want] of wanted.entries()) {
    const isFirst = index === 0
    const skipped = isFirst || !mayHaveMore ? 0 : betweenAt(words, next, want)
    const word = words[next + skipped]
    if (!word || (!isFirst && !isClose(text, words, next + skipped))) return undefined
    const isAsItIs = isForm(word.folded, want, isFirst)
    // “Jana Nováka” is Jan Novák; “Carla Marx” is not Carl.
    if (!isAsItIs && !(bendsTogether && isForm(word.folded, want, isFirst, true))) return undefined
    if (isBent && isAsItIs) return undefined
    isBent ||= !isAsItIs
    next += skipped + 1
  }
  return next - at
}

/** How many initials and further names stand before a word of the name: “Jane M. Doe”, “Renée Anna Kovář”. */
function betweenAt(words: readonly SearchedWord[], at: number, want: string): number {
  for (let count = 0; count <= mostBetween; count += 1) {
    const word = words[at + count]
    if (!word) return 0
    if (isForm(word.folded, want, false)) return count
    if (!word.isCapital && word.folded.length > 1) return 0
  }
  return 0
}

/** Whether a word goes on with the one before it. In small letters, a comma or a point between them parts them. */
function isClose(text: string, words: readonly SearchedWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || word.start - before.end > widestGap) return false
  return before.isCapital || word.isCapital || !/[,;:.!?]\s/.test(text.slice(before.end, word.start))
}

/** A part of a word, where the word was folded letter by letter; else all of it. */
const partOf = (
  { folded, start, end }: SearchedWord,
  index: number,
  length: number,
): { start: number; end: number } =>
  folded.length === end - start ? { start: start + index, end: start + index + length } : { start, end }

/** Whether a source is a person, or nobody knows what it is. */
export const mayBePerson = ({ kind }: Pick<Source, 'kind'>): boolean =>
  kind === 'person' || kind === 'anonymous'
