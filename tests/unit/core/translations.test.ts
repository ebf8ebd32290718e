import { describe, expect, it } from 'vitest'
import { chainText } from '../../../src/core/attribution/chain-sentence.ts'
import { exporters } from '../../../src/core/export/registry.ts'
import { importers } from '../../../src/core/import/registry.ts'
import { asId } from '../../../src/core/records/base.ts'
import { catalogues } from '../../../src/core/words/catalogues.ts'
import { dateWords } from '../../../src/core/words/date-words.ts'
import { formOf, languageOf, languages, spokenAmong } from '../../../src/core/words/language.ts'
import { said, speak } from '../../../src/core/words/say.ts'
import { ar } from '../../../src/renderer/src/locales/ar.ts'
import { de } from '../../../src/renderer/src/locales/de.ts'
import { en } from '../../../src/renderer/src/locales/en.ts'

/** Every sentence of a catalogue, by its key. */
function sentencesOf(catalogue: object, above = ''): [key: string, words: string][] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const key = above === '' ? name : `${above}.${name}`
    if (typeof value === 'string') return [[key, value]]
    return typeof value === 'object' && value !== null ? sentencesOf(value, key) : []
  })
}
const namesIn = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort()
const formsIn = (words: string): number => words.split(' | ').length

const all = [
  { of: 'the program', english: catalogues.en, others: { de: catalogues.de, ar: catalogues.ar } },
  { of: 'the window', english: en, others: { de, ar } },
]
/** The same in both languages, since they are names, signs, or words that both have. */
const maySame =
  /^[\s\p{P}\p{S}\d]*$|\{|Ascribe|Markdown|Name|Status|Text|Tab|Import|Export|Format|Version|Sepia|Normal|orange|gold|Person|Definition|System|Version|Enter|^(?:, in |[Ii]n:?)$|CSV|Excel/u

describe.each(all)('the words of $of', ({ english, others }) => {
  const sentences = sentencesOf(english)

  it.each(languages.filter((language) => language !== 'en'))('are whole in %s', (language) => {
    const translated = new Map(sentencesOf(others[language]))
    const wrong: string[] = []
    for (const [key, words] of sentences) {
      const theirs = translated.get(key)
      if (theirs === undefined) wrong.push(`${key} is missing`)
      else if (words !== '' && theirs.trim() === '') wrong.push(`${key} is empty`)
      else {
        if (String(namesIn(words)) !== String(namesIn(theirs)))
          wrong.push(`${key}: ${namesIn(theirs).join()}`)
        // A form of its own for each count that the sentence tells apart, or those of the language.
        if (![formsIn(words), 6].includes(formsIn(theirs)) && formsIn(theirs) > 1)
          wrong.push(`${key} has ${formsIn(theirs)} forms`)
        if (theirs === words && words.length > 2 && !maySame.test(words)) wrong.push(`${key}: “${theirs}”`)
      }
      translated.delete(key)
    }
    expect(wrong).toEqual([])
    expect([...translated.keys()]).toEqual([])
  })
})

describe('a language', () => {
  it('is chosen among those that the user has', () => {
    expect(languageOf('de-AT')).toBe('de')
    expect(languageOf('ar_EG')).toBe('ar')
    expect(languageOf('xx')).toBe('en')
    expect(spokenAmong(['fr-FR', 'ar-MA', 'de'])).toBe('ar')
    expect(spokenAmong([])).toBe('en')
  })

  it('has the form of a sentence that goes with a count', () => {
    expect([0, 1, 2, 7].map((count) => formOf('de', count, 3))).toEqual([0, 1, 2, 2])
    expect([0, 1, 2].map((count) => formOf('en', count, 2))).toEqual([1, 0, 1])
    expect([0, 1, 2, 3, 11, 100].map((count) => formOf('ar', count, 6))).toEqual([0, 1, 2, 3, 4, 5])
    expect([0, 1, 5].map((count) => formOf('ar', count, 3))).toEqual([0, 1, 2])
  })

  it('is what sentences are spoken in, with what stands in them', () => {
    const label = said('history.mergeSeveral', { kind: said('kinds.claim'), title: 'A', into: 'B', count: 2 })
    expect(speak(label, 'de')).toBe('„A“ (Behauptung) und 2 weitere mit „B“ zusammenführen')
    expect(speak(said('history.changeClaims', { count: 1 }), 'de')).toBe('Eine Behauptung ändern')
    expect(speak(said('history.changeClaims', { count: 12 }), 'ar')).toBe('تغيير ادعاءات معًا: 12')
  })

  it('tells dates and chains', () => {
    expect(dateWords('2031-03-15~', 'de')).toBe('um 15. März 2031')
    expect(dateWords('2031-21', 'de')).toBe('Frühling 2031')
    expect(dateWords('2031-03-15/', 'ar')).toContain('منذ')
    const names = new Map(
      [
        { id: asId<'source'>('a'), name: 'Ilse Marrin', kind: 'person' as const },
        { id: asId<'source'>('b'), name: 'North Wire', kind: 'outlet' as const },
      ].map((one) => [one.id, one]),
    )
    const hop = { mode: 'says', verbatim: true, groundRule: 'on-record', words: '' } as const
    const chain = [
      { ...hop, source: asId<'source'>('a') },
      { ...hop, source: asId<'source'>('b'), verbatim: false },
    ]
    expect(chainText(chain, (id) => names.get(id), 'de')).toBe(
      'Ilse Marrin (zitierfähig, wörtlich) sagt, wie berichtet von North Wire',
    )
  })

  it('names every format that comes in and goes out', () => {
    for (const language of languages)
      for (const words of [...importers.map(({ noun }) => noun), ...exporters.map(({ name }) => name)])
        expect(words[language].trim()).not.toBe('')
  })
})
