import type { Span } from '../../anchoring/span.ts'
import { splitTitle } from '../../attribution/full-names.ts'
import { areSeveral, kindOf } from '../../attribution/who-words.ts'
import { namesIn } from '../../claims/names-in.ts'
import type { Reading } from '../reading.ts'
import { tokenIndexAt, type TaggedText } from '../tagged-text.ts'
import { isPlaceName } from '../../names/places.ts'
import { genderOf, type Gender } from './given-names.ts'
import { sayerOf } from './reporting-words.ts'

/** Somebody or something that a text speaks of. */
interface Mention extends Span {
  /** Without titles. */
  name: string
  family: string
  isPerson: boolean
  isSeveral: boolean
  gender: Gender | undefined
  sentence: number
  quote: number
  /** Whether a verb follows at once, or it is a source. */
  isSubject: boolean
  isSource: boolean
  /** Whether it only says where, of what, or with whom. */
  isAside: boolean
  /** Whether a genitive follows. */
  isOwner: boolean
  /** What they are said to be, in small letters: `minister` of “Interior Minister Karel Dvořák”. */
  roles: readonly string[]
  /** Whether the words themselves show a person: a title, a given name, a noun for people. */
  isEvident: boolean
}

/** Whom words of a text mean, and how sure that is. */
export interface Meant {
  name: string
  isSure: boolean
}

/** Somebody at a place where a text says what they are. */
interface Called {
  start: number
  name: string
}
const isOne = (one: Called | undefined, other: Called | undefined): boolean =>
  one?.name.toLowerCase() === other?.name.toLowerCase()

const place = /^(?:in|at|near|from|of|across|outside|inside|throughout|to|into|around)$/
const calendar =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|Republicans?|Democrats?|Americans?|Muslims?|Christians?|GOP|U\.S\.|God)$/
/** As many mentions before a pronoun are looked at. */
const reach = 60
/** As many sentences before it. */
const sentencesBack = 8

/** The people of a text: whom family names and pronouns mean. By rules for English. */
export class People {
  readonly #mentions: readonly Mention[]
  readonly #fullByFamily = new Map<string, { name: string; at: number }[]>()
  readonly #genders = new Map<string, Gender>()
  readonly #uses = new Map<string, number>()
  readonly #evident = new Set<string>()
  readonly #sources = new Set<string>()
  /** Who is called by a role or a part of their name, in order, to the first one that is somebody else. */
  readonly #called = new Map<string, Called[]>()
  readonly #tagged: TaggedText

