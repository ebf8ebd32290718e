import type { Span } from '../../anchoring/span.ts'
import { splitTitle } from '../../attribution/full-names.ts'
import { areSeveral, kindOf } from '../../attribution/who-words.ts'
import { namesIn } from '../../claims/names-in.ts'
import type { Reading } from '../reading.ts'
import { tokenIndexAt, type TaggedText, type Token } from '../tagged-text.ts'
import { chunksIn } from './chunks.ts'
import { genderOf } from './given-names.ts'
import type { People } from './people.ts'
import { sayerOf } from './reporting-words.ts'

/** Who is meant by a source: what they are called, and whether that is sure. */
export interface Who {
  name: string
  isSure: boolean
}

const personal = /^(?:he|she|they|it|him|her|his|their|its|them)$/i
const first = /^(?:i|we|me|us|my|our)$/i
const relative = /^(?:who|which|that|whom|whose)$/i
/** As far as a name stands behind a noun for people, with a comma between. */
const reach = 80

/** Tells whom the sources of a text mean. By rules for English. */
export class Speakers {
  readonly #tagged: TaggedText
  readonly #readings: readonly Reading[]
  readonly #people: People
  /** Those who are not named and told apart by what they know, where they stand first. */
  readonly #groups: readonly { name: string; noun: string; start: number }[]

  constructor(tagged: TaggedText, readings: readonly Reading[], people: People) {
    this.#tagged = tagged
    this.#readings = readings
    this.#people = people
    this.#groups = groupsIn(tagged.text, readings)
  }

  /** Who says it; null where nobody is named or nobody is likely. */
  whoSays({ source, head }: Pick<Reading, 'source' | 'head'>, depth = 0): Who | null {
    if (!source || depth > 3) return null
    const { text } = this.#tagged
    const written = plain(text.slice(source.start, source.end))
    const [, some] = /^([a-z]+ of )(?:them|those)$/i.exec(written) ?? []
    if (some !== undefined) {
      const meant = this.#people.meantBy('they', source)
      return { name: meant ? `${some}${inside(meant.name)}` : written, isSure: meant?.isSure ?? true }
    }
    // “WHO”, “US” and “IT” are names.
    if (/^(?:the )?\p{Lu}{2,}$/u.test(written)) return this.#named(source, head ?? source, written)
    if (first.test(written)) return this.#speakerAround(source, depth)
    if (relative.test(written)) return this.#antecedent(source)
    if (personal.test(written)) {
      const meant = this.#people.meantBy(written, source)
      return meant ? { name: meant.name, isSure: meant.isSure } : null
    }
    return this.#named(source, head ?? source, written)
  }

  #named(source: Span, head: Span, written: string): Who {
    const { text } = this.#tagged
    const whole = this.#withCouncil(source, written)
    if (whole !== undefined) return { name: whole, isSure: true }
    const isName =
      /^\p{Lu}/u.test(text.slice(head.start, head.end)) && this.#tokenAt(head.start)?.tag !== 'NOUN'
    const where = posted.exec(text.slice(Math.max(0, source.start - 40), source.start))?.[1]
    if (where !== undefined) return { name: `${plain(where)} ${written}`, isSure: true }
    if (!isName)
      return {
        name:
          this.#nameBeside(source, head) ??
          this.#group(source, written) ??
          this.#people.calledBefore(written, source.start) ??
          written,
        isSure: true,
      }
    // Of “Sato and his wife” the first one is meant.
    const [one = written] = written.replace(/^both /i, '').split(/ and (?:his|her|their) /)
    const { name } = splitTitle(one)
    const own = kindOf(name) === 'person' ? undefined : personIn(one)
    if (own !== undefined) return { name: own, isSure: true }
    const gender = genderOf(one)
    return { name: /\s/.test(name) ? one : this.#people.fullName(name, source.start, gender), isSure: true }
  }

