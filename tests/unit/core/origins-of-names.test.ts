import { describe, expect, it } from 'vitest'
import { bodyNames, bodyNamesOfSpokesman } from '../../../src/core/corroboration/bodies.ts'
import { isNoOrigin } from '../../../src/core/corroboration/no-origin.ts'
import { mayBeOne } from '../../../src/core/corroboration/unnamed-people.ts'

describe('whom names are of', () => {
  it.each([
    ...['media reports', 'several media outlets', 'Turkish media', 'posts on X', 'reports on social media'],
    ...['a rumour', 'Medienberichte', 'la presse', 'unconfirmed social media posts', 'local media reports'],
  ])('“%s” is nobody', (name) => {
    expect(isNoOrigin(name)).toBe(true)
  })

  it.each(['Reuters', 'the interior ministry', 'Media Matters', 'X Corp', 'a media analyst', 'Pressley'])(
    '“%s” is somebody',
    (name) => {
      expect(isNoOrigin(name)).toBe(false)
    },
  )

  it('are of those who speak for a body now', () => {
    expect(bodyNames({ role: 'interior minister', affiliation: '' })).toContain('interior ministry')
    expect(bodyNames({ role: 'former interior minister', affiliation: 'Halden' })).toEqual([])
    expect(bodyNames({ role: 'professor', affiliation: 'University of Lund' })).toEqual([])
    expect(bodyNames({ role: '', affiliation: 'Halden' })).toContain('halden')
    expect(bodyNamesOfSpokesman('a spokesman for the interior ministry')).toContain('interior ministry')
    expect(bodyNamesOfSpokesman('a former spokesman for Halden')).toEqual([])
    expect(bodyNamesOfSpokesman('a senior official')).toEqual([])
  })

  it('who are not named may be one, or are of two places', () => {
    expect(mayBeOne('a survivor', 'a witness')).toBe(true)
    expect(mayBeOne('a US official', 'an Israeli official')).toBe(false)
    expect(mayBeOne('A senior official', 'an official')).toBe(true)
  })
})