  constructor(tagged: TaggedText, readings: readonly Reading[]) {
    this.#tagged = tagged
    this.#mentions = mentionsIn(tagged, readings)
    for (const { name, family, start, isPerson } of this.#mentions) {
      if (!isPerson || !name.includes(' ')) continue
      const known = this.#fullByFamily.get(family) ?? []
      if (!known.some((one) => one.name === name)) known.push({ name, at: start })
      this.#fullByFamily.set(family, known)
    }
    for (const one of this.#mentions) {
      const key = this.#keyOf(one)
      this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1)
      if (one.gender) this.#genders.set(key, this.#genders.get(key) ?? one.gender)
      if (one.isEvident) this.#evident.add(key)
      if (one.isSource) this.#sources.add(key)
    }
    this.#learnGenders()
    this.#learnRoles()
  }

  /** The full name that a text has for somebody of whom it has only the family name here. */
  fullName(name: string, at: number, gender?: Gender): string {
    if (name.includes(' ')) return name
    const known = this.#fullByFamily.get(name) ?? []
    const fitting = known.filter(
      (one) => gender === undefined || (this.#genders.get(one.name) ?? gender) === gender,
    )
    const before = fitting.filter((one) => one.at < at)
    const [only, second] = before.length > 0 ? before : fitting
    // Two of one name: nobody can tell.
    return only && !second ? only.name : name
  }

  /**
   * Whom “the minister” means: the only one who was called that before. The same of bodies: “the ministry” is the interior ministry where
   * no other one is spoken of.
   */
  calledBefore(words: string, at: number): string | undefined {
    const [, noun] = /^the ([a-z]{3,20})$/i.exec(words) ?? []
    if (noun === undefined) return undefined
    const all = this.#called.get(noun.toLowerCase()) ?? []
    const last = all[lastBefore(all, at)]
    return last && isOne(last, all[0]) ? last.name : undefined
  }

  /** What people are said to be, and what bodies are called by a part of their names. */
  #learnRoles(): void {
    for (const one of this.#mentions) {
      const name = one.name.replace(/^the /i, '')
      const called = { start: one.start, name: this.#keyOf({ ...one, name }) }
      const parts = name.toLowerCase().split(' ')
      const words = !one.isPerson ? parts.filter((part) => bodies.has(part)) : one.isSeveral ? [] : one.roles
      for (const word of new Set(words)) {
        if (name.toLowerCase() === word) continue
        const all = this.#called.get(word) ?? []
        // Behind two nobody is the only one any more.
        if (all.length === 0 || isOne(all.at(-1), all[0])) all.push(called)
        this.#called.set(word, all)
      }
    }
  }

  /** Whom nothing tells the gender of, the pronouns tell that follow them as the only person of their sentence. */
  #learnGenders(): void {
    const votes = new Map<string, number>()
    let last: Mention | undefined
    let n = 0
    for (const token of this.#tagged.tokens) {
      for (; (this.#mentions[n]?.start ?? Infinity) <= token.start; n += 1) {
        const one = this.#mentions[n]
        if (one?.isPerson && (one.isSubject || one.isEvident)) last = one
      }
      if (!last || token.sentence - last.sentence > 1 || token.quote !== last.quote) continue
      const vote = /^(?:he|him|his)$/.test(token.word) ? 1 : /^(?:she|her|hers)$/.test(token.word) ? -1 : 0
      if (vote !== 0) votes.set(this.#keyOf(last), (votes.get(this.#keyOf(last)) ?? 0) + vote)
    }
    for (const [key, vote] of votes)
      if (!this.#genders.has(key) && vote !== 0) {
        this.#genders.set(key, vote > 0 ? 'he' : 'she')
        if (Math.abs(vote) > 1) this.#evident.add(key)
      }
  }

  #keyOf({ name, start, gender }: Mention): string {
    return this.fullName(name, start, gender)
  }

  /** Whom “he”, “she”, “they” or “it” means; undefined where nobody is likely. */
  meantBy(pronoun: string, { start }: Span): Meant | undefined {
    const word = pronoun.toLowerCase()
    const { tokens } = this.#tagged
    const own = tokens[tokenIndexAt(tokens, start)]
    if (!own) return undefined
    const wanted = /^(?:he|him|his)$/.test(word) ? 'he' : /^(?:she|her)$/.test(word) ? 'she' : undefined
    const last = lastBefore(this.#mentions, start)
    const scores = new Map<string, number>()
    for (let n = last; n >= 0 && n > last - reach; n -= 1) {
      const one = this.#mentions[n]
      if (!one || own.sentence - one.sentence > sentencesBack) break
      if (!this.#fits(one, word, wanted) || (one.quote !== -1 && own.quote !== one.quote)) continue
      const key = this.#keyOf(one)
      const score = this.#salience(one, own.sentence, key, wanted)
      if (score > (scores.get(key) ?? -Infinity)) scores.set(key, score)
    }
    const [best, next] = [...scores].sort((a, b) => b[1] - a[1])
    if (!best) return undefined
    const isKnown = wanted ? this.#evident.has(best[0]) : this.#sources.has(best[0])
    return {
      name: best[0],
      isSure: isKnown && best[1] > 0 && best[1] - (next?.[1] ?? -9) > (wanted ? margin : 2 * margin),
    }
  }

  #fits(one: Mention, word: string, wanted: Gender | undefined): boolean {
    if (wanted) {
      const gender = this.#genders.get(this.#keyOf(one)) ?? one.gender
      return one.isPerson && !one.isSeveral && (gender === undefined || gender === wanted)
    }
    if (word === 'they' || word === 'their') return one.isSeveral || !one.isPerson
    return !one.isPerson && !one.isSeveral
  }

  /** How likely it is spoken of: subjects and sources more than others, the nearer and the oftener the more. Tried on 220 pronouns. */
  #salience(one: Mention, sentence: number, key: string, wanted: Gender | undefined): number {
    return (
      (wanted !== undefined && this.#genders.get(key) === wanted ? 1.15 : 0) +
      (wanted !== undefined && this.#evident.has(key) ? 1.4 : 0) +
      (one.isSource ? 1.1 : 0) +
      (one.isSubject ? 1.2 : 0) -
      (one.isAside ? 1.2 : 0) -
      (one.isOwner ? 0.2 : 0) -
      0.8 * (sentence - one.sentence) +
      0.4 * Math.log(this.#uses.get(key) ?? 1) +
      (sentence === one.sentence ? 0.3 : 0)
    )
  }
}
/** What bodies are called by a part of their name. */
const bodies = new Set(
  'ministry department agency council commission committee university institute bank court party union police office board authority'.split(
    ' ',
  ),
)

/** By how much the likeliest one must be ahead to be sure. */
const margin = 0.8

/** The last of what stands in order before an offset; −1 where nothing does. */
function lastBefore(all: readonly Pick<Span, 'start'>[], start: number): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A lone name at the beginning of a sentence counts where its word is part of a name elsewhere, or stands as a subject. */
function withFirstWords(names: readonly Span[], text: string, tokens: TaggedText['tokens']): Span[] {
  const parts = new Set(names.flatMap(({ start, end }) => text.slice(start, end).split(/\s+/)))
  const found: Span[] = []
  let n = 0
  for (const [at, token] of tokens.entries()) {
    while ((names[n]?.end ?? Infinity) <= token.start) n += 1
    if (
      (names[n]?.start ?? Infinity) <= token.start ||
      token.tag !== 'PROPN' ||
      !/^\p{Lu}\p{Ll}/u.test(token.form)
    )
      continue
    if (token.sentence === tokens[at - 1]?.sentence && tokens[at - 1]?.tag !== 'PUNCT') continue
    if (parts.has(token.form) || /^(?:VERB|AUX)$/.test(tokens[at + 1]?.tag ?? ''))
      found.push({ start: token.start, end: token.end })
  }
  return [...names, ...found].sort((a, b) => a.start - b.start)
}

const isTitle = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Sir|Lady|Lord)\.?$/

/** The names of a text, and the sources that are called otherwise, in order. */
function mentionsIn({ text, tokens }: TaggedText, readings: readonly Reading[]): Mention[] {
  const heads = new Set(readings.flatMap(({ head }) => (head ? [head.start] : [])))
  const names = withFirstWords(namesIn(text), text, tokens)
  const covered = (at: number): boolean => names.some(({ start, end }) => start <= at && at < end)
  const others = readings.flatMap(({ source, head }) =>
    source &&
    head &&
    !covered(head.start) &&
    !/^(?:he|she|it|they|i|we|you|who|which|that|his|her|their|its|my|our)$/i.test(
      text.slice(source.start, source.end),
    )
      ? [source]
      : [],
  )
  const all = [...names, ...others].sort((a, b) => a.start - b.start || b.end - a.end)
  const found: Mention[] = []
  let n = 0
  for (const span of all) {
    while (n < tokens.length && (tokens[n]?.end ?? Infinity) <= span.start) n += 1
    let next = n
    while (next < tokens.length && (tokens[next]?.start ?? Infinity) < span.end) next += 1
    const token = tokens[n]
    const written = text.slice(span.start, span.end).replace(/\s+/g, ' ')
    if (!token || calendar.test(written)) continue
    const bare = written.replace(/^(?:The|Former) /, '')
    const { name, role } = splitTitle(
      bare.replace(/^(?:Sens?|Reps?|Govs?|Gen|Dr|Prof|Rev|Lt|Col|Sgt|Capt)\.? /, ''),
    )
    if (/^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?$/.test(name)) continue
    const isSource = tokens.slice(n, next).some((one) => heads.has(one.start))
    const isOther = isSource && !names.includes(span)
    const lemma = tokens[next - 1]?.lemma ?? ''
    const kind = kindOf(name)
    const before = tokens[n - 1]
    const title = before && isTitle.test(before.form) ? `${before.form} ` : ''
    const after = tokens.slice(next, next + 2).find(({ tag }) => tag !== 'ADV')
    const isAside = before !== undefined && before.tag === 'ADP'
    found.push({
      ...span,
      name,
      family: name.split(' ').at(-1) ?? name,
      isPerson:
        (isOther
          ? sayerOf(lemma) === 'people'
          : (kind === 'person' || kind === 'anonymous') && !isPlaceName(name)) &&
        !(isAside && place.test(before.word) && !name.includes(' ') && !isSource),
      isSeveral: areSeveral(name),
      gender: genderOf(title + written) ?? genderOf(name),
      sentence: token.sentence,
      quote: token.quote,
      isSource,
      isSubject:
        isSource ||
        (after !== undefined && (after.tag === 'VERB' || after.tag === 'AUX' || after.word === ',')),
      isAside,
      roles: rolesAround(tokens, n, next, role),
      isOwner: /^['’]s?$/.test(tokens[next]?.word ?? ''),
      isEvident: isOther
        ? sayerOf(lemma) === 'people'
        : bare !== name || title !== '' || genderOf(name) !== undefined || (isSource && kind === 'person'),
    })
  }
  return found
}

/** What somebody is said to be: before the name (“the mayor, Karl Berg”), or behind it (“Karl Berg, the mayor of Lorne”). */
function rolesAround(tokens: TaggedText['tokens'], from: number, to: number, title: string): string[] {
  const roles = title === '' ? [] : title.toLowerCase().split(' ').slice(-1)
  const before = tokens[from - 1]?.word === ',' ? tokens[from - 2] : tokens[from - 1]
  if (before && before.tag === 'NOUN' && before.sentence === tokens[from]?.sentence) roles.push(before.word)
  if (tokens[to]?.word !== ',') return roles
  for (let at = to + 1; at < to + 8; at += 1) {
    const { tag = '', word = '' } = tokens[at] ?? {}
    if (tag !== 'DET' && tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'PROPN') break
    // The last noun of what stands there: “the deputy mayor of Lorne”.
    if (tag === 'NOUN' && !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.tag ?? '')) roles.push(word)
  }
  return roles
}
