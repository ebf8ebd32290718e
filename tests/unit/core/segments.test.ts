import { describe, expect, it } from 'vitest'
import { sentencesAt } from '../../../src/core/text/segments.ts'

const sentences = (text: string): string[] =>
  sentencesAt(text, 0, 'en').map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['The U.S. State Department said so. |It was late.'],
    ['He lives in the U.S. |The law is silent.'],
    ['Mr. Starr met Dr. J. R. Okoye at No. 5 Downing St. on Monday. |No. |That was wrong.'],
    ['At 5 p.m. Monday it rained. |At 6 p.m. |He left.'],
    ['See Fig. 3 and pp. 4–5. |Dann kam z. B. Herr Meier. |Der Rest blieb.'],
    ['“Stop!” she cried. |“Go on.” |Then nothing.'],
    ['Washington, D.C. Mayor Lee said no. |Others agreed.'],
  ])('%s', (marked) => {
    expect(sentences(marked.replaceAll('|', ''))).toEqual(marked.split(' |'))
  })

  it.each([
    ['en', 'He left.[2] She stayed.[3]', ['He left.', 'She stayed.']],
    ['en', 'Atty. Gen. Karl Berg spoke. He left.', ['Atty. Gen. Karl Berg spoke.', 'He left.']],
    ['de', 'Am 5. März kam er. Dann ging er.', ['Am 5. März kam er.', 'Dann ging er.']],
    [
      'de',
      'Der 2. Weltkrieg war aus. Das kostet z. B. 5 Euro.',
      ['Der 2. Weltkrieg war aus.', 'Das kostet z. B. 5 Euro.'],
    ],
    ['de', 'Er kam 1990. Dann ging er.', ['Er kam 1990.', 'Dann ging er.']],
    ['it', 'Il sig. Berg venne. Il dott. Lund anche.', ['Il sig. Berg venne.', 'Il dott. Lund anche.']],
    ['ja', '「行く。」と彼は言った。彼は去った。', ['「行く。」と彼は言った。', '彼は去った。']],
  ])('ends sentences where they end: %s, %s', (language, text, sentences) => {
    expect(sentencesAt(text, 0, language).map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
  })
})
