import { foldWord, searchedWords } from './searched-words.ts'

/** A way to write a name. */
export interface NameSpelling {
  /** Folded, in order. */
  words: readonly string[]
  /** Whether its words change at their ends, so that it must be asked of each word. */
  isBent: boolean
  /** Whether its words change at their ends only together: in a genitive of Slavic names in Latin letters. */
  bendsTogether: boolean
  /** Whether initials and further names may stand within it. */
  mayHaveMore: boolean
  /** What may stand alone for it. */
  surnames: readonly string[]
  /** Whether it says too little to be certain: a surname that was left of a title and a name. */
  isDoubtful: boolean
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const titles = setOf(
  'mr mrs ms mx dr prof professor sir dame lord lady herr frau mme mlle gen general col colonel capt captain cmdr lt lieutenant sgt ' +
    'sergeant maj major sen senator rep gov governor amb ambassador hon rev fr father sister brother bishop judge justice minister ' +
    'president chancellor inspector detective officer agent director nurse sheikh imam rabbi',
)
const suffixes = setOf('jr sr phd md ma ba msc mba dphil esq qc kc mp ii iii iv obe')
const particles = setOf(
  'al el ul bin ibn ben bint abu de da di do dos das du del della van von der den ten ter la le los las the of and',
)
/** Scripts that part no words, or join endings to them. */
export const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const withPrefixes = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const cyrillic = /\p{Script=Cyrillic}/u
const latin = /^[a-z]+$/
const cyrillicVowel = /[аеёиіїоуыэюяйьъ]{1,2}$/u
/** Folded as words are: й without its breve. */
const cyrillicEndings = new Set(
  'а у ом ем е ы и й ой ей ою ею ю я ий ия ию ием ого его ому ему ым им ых их ую яя'.split(' ').map(foldWord),
)
/** Endings of Slavic names in Latin letters. */
const latinEndings = setOf('a u em ovi om e y i ou ie owi ego emu im ym')
/** A surname of fewer letters is too often something else. */
const shortestSurname = 2
/** What we call them ourselves names nobody. */
const ourOwn = ['a confidential source', 'confidential source']

/** The ways to write a name that are searched for. @param isPerson whether it may be the name of a person */
export function spellingsOf(name: string, isPerson: boolean): NameSpelling[] {
  const isProper = isPerson && isProperName(name)
  const made = new Map<string, NameSpelling>()
  for (const written of waysToWrite(name)) {
    const words = foldedOf(written)
    const plain = words.filter((word, at) => !titles.has(word) && (at === 0 || !suffixes.has(word)))
    add(made, words, isProper, false)
    if (plain.length > 0 && plain.length < words.length) add(made, plain, isProper, plain.length === 1)
    const [first, last] = [plain[0], plain.at(-1)]
    if (isProper && plain.length > 2 && first !== undefined && last !== undefined && !particles.has(last))
      add(made, [first, last], isProper, false)
  }
  return [...made.values()]
}

function add(
  made: Map<string, NameSpelling>,
  words: readonly string[],
  isProper: boolean,
  isLeft: boolean,
): void {
  const key = words.join(' ')
  const [only = ''] = words
  // One letter is too often something else.
  if (
    key === '' ||
    made.has(key) ||
    ourOwn.includes(key) ||
    (words.length === 1 && only.length < 2 && !unparted.test(only))
  )
    return
  const isShort = words.length === 1 && only.length < 3 && !unparted.test(only)
  const isCyrillic = words.some((word) => cyrillic.test(word))
  const later = isProper && words.length > 1 ? words.slice(1) : []
  const surnames = later.filter((word) => word.length >= shortestSurname && !particles.has(word))
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  // rkovar@…: an initial and the surname.
  const initials = surnames.length > 0 && last.length > 3 ? [`${first.charAt(0)}${last}`] : []
  made.set(key, {
    words,
    isBent:
      isCyrillic ||
      (isProper && words.length > 1 && words.every((word) => latin.test(word) && word.length > 2)),
    bendsTogether: !isCyrillic,
    mayHaveMore: isProper && words.length > 1,
    surnames: isLeft || isShort ? [only] : [...surnames, ...initials],
    isDoubtful: isLeft || isShort,
  })
}

/** A name without what is added to it, in its own order, and as other people and machines write it. */
function waysToWrite(name: string): string[] {
  const bare = name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
  const [last = '', first, ...more] = bare.split(',')
  // “Doe, Jane” is turned; “Doe, PhD” and “Doe, nurse” have an addition.
  const isTurned =
    first !== undefined &&
    more.length === 0 &&
    /^\s*\p{Lu}/u.test(first) &&
    !suffixes.has(foldedOf(first)[0] ?? '')
  const straight = first === undefined ? bare : isTurned ? `${first} ${last}` : last
  const ways = [
    straight,
    straight.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => `${foldWord(letter)}e`),
    straight.replace(/['’‘`ʼ]/g, ''),
    straight.replace(/[-‐‑]/g, ''),
    straight.replace(/\b(Mc|Mac)(?=\p{Lu})/gu, '$1 '),
    straight.replace(/^\s*(?:the|der|die|das|la|le|el|los)\s+(?=\S+\s)/i, ''),
  ]
  return [...new Set([...ways, bare])]
}

const foldedOf = (text: string): string[] => searchedWords(text).map(({ folded }) => folded)

/** Whether a spelling is a name, and not what somebody is called instead: “A pilot on the ferry route”. */
function isProperName(name: string): boolean {
  const bare = name.replace(/\([^()]*\)/g, ' ').split(',')[0] ?? ''
  const words = (bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !particles.has(foldWord(word)))
  return words.every((word) => !/^\p{Ll}/u.test(word)) && !/^(?:an?|the|one|two|three|some) /i.test(name)
}

/**
 * Whether a word is one of a name, or a form of it: with the ending of a genitive, in a Slavic case, behind a prefix.
 * @param bendsTogether whether a case in Latin letters counts
 */
export function isForm(word: string, want: string, isFirst: boolean, bendsTogether = false): boolean {
  if (word === want || word === `${want}s`) return true
  if (isFirst && withPrefixes.test(word) && word.endsWith(want) && word.length - want.length <= 3) return true
  if (cyrillic.test(want)) {
    const stem = want.length < 3 ? want : want.replace(cyrillicVowel, '')
    return stem.length >= 2 && word.startsWith(stem) && cyrillicEndings.has(word.slice(stem.length))
  }
  return (
    bendsTogether && latin.test(want) && word.startsWith(want) && latinEndings.has(word.slice(want.length))
  )
}
