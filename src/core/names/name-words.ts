import anyAscii from 'any-ascii'
import { soundKey, spokenForm } from './sound-key.ts'

/** A word of a name. */
export interface NameWord {
  written: string
  /** In plain small letters and digits. */
  plain: string
  spoken: string
  /** What stays the same in other transliterations. */
  key: string
  /** With two letters for each that has a sign of its own: “soeren” for “Søren”. */
  twoLetters: string
  /** It may as well be missing: “van”, “al-”. */
  isOptional: boolean
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const titles = setOf('mr mrs ms mx dr prof professor sir dame herr frau mme mlle')
/** These are names as well, when there is no point behind them. */
const shortTitles = setOf('gen col capt lt sgt maj sen rep gov pres amb hon rev fr')
const fillers = setOf('the of and for')
const companyForms = setOf('ltd limited inc incorporated corp plc llc llp gmbh')
const particles = setOf(
  'al el ul bin ibn ben bint abu de da di do dos das du del della van von der den ten ter la le los las',
)
/** The Arabic article takes the sound of the letter behind it. */
const article = /^(?:[ae][ldnrstz]|ul|ash|esh)$/
const sameParticles: readonly ReadonlySet<string>[] = [setOf('al el ul'), setOf('bin ibn ben')]

interface Token {
  written: string
  plain: string
  isJoined: boolean
  hasPoint: boolean
}

/** The words of a name, without titles, words that only join others, and the forms of companies; “Teller, Oban” is turned. */
export function nameWords(name: string): NameWord[] {
  const tokens = tokensOf(turned(name.normalize('NFC')))
  if (tokens.length > 1 && tokens.every(({ plain }) => plain.length === 1)) return [joinedInitials(tokens)]
  const kept = withoutTitles(tokens).filter(
    ({ plain }, at) => !fillers.has(plain) && (at === 0 || !companyForms.has(plain)),
  )
  const words = (kept.length > 0 ? kept : tokens).map((token, at) => wordOf(token, isParticle(token, at)))
  return words.every(({ isOptional }) => isOptional)
    ? words.map((word) => ({ ...word, isOptional: false }))
    : words
}

function turned(name: string): string {
  const [last, first, ...more] = name.split(',')
  return first === undefined || more.length > 0 ? name : `${first} ${last ?? ''}`
}

function tokensOf(name: string): Token[] {
  // The Arabic article is written in one with its word.
  const apart = name.replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, '').replace(/['’`]s(?!\p{L})/gu, '')
  const spaced = spacedHangul(apart)
  return [...spaced.matchAll(/[\p{L}\p{M}\p{N}'’‘`ʻʼʿʾ]+/gu)].flatMap(({ 0: written, index }) => {
    const plain = plainLetters(written)
    const next = spaced.charAt(index + written.length)
    return plain === '' ? [] : [{ written, plain, isJoined: /\p{Pd}/u.test(next), hasPoint: next === '.' }]
  })
}

/** Letters of any script in small letters and digits of ASCII. */
function plainLetters(written: string): string {
  const latin = anyAscii(written)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  // Korean is romanised in two ways (“eo”, “eu” are “o”, “u” in the older one), and one family name in many.
  if (hangul.test(written))
    return koreanFamilies.get(written) ?? latin.replace(/eo/g, 'o').replace(/eu/g, 'u')
  return latin
}
const hangul = /^\p{Script=Hangul}$/u
/** Names of two to four syllables are the family’s and the given one’s. */
const spacedHangul = (name: string): string =>
  name.replace(/(?<!\p{Script=Hangul})\p{Script=Hangul}{2,4}(?!\p{Script=Hangul})/gu, (all) =>
    Array.from(all).join(' '),
  )
// prettier-ignore
const koreanFamilies = new Map(
  Object.entries({
    김: 'kim', 이: 'lee', 박: 'park', 최: 'choi', 정: 'jung', 강: 'kang', 조: 'cho', 윤: 'yoon',
    장: 'jang', 임: 'lim', 오: 'oh', 신: 'shin', 권: 'kwon', 황: 'hwang', 안: 'ahn', 문: 'moon',
  }),
)

/** Signs for which two letters are written where they are not at hand. */
const twoLettersFor = new Map(
  Object.entries({ ø: 'oe', ö: 'oe', œ: 'oe', å: 'aa', ä: 'ae', æ: 'ae', ü: 'ue', ß: 'ss' }),
)
const withTwoLetters = (written: string, plain: string): string =>
  /[øöœåäæüß]/iu.test(written)
    ? plainLetters(written.toLowerCase().replace(/[øöœåäæüß]/gu, (sign) => twoLettersFor.get(sign) ?? sign))
    : plain

/** “U.N.” is one word. */
const joinedInitials = (tokens: readonly Token[]): NameWord =>
  wordOf(
    {
      written: tokens.map(({ written }) => written).join(''),
      plain: tokens.map(({ plain }) => plain).join(''),
      isJoined: false,
      hasPoint: false,
    },
    false,
  )

function withoutTitles(tokens: readonly Token[]): Token[] {
  const isTitle = ({ plain, hasPoint }: Token): boolean =>
    titles.has(plain) || (hasPoint && shortTitles.has(plain))
  const first = tokens.findIndex((token) => !isTitle(token))
  return first === -1 ? [...tokens] : tokens.slice(first)
}

/** “Ben Carter” and “Van Morrison” begin with a name. */
function isParticle({ written, plain, isJoined }: Token, at: number): boolean {
  if (isJoined && article.test(plain)) return true
  return particles.has(plain) && (at > 0 || isJoined || !/^\p{Lu}/u.test(written))
}

function wordOf({ written, plain }: Token, isOptional: boolean): NameWord {
  const spoken = spokenForm(plain)
  return {
    written,
    plain,
    spoken,
    key: soundKey(spoken),
    twoLetters: withTwoLetters(written, plain),
    isOptional,
  }
}

/** Whether two words are one particle in different transliterations. */
export const areSameParticle = (one: string, other: string): boolean =>
  sameParticles.some((same) => same.has(one) && same.has(other)) || (servant.test(one) && servant.test(other))
/** “Abdel Fattah”, “Abdul Fattah”, “Abd al-Fattah”, “عبد الفتاح”. */
const servant = /^(?:abd[aeu]l|abd|bd)$/
