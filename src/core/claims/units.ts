import { foldedWords } from '../records/fold-name.ts'
import { scales } from '../records/parse-number.ts'

/** A unit as far as figures are compared: its words, whatever their order and number, and what its scale makes of a value. */
export interface Unit {
  key: string
  scale: number
}

/** Words that count the same, by the one that stands for them. */
const synonyms = new Map(
  Object.entries({
    dead: 'dead died death fatality killed slain victim casualtie',
    hurt: 'hurt injured injury wounded',
    arrested: 'arrested detained arrest detention detainee',
    homeless: 'displaced homeless',
    '%': 'percent pct prozent',
    dollar: 'dollar usd',
    euro: 'euro eur',
    pound: 'pound gbp',
    yen: 'yen jpy',
    yuan: 'yuan rmb cny',
    rupee: 'rupee inr rs',
    rouble: 'rouble ruble rub',
    franc: 'franc chf',
    kilometre: 'kilometre kilometer km',
    metre: 'metre meter m',
    kilogram: 'kilogram kilo kg',
    tonne: 'tonne ton',
    mile: 'mile mi',
    hectare: 'hectare ha',
  }).flatMap(([one, words]) => words.split(' ').map((word): [string, string] => [word, one])),
)
const signs: Readonly<Record<string, string>> = {
  $: ' dollar ',
  '€': ' euro ',
  '£': ' pound ',
  '¥': ' yen ',
  '₹': ' rupee ',
  '₽': ' rouble ',
  '%': ' percent ',
}
/** These say of people only that they are; “people killed” are the dead. */
const people = new Set(['people', 'person', 'human', 'life', 'live', 'of', 'the', 'in', 'number'])

/** The unit of a figure; `key` is empty where it has none. */
export function unitOf(unit: string): Unit {
  const words = foldedWords(
    unit
      .replace(/per\s?cent(?!age)/giu, 'percent')
      .replaceAll('US$', '$')
      .replace(/[$€£¥₹₽%]/gu, (sign) => signs[sign] ?? sign),
  ).map(singular)
  const scale = words.reduce((product, word) => product * (scaleWords.get(word) ?? 1), 1)
  const plain = words.filter((word) => !scaleWords.has(word)).map((word) => synonyms.get(word) ?? word)
  const told = plain.filter((word) => !people.has(word))
  return { key: [...new Set(told.length > 0 ? told : plain)].sort().join(' '), scale }
}

/** A letter alone is a unit more often than a scale. */
const scaleWords = new Map([...scales].filter(([word]) => word.length > 1))

/** “deaths” and “death”, “fatalities” and “fatality”; short words and those in -ss stay. */
const singular = (word: string): string =>
  word.length < 4 || !/^[a-z]+$/.test(word)
    ? word
    : word
        .replace(/ies$/, 'y')
        .replace(/(?<=ch|sh|ss|x)es$/, '')
        .replace(/(?<=[^su])s$/, '')
