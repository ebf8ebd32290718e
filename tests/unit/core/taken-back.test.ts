import { describe as group, expect, it } from 'vitest'
import { describe } from '../../../src/core/anchoring/describe.ts'
import { locateAll, type Located } from '../../../src/core/anchoring/locate.ts'
import { compareTexts } from '../../../src/core/versions/compare-texts.ts'

const paragraphs = [
  'The port authority met on Wednesday to hear what the pilots think of the new channel.',
  'Divers found that the wreck of the Marie lies across the fairway, eleven metres below the surface.',
  'The harbour master wants to close the northern entrance until the spring, when the dredger comes back.',
  'Fishermen from the outer islands were not asked, and complained about it in a letter to the paper.',
]
const [first = '', wreck = '', entrance = '', letter = ''] = paragraphs
const text = (...lines: string[]): string => lines.join('\n')

function found(before: string, after: string, words: string): Located | undefined {
  const start = before.indexOf(words)
  return locateAll(after, [describe(before, start, start + words.length)], before)[0]
}

group('a sentence that was taken back', () => {
  const before = text(...paragraphs)
  const quoted = wreck.charAt(0).toLowerCase() + wreck.slice(1)

  it.each([
    ['a correction', `Correction: this article said that ${quoted} The wreck is a barge.`],
    ['quotation marks', `What we wrote here on Thursday was wrong. We wrote: “${wreck}”`],
    ['another language', `Berichtigung: Hier stand, ${quoted}`],
  ])('is to be reviewed where %s tells it', (_how, notice) => {
    const after = text(first, entrance, letter, notice)
    for (const words of ['the wreck of the Marie lies across the fairway', wreck.slice(7, -1)])
      expect(found(before, after, words)).toMatchObject({ state: 'review' })
  })

  it('also where the notice took its place', () => {
    const after = text(first, `Correction: we said that ${quoted} It does not.`, entrance, letter)
    expect(found(before, after, 'the wreck of the Marie lies across the fairway')?.state).toBe('review')
  })

  it('but what went elsewhere as it was is moved', () => {
    const after = text(first, entrance, letter, wreck)
    expect(found(before, after, 'the wreck of the Marie lies across the fairway')?.state).toBe('moved')
    const within = text(first, entrance, `${letter} ${wreck}`)
    expect(found(before, within, 'the wreck of the Marie lies across the fairway')?.state).toBe('moved')
  })

  it('and what is told about in a notice that was there before stays', () => {
    const told = text(...paragraphs, 'Correction: the dredger is called Heron, not Crane, as we had it.')
    expect(found(told, text('Updated at noon.', told), 'the dredger is called Heron')?.state).toBe('moved')
  })

  it('is told by the comparison', () => {
    const after = text(first, entrance, letter, `Correction: this article said that ${quoted}`)
    expect(compareTexts(before, after).map(({ became }) => became)).toEqual(['taken-back', 'taken-back'])
    const moved = text(first, entrance, letter, wreck)
    expect(compareTexts(before, moved).map(({ became }) => became)).toEqual(['moved', 'moved'])
  })
})

group('of two paragraphs that read alike', () => {
  const alike = (who: string): string => `Team ${who} reported that the rudder saved a tenth of the fuel.`
  const before = text(first, alike('Alder'), alike('Birch'), letter)

  it('the one that stayed keeps its highlights', () => {
    const after = text(first, alike('Birch'), letter)
    const place = found(before, after, 'Team Birch reported')
    expect(place).toMatchObject({ state: 'moved', start: after.indexOf('Team Birch') })
    expect(found(before, after, 'Team Alder reported')?.state).toMatch(/orphan|review/)
  })

  it('also where one was put before it', () => {
    const after = text(first, alike('Aspen'), alike('Alder'), alike('Birch'), letter)
    expect(found(before, after, 'Team Alder reported')).toMatchObject({
      state: 'moved',
      start: after.indexOf('Team Alder'),
    })
  })
})
