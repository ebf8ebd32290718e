import { asId } from '../../../src/core/records/base.ts'
import { describe, expect, it } from 'vitest'
import { terms } from '../../../src/core/words/terms.ts'
import {
  workOnHighlight,
  workOnClaim,
  workOnSilent,
  workOnSource,
  type OpenWork,
  type OpenWorkClaim,
  type OpenWorkHighlight,
  type OpenWorkSource,
} from '../../../src/core/open-work/open-work.ts'
import {
  dismissible,
  openWorkKinds,
  type Dismissal,
  type OpenWorkKind,
} from '../../../src/core/records/dismissal.ts'

/** A claim that leaves nothing to be done: two origins, one of them on the record. */
const clean: OpenWorkClaim = {
  id: asId('claim'),
  statement: 'The ferries stopped',
  kind: 'fact',
  status: 'unverified',
  credibility: 2,
  origins: 2,
  supports: 2,
  anonymous: 1,
  hasQuantity: false,
  hasClaimant: true,
  unfaithful: [],
  contradicts: [],
  accused: [],
  isDisputed: false,
  hasUnnamed: false,
  toldDifferently: [],
  dismissed: [],
}
const source: OpenWorkSource = {
  id: asId('marrin'),
  name: 'Ilse Marrin',
  isGraded: false,
  uses: 2,
  questions: [],
  dismissed: [],
}
const highlight: OpenWorkHighlight = {
  id: asId('mark'),
  article: asId('article'),
  articleTitle: 'Talks in Lorne',
  exact: 'the ferries',
  dismissed: [],
}
const workWith = (more: Partial<OpenWorkClaim>): OpenWork[] => workOnClaim({ ...clean, ...more })
const kinds = (openWork: readonly OpenWork[]): OpenWorkKind[] => openWork.map(({ what }) => what)
const kindsWith = (more: Partial<OpenWorkClaim>): OpenWorkKind[] => kinds(workWith(more))
const aside = (what: Dismissal['what'], about: string | null = null): Dismissal => ({
  what,
  about: about === null ? null : asId(about),
  reason: `${what} is fine`,
  at: '2031-03-04T00:00:00.000Z',
})
const accused: OpenWorkClaim['accused'][number] = {
  id: asId('starr'),
  name: 'Karl Starr',
  hasResponse: false,
}
const rival: OpenWorkClaim['contradicts'][number] = { id: asId('rival'), statement: 'The ferries went on' }

describe('a claim', () => {
  it('that is clean leaves nothing to do', () => {
    expect(workOnClaim(clean)).toEqual([])
    expect(kindsWith({ kind: 'figure', hasQuantity: true })).toEqual([])
    expect(kindsWith({ credibility: 1 })).toEqual([])
    expect(kindsWith({ kind: 'allegation', accused: [{ ...accused, hasResponse: true }] })).toEqual([])
  })

  it('of one origin only has one, and another one when it is held for confirmed', () => {
    expect(workWith({ origins: 1 })).toEqual([
      {
        what: 'one-origin',
        kind: 'claim',
        id: 'claim',
        title: 'The ferries stopped',
        about: null,
        aboutTitle: '',
        words: [],
        article: null,
        dismissed: null,
      },
    ])
    expect(kindsWith({ origins: 1, credibility: 1 })).toEqual(['one-origin', 'sure-of-one-origin'])
    expect(kindsWith({ origins: 0, supports: 0, anonymous: 0, credibility: 6 })).toEqual([])
  })

  it('rests on anonymous sources only when all that supports it does, and anything does', () => {
    expect(kindsWith({ supports: 2, anonymous: 2 })).toEqual(['anonymous-only'])
    expect(kindsWith({ supports: 3, anonymous: 2 })).toEqual([])
    expect(kindsWith({ supports: 0, anonymous: 0 })).toEqual([])
  })

  it('with a figure needs somebody who says so', () => {
    expect(kindsWith({ kind: 'figure', hasClaimant: false })).toEqual(['no-claimant'])
    expect(kindsWith({ hasQuantity: true, hasClaimant: false })).toEqual(['no-claimant'])
    expect(kindsWith({ hasClaimant: false })).toEqual([])
  })

  it('that says more than its excerpts shows the words, each once', () => {
    const unfaithful = ['12', 'Ilmar', '12'].map((text, n) => ({
      kind: 'number' as const,
      text,
      start: n * 10,
      end: n * 10 + text.length,
    }))
    expect(workWith({ unfaithful })).toMatchObject([
      { what: 'unfaithful', words: ['12', 'Ilmar'], about: null },
    ])
  })

  it('that contradicts others leaves work for each', () => {
    const other: typeof rival = { id: asId('other'), statement: 'The ferries sank' }
    expect(workWith({ contradicts: [rival, other] })).toMatchObject([
      { what: 'contradiction', id: 'claim', about: 'rival', aboutTitle: 'The ferries went on' },
      { what: 'contradiction', id: 'claim', about: 'other', aboutTitle: 'The ferries sank' },
    ])
  })

  it('that accuses people leaves work for each who has not responded, once', () => {
    const mayor: typeof accused = { id: asId('mayor'), name: 'The mayor', hasResponse: true }
    const openWork = workWith({ kind: 'allegation', accused: [mayor, accused, accused] })
    expect(openWork).toMatchObject([{ what: 'no-response', about: 'starr', aboutTitle: 'Karl Starr' }])
    expect(openWork).toHaveLength(1)
  })

  it('that is an allegation against nobody in particular needs anything that disputes it', () => {
    expect(workWith({ kind: 'allegation' })).toMatchObject([
      { what: 'no-response', about: null, aboutTitle: '' },
    ])
    expect(kindsWith({ kind: 'allegation', isDisputed: true })).toEqual([])
    expect(kindsWith({ kind: 'denial' })).toEqual([])
  })

  it('may have them all', () => {
    const all = workWith({
      kind: 'allegation',
      credibility: 1,
      origins: 1,
      supports: 1,
      anonymous: 1,
      hasQuantity: true,
      hasClaimant: false,
      contradicts: [rival],
      accused: [accused],
      unfaithful: [{ kind: 'name', text: 'Ilmar', start: 0, end: 5 }],
      hasUnnamed: true,
      toldDifferently: [{ article: asId('gazette'), title: 'Later', words: ['40', '70'] }],
    })
    const others: OpenWorkKind[] = ['to-ask', 'ungraded-source', 'needs-review', 'did-not-answer']
    expect(kinds(all).sort()).toEqual(openWorkKinds.filter((kind) => !others.includes(kind)).sort())
  })
})

