import { describe, expect, it } from 'vitest'
import { isCommonName } from '../../../src/core/attribution/who-words.ts'
import { whoIsMeant, type KnownName } from '../../../src/core/names/who-is-meant.ts'
import { asId } from '../../../src/core/records/base.ts'
import type { SourceKind } from '../../../src/core/records/source.ts'

const known = (name: string, more: Partial<KnownName> & { kind?: SourceKind } = {}): KnownName => ({
  id: asId(name),
  kind: 'person',
  names: [name],
  isOfArticle: false,
  isElsewhere: false,
  ...more,
})
const meant = (name: string, there: readonly KnownName[], kind: SourceKind = 'person'): string | null =>
  whoIsMeant({ name, kind }, there, isCommonName(name)).source

describe('who is meant', () => {
  it('is never found by part of a word, nor by a given name', () => {
    expect(meant('Ali', [known('Australian Bureau of Statistics', { kind: 'organisation' })])).toBeNull()
    expect(meant('Ali', [known('Ali Hassan')])).toBeNull()
    expect(meant('Ali', [known('Mohamed Ali')])).toBe('Mohamed Ali')
    expect(meant('Kim', [known('Kim Min-ji')])).toBe('Kim Min-ji')
  })

  it('is one of the article’s own people first', () => {
    const there = [known('Daniel Ortega'), known('Rafael Ortega', { isOfArticle: true })]
    expect(meant('Ortega', there)).toBe('Rafael Ortega')
    expect(meant('Ms Ortega', there)).toBe('Rafael Ortega')
    expect(meant('Rafael Ortega', [known('Ortega', { isOfArticle: true, isElsewhere: false })])).toBe(
      'Ortega',
    )
  })

  it('is nobody where two may be', () => {
    expect(meant('Ortega', [known('Daniel Ortega'), known('Rafael Ortega')])).toBeNull()
    expect(meant('Rafael Ortega', [known('Daniel Ortega')])).toBeNull()
  })

  it('is another one in each article for what many are called', () => {
    const police = known('police', { kind: 'organisation' })
    expect(whoIsMeant({ name: 'police', kind: 'organisation' }, [police], true)).toEqual({
      source: null,
      isOfArticleOnly: true,
    })
    expect(meant('the police', [{ ...police, isOfArticle: true }], 'organisation')).toBeNull()
    expect(meant('police', [{ ...police, isOfArticle: true }], 'organisation')).toBe('police')
    expect(whoIsMeant({ name: 'Kim', kind: 'person' }, [known('Kim', { isElsewhere: true })], false)).toEqual(
      {
        source: null,
        isOfArticleOnly: true,
      },
    )
    expect(whoIsMeant({ name: 'Kim Min-ji', kind: 'person' }, [], false)).toEqual({
      source: null,
      isOfArticleOnly: false,
    })
  })

  it.each(['police', 'the company', 'The report', 'officials', 'Prosecutors', 'a senior official'])(
    '%s is what many are called',
    (name) => {
      expect(isCommonName(name)).toBe(true)
    },
  )
  it.each(['Reuters', 'the Lorne police', 'Police Scotland', 'The Guardian', 'Kim', 'al-Jazeera'])(
    '%s is a name',
    (name) => {
      expect(isCommonName(name)).toBe(false)
    },
  )
})
