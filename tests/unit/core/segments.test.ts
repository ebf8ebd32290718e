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
})