  /**
   * Who are named by what they know once are “the people” later: “one of the people” is one of “three people briefed on the talks”.
   */
  #group({ start }: Span, written: string): string | undefined {
    const [, part = '', noun] = /^((?:[a-z]+ of )?)(?:the|those|these) ([a-z]+)$/i.exec(written) ?? []
    if (noun === undefined || !areSeveral(noun)) return undefined
    const group = this.#groups.findLast((one) => one.start < start && one.noun === noun.toLowerCase())
    return group && `${part}${part === '' ? group.name : inside(group.name)}`
  }

  /** “World Travel and Tourism Council” is one name. */
  #withCouncil({ end }: Span, written: string): string | undefined {
    const more = council.exec(this.#tagged.text.slice(end, end + reach))?.[0]
    return more !== undefined && /\p{Lu}/u.test(written) ? `${written}${more}` : undefined
  }

  #tokenAt(start: number): Token | undefined {
    const { tokens } = this.#tagged
    return tokens[tokenIndexAt(tokens, start)]
  }

  /** “the lawyer for the family, Ana Lima,” is Ana Lima. */
  #nameBeside(source: Span, head: Span): string | undefined {
    const token = this.#tokenAt(head.start)
    if (!token || sayerOf(token.lemma) !== 'people' || /s$/.test(token.word)) return undefined
    const rest = this.#tagged.text.slice(source.end, source.end + reach)
    if (!/^,? \p{Lu}/u.test(rest)) return undefined
    const [name] = namesIn(`x${rest}`)
    if (!name || name.start > 3) return undefined
    const behind = rest.slice(name.end - 1)
    const isBeside = rest.startsWith(',') ? /^(?:[,.;”"]|$)/.test(behind) : true
    const found = plain(rest.slice(name.start - 1, name.end - 1))
    return isBeside && found.includes(' ') ? found : undefined
  }

  /** “I” within a quotation is whoever is quoted. */
  #speakerAround(at: Span, depth: number): Who | null {
    const around = this.#readings
      .filter((one) => one.source && one.content.some(({ start, end }) => start <= at.start && at.end <= end))
      .sort((a, b) => sizeOf(a) - sizeOf(b))
    for (const one of around) {
      const who = this.whoSays(one, depth + 1)
      if (who) return who
    }
    return null
  }

  /** “Brandt, who said” is Brandt; “officials at the ministry who” are the officials. */
  #antecedent({ start }: Span): Who | null {
    const { tokens, sentences, text } = this.#tagged
    const at = tokenIndexAt(tokens, start)
    const sentence = sentences[tokens[at]?.sentence ?? 0]
    if (!sentence) return null
    const chunks = chunksIn(this.#tagged, { from: sentence.from, to: at })
    let chosen = chunks.at(-1)
    for (let n = chunks.length - 2; n >= 0; n -= 1) {
      const chunk = chunks[n]
      const between = chunk && chosen ? tokens.slice(chunk.to, chosen.from) : []
      const isJoined = between.length === 1 && between[0]?.tag === 'ADP'
      const lemma = tokens[chunk?.head ?? -1]?.lemma ?? ''
      if (!chunk || !isJoined || sayerOf(lemma) !== 'people') break
      chosen = chunk
    }
    const from = tokens[chosen?.from ?? -1]
    const to = tokens[(chosen?.to ?? 0) - 1]
    const head = tokens[chosen?.head ?? -1]
    if (!from || !to || !head || personal.test(head.word) || relative.test(head.word)) return null
    return this.#named({ start: from.start, end: to.end }, head, plain(text.slice(from.start, to.end)))
  }
}

/** What stands somewhere is said by whoever put it there. */
const posted =
  /(?:^|[^\p{L}])((?:posts?|postings?|messages?|rumou?rs?|users|accounts|reports) (?:on|in|from)(?: the)?) $/iu

/** As it stands within a sentence. */
const inside = (name: string): string =>
  name.replace(/^(?:Two|Three|Four|Five|Several|Some|The|A) /, (word) => word.toLowerCase())

/** “Three people briefed on the talks”, “two senior officials at the bank”. */
const group =
  /^(?:two|three|four|five|several|some|a few|multiple) (?:[a-z-]+ ){0,3}?(people|officials|sources|aides|diplomats|executives|employees|lawmakers|investigators|advisers|insiders|witnesses|residents|lawyers|bankers|analysts)(?= |$)/i

function groupsIn(
  text: string,
  readings: readonly Reading[],
): { name: string; noun: string; start: number }[] {
  return readings.flatMap(({ source }) => {
    const name = source ? plain(text.slice(source.start, source.end)) : ''
    const noun = group.exec(name)?.[1]
    return source && noun !== undefined && kindOf(name) === 'anonymous'
      ? [{ name, noun: noun.toLowerCase(), start: source.start }]
      : []
  })
}

const council =
  /^ and (?:\p{Lu}\p{L}+ ){0,3}(?:Council|Committee|Commission|Service|Agency|Authority|Association|Department|Ministry|Office|Bureau|Fund|Institute|Trust|Union|Federation|Board|Society|Administration|Foundation)(?![\p{L}])/u

/** The person that words end with, known by a given name: “White House press secretary Josh Earnest”. */
function personIn(words: string): string | undefined {
  const last = namesIn(`x ${words}`).at(-1)
  if (!last || last.end !== words.length + 2) return undefined
  const { name } = splitTitle(words.slice(last.start - 2, last.end - 2))
  const parts = name.split(' ')
  // Of a long name in capitals the last two or three words are the person.
  for (const count of [3, 2]) {
    const some = parts.slice(-count).join(' ')
    if (parts.length >= count && genderOf(some) !== undefined) return some
  }
  return undefined
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim()
const sizeOf = ({ content }: Reading): number => content.reduce((sum, { start, end }) => sum + end - start, 0)