describe('those who were asked in an article', () => {
  it('and did not answer are open work of it, in one line', () => {
    const silent = ['The ministry declined to comment', 'Karl Starr did not reply']
    const asked = { id: asId<'article'>('article'), title: 'Talks', silent, dismissed: [] }
    expect(workOnSilent(asked)).toMatchObject([
      { what: 'did-not-answer', kind: 'article', id: 'article', words: silent, dismissed: null },
    ])
    expect(workOnSilent({ ...asked, silent: [] })).toEqual([])
    expect(workOnSilent({ ...asked, dismissed: [aside('did-not-answer')] })[0]?.dismissed).not.toBeNull()
  })
})

describe('a source', () => {
  it('that speaks in the evidence and that nobody has judged is open work', () => {
    expect(workOnSource(source)).toMatchObject([
      { what: 'ungraded-source', kind: 'source', id: 'marrin', title: 'Ilse Marrin', dismissed: null },
    ])
    expect(workOnSource({ ...source, isGraded: true })).toEqual([])
    expect(workOnSource({ ...source, uses: 0 })).toEqual([])
  })
})

describe('a highlight that needs review', () => {
  it('is open work, with its article', () => {
    expect(workOnHighlight(highlight)).toMatchObject({
      what: 'needs-review',
      kind: 'annotation',
      id: 'mark',
      title: 'the ferries',
      article: 'article',
      aboutTitle: 'Talks in Lorne',
      about: null,
      dismissed: null,
    })
  })
})

describe('what was set aside', () => {
  it('tells its reason, and only what it was said of', () => {
    const openWork = workWith({ origins: 1, credibility: 1, dismissed: [aside('one-origin')] })
    expect(openWork.map(({ what, dismissed }) => [what, dismissed])).toEqual([
      ['one-origin', 'one-origin is fine'],
      ['sure-of-one-origin', null],
    ])
  })

  it('about another record leaves what is about a third', () => {
    const other: typeof rival = { id: asId('other'), statement: 'The ferries sank' }
    const dismissed = [aside('contradiction', 'rival'), aside('no-response', 'mayor')]
    const openWork = workWith({ contradicts: [rival, other], accused: [accused], dismissed })
    expect(openWork.map(({ about, dismissed: reason }) => [about, reason])).toEqual([
      ['rival', 'contradiction is fine'],
      ['other', null],
      ['starr', null],
    ])
  })

  it('of a source is kept with it, of a highlight with its article', () => {
    expect(workOnSource({ ...source, dismissed: [aside('ungraded-source')] })).toMatchObject([
      { dismissed: 'ungraded-source is fine' },
    ])
    const dismissed = [aside('needs-review', 'another')]
    expect(workOnHighlight({ ...highlight, dismissed }).dismissed).toBeNull()
    dismissed.push(aside('needs-review', 'mark'))
    expect(workOnHighlight({ ...highlight, dismissed }).dismissed).toBe('needs-review is fine')
  })
})

describe('every kind of open work', () => {
  it('can be set aside, and is called something of its own', () => {
    expect(dismissible).toEqual(expect.arrayContaining([...openWorkKinds]))
    const texts = openWorkKinds.map((what) => terms.openWork[what])
    expect(new Set(texts).size).toBe(openWorkKinds.length)
    expect(texts).not.toContain('')
  })
})

it('what a source is to be asked is left to do, also where it is graded and not used', () => {
  const asked = { ...source, isGraded: true, uses: 0, questions: ['When did it sail?', 'Who counted?'] }
  expect(workOnSource(asked)).toMatchObject([
    { what: 'to-ask', kind: 'source', id: 'marrin', words: ['When did it sail?', 'Who counted?'] },
  ])
  expect(workOnSource({ ...asked, dismissed: [aside('to-ask')] })[0]?.dismissed).toBe('to-ask is fine')
  expect(kinds(workOnSource({ ...source, questions: ['When?'] }))).toEqual(['ungraded-source', 'to-ask'])
})
