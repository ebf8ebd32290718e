import type { Span } from '../anchoring/span.ts'
import { isFamilyFirst } from '../names/family-first.ts'
import { foldLetters } from '../text/fold-letters.ts'

/** Words that begin with a capital only because a sentence begins, or because English writes them so. */
const capitalised = new Set(
  `a about according after again all also although among an and another any as at because before both but by despite during
  each earlier even every few for from half he her his how however i if in instead into it its last later many meanwhile more
  most much neither no nobody none nor not now of off on once only or other our over she since so some such than that the
  their then there these they this those though through to today tomorrow under until was we were what when where whether
  which while who why with within without yesterday yet you
  monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr prof`.split(/\s+/),
)

const space = '[ \\u00a0]'
const title = String.raw`(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Adm|Rev|Jr|Sr)\.`
const word = String.raw`(?:${title}|(?:\p{Lu}\.)+(?!\p{L})|(?:\p{Lu}\.)*\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*)`
const particle = 'de|da|di|del|della|du|van|von|der|den|bin|ibn|al|el|la|le|of(?: the)?'
/** Words with capitals in a row; with a genitive the name is over (“Marrin’s Council”). */
const capitals = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}_])${word}(?:(?<!['’]s)${space}(?:(?:${particle})${space}){0,2}${word})*`,
  'gu',
)
/** What stands before a word that begins a sentence: nothing, the end of another one, or a quotation mark. */
const beginning = /(?:(?:^|\n|[.!?…:]["'”’»)\]]*\s)[^\p{L}\p{N}_]{0,24}|["“„«‘])$/u
/** As far back as the end of a sentence is looked for. */
const reach = 24

/** The names in a text, each as one span in UTF-16 code units: words with a capital, unless a sentence begins with them. */
export function namesIn(text: string): Span[] {
  return [...text.matchAll(capitals)].flatMap(({ index, 0: all }) => {
    const split = all.split(/[ \u00a0]/)
    let start = index
    let skipped = 0
    for (; skipped < split.length && isCapitalised(split[skipped] ?? ''); skipped += 1)
      start += (split[skipped] ?? '').length + 1
    const words = split.slice(skipped)
    while (words.length > 1 && isCapitalised(words.at(-1) ?? '')) words.pop()
    const [first] = words
    if (first === undefined) return []
    // A lone word at the beginning of a sentence is more often a word than a name, unless it is in capitals throughout.
    const isLone = start === index && words.length === 1 && !/^\p{Lu}\.?\p{Lu}/u.test(first)
    if (isLone && begins(text, index)) return []
    return [{ start, end: start + words.join(' ').replace(/['’]s$/, '').length }]
  })
}

/** “Who” and “It”, but not “WHO” and “IT”. */
const isCapitalised = (word: string): boolean =>
  !/^\p{Lu}{2}/u.test(word) && capitalised.has(foldWords(word).replace(/\.$/, ''))

function begins(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at)
  return beginning.test(at > reach ? `x${before}` : before)
}

const initialism = /(?<![\p{L}\p{M}])\p{Lu}(?:\.\p{Lu})+\.?(?![\p{L}\p{M}])/gu

/** Without points in abbreviations, the genitive, and what “I’m” and “they’ve” end with. */
const withoutEndings = (text: string): string =>
  text
    .replace(initialism, (letters) => letters.replaceAll('.', ''))
    .replace(/['’](?:s|m|d|ve|re|ll)?(?![\p{L}])/gu, '')

/** Words compared without regard to case, diacritics, points in abbreviations and genitives. */
export const foldWords = (text: string): string => foldLetters(withoutEndings(text))

const wordsOf = (text: string): string[] =>
  withoutEndings(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((one) => one !== '')
    .map(foldLetters)

/** The words of a text, as far as names are looked up in them. */
export interface KnownWords {
  all: ReadonlySet<string>
  /** Those with a capital, so that “US” is not found in “us”. */
  names: ReadonlySet<string>
  /** The first letters of words with a capital, where these stand in rows, with spaces between the rows. */
  initials: string
  /** What words with a capital have in common with others for one people, its country and its language. */
  peoples: ReadonlySet<string>
  /** Words with a capital that stand without another one before and behind them. */
  alone: ReadonlySet<string>
  /** The given names that stand before a name of two words, by that. */
  pairs: ReadonlyMap<string, ReadonlySet<string>>
}

export function knownWords(text: string): KnownWords {
  const names = new Set(wordsOf((text.match(/(?<![\p{L}\p{M}])\p{Lu}[^\s]*/gu) ?? []).join(' ')))
  return {
    all: new Set(wordsOf(text)),
    names,
    initials: initialsIn(text),
    peoples: new Set([...names].filter((word) => word.length > 3).map(stemOfPeople)),
    ...rowsIn(text),
  }
}

const rowOfCapitals = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}'’.-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’.-]*)*/gu

function rowsIn(text: string): Pick<KnownWords, 'alone' | 'pairs'> {
  const alone = new Set<string>()
  const pairs = new Map<string, Set<string>>()
  for (const [all] of text.matchAll(rowOfCapitals)) {
    const words = all.split(/[ \u00a0]/).filter((word) => !isCapitalised(word))
    const folded = words.flatMap((word) => wordsOf(word))
    const [first, last, ...more] = folded
    if (first === undefined) continue
    if (last === undefined || more.length > 0) for (const word of folded) alone.add(word)
    else pairs.set(last, (pairs.get(last) ?? new Set()).add(first))
  }
  return { alone, pairs }
}

const firstOf = (word: string): string => /^./u.exec(word)?.[0] ?? ''

const initialsIn = (text: string): string =>
  (text.match(/(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}]*/gu) ?? [])
    .map((one) => (/^(?:of|the|and|for)$/i.test(one) ? '' : /^\p{Lu}/u.test(one) ? firstOf(one) : ' '))
    .join('')
    .toLowerCase()

/**
 * Whether a name is among words: by the last word of each of its parts (“Bank” and “Ilmar” of “Bank of Ilmar”), by the first of somebody
 * whose family name comes first (“Xi Jinping”), by first letters, or as a people for its country.
 */
export function isKnown(name: string, known: KnownWords): boolean {
  const { all, names, initials } = known
  const letters = name.replaceAll('.', '')
  if (/^\p{Lu}(?:[oft]?\p{Lu})+$/u.test(letters)) {
    const short = letters.replace(/[^\p{Lu}]/gu, '').toLowerCase()
    return names.has(foldWords(letters)) || initials.includes(short)
  }
  const parts = name.split(/ of (?:the )?/).map((part) => wordsOf(part).at(-1) ?? '')
  if (parts.every((part) => part === '' || all.has(part) || isKin(part, known)))
    return !isAnother(name, known)
  const words = wordsOf(name)
  const [first = ''] = words
  if (words.length < 4 && isFamilyFirst(first) && known.alone.has(first)) return true
  return (
    words.length > 1 &&
    [words, words.filter((one) => !/^(?:of|the|and|for)$/.test(one))].some((some) =>
      names.has(some.map((one) => firstOf(one)).join('')),
    )
  )
}

/** Whether all words of a name are among words. */
export const isAllKnown = (name: string, { all }: KnownWords): boolean =>
  wordsOf(name).every((word) => all.has(word))

/** “Thai” and “Thais”, “Russia” and “Russian”, “Germany” and “German”: a people, its country and its language. */
const isKin = (word: string, { peoples: known }: KnownWords): boolean =>
  word.length > 3 && known.has(stemOfPeople(word))
const peoples = new Map(
  Object.entries({
    fr: 'france french frenchman',
    brit: 'britain british briton',
    span: 'spain spanish spaniard',
    swe: 'sweden swedish swede',
    den: 'denmark danish dane',
    fin: 'finland finnish finn',
    nor: 'norway norwegian',
    pol: 'poland polish pole',
    tur: 'turkey turkish turk türkiye turkiye',
    gre: 'greece greek',
    dut: 'netherlands dutch holland',
    swi: 'switzerland swiss',
    wel: 'wales welsh',
    iri: 'ireland irish',
    thai: 'thailand thai',
    per: 'peru peruvian',
    ger: 'germany german',
    chi: 'china chinese',
    ukr: 'ukraine ukrainian',
    phi: 'philippines filipino',
    isr: 'israel israeli',
    afg: 'afghanistan afghan',
    usa: 'america american',
  }).flatMap(([stem, words]) => words.split(' ').map((word): [string, string] => [word, stem])),
)
function stemOfPeople(word: string): string {
  const one = word.replace(/(?<=[^s])s$/, '')
  return (
    peoples.get(one) ??
    peoples.get(word) ??
    one.replace(/(?<=\p{L}{4})(?:i?ans?|ish|ese|is?|ia|istan|a)$/u, '')
  )
}

/** “Liz Cheney” is not the Cheney of a text that has only “Dick Cheney”. */
function isAnother(name: string, { pairs, alone }: KnownWords): boolean {
  const words = wordsOf(name)
  const [first = '', last = ''] = words
  if (words.length !== 2 || first.length < 2 || alone.has(last)) return false
  const others = pairs.get(last)
  return others !== undefined && ![...others].some((other) => other.startsWith(first.charAt(0)))
}
