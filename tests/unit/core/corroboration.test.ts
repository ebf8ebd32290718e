import { asId, type Id } from '../../../src/core/records/base.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corroborate, type Origin } from '../../../src/core/corroboration/corroborate.ts'
import { bodyNames } from '../../../src/core/corroboration/bodies.ts'
import { onBothSides } from '../../../src/core/corroboration/both-sides.ts'
import { othersOn } from '../../../src/core/corroboration/others-on.ts'
import { trackRecord } from '../../../src/core/corroboration/track-record.ts'
import { reasonText } from '../../../src/core/corroboration/join-reason.ts'
import type {
  Known,
  OriginArticle,
  OriginPiece,
  OriginSource,
} from '../../../src/core/corroboration/known.ts'
import { isTold } from '../../../src/core/corroboration/traces.ts'
import type { OriginRuling } from '../../../src/core/records/claim.ts'

const at = '2026-01-01T00:00:00.000Z'
const ids = <K extends 'source' | 'evidence'>(...all: string[]): Id<K>[] => all.map((id) => asId(id))
const sources: Record<string, Partial<OriginSource>> = {
  minister: {},
  aide: { possiblySame: ids('mayor') },
  mayor: { possiblySame: ids('aide', 'major') },
  major: { possiblySame: ids('mayor') },
  agency: { kind: 'organisation' },
  wire: { kind: 'outlet' },
  post: { kind: 'outlet' },
  star: { kind: 'outlet' },
  echo: { kind: 'outlet', possiblySame: ids('echoes') },
  two: { kind: 'anonymous', descriptor: 'Two people briefed on the talks' },
  pair: { kind: 'anonymous', descriptor: 'two people briefed on the talks' },
  census: { kind: 'dataset' },
  table: { kind: 'dataset', derivedFrom: ids('census') },
  digest: { kind: 'document', derivedFrom: ids('register', 'table') },
  register: { kind: 'dataset' },
  echoes: { kind: 'outlet', possiblySame: ids('echo') },
  aides: { kind: 'anonymous', descriptor: '“an aide.”', relayer: asId('star') },
  anAide: { kind: 'anonymous', descriptor: 'An aide' },
}
const articles: Record<string, OriginArticle> = {
  inPost: { outlet: asId('post'), derivedFrom: null },
  inStar: { outlet: asId('star'), derivedFrom: null },
  inEcho: { outlet: asId('echo'), derivedFrom: null },
  inWire: { outlet: asId('wire'), derivedFrom: null },
  reprint: { outlet: null, derivedFrom: asId('inStar') },
  loop: { outlet: null, derivedFrom: asId('pool') },
  pool: { outlet: null, derivedFrom: asId('loop') },
  inEchoes: { outlet: asId('echoes'), derivedFrom: null },
}
const known: Known = {
  source: (id) =>
    sources[id] && {
      kind: 'person',
      descriptor: '',
      possiblySame: [],
      derivedFrom: [],
      relayer: null,
      name: id,
      bodies: [],
      isNot: () => false,
      isOfArticle: false,
      role: '',
      ...sources[id],
      id,
    },
  article: (id) => articles[id],
}
const piece = (id: string, article: string | null, ...chain: string[]): OriginPiece => ({
  id: asId(id),
  stance: 'supports',
  article: article === null ? null : asId(article),
  isWithdrawn: false,
  chain: ids(...chain),
})
const originsOf = (pieces: OriginPiece[], rulings: OriginRuling[] = []): Origin[] =>
  corroborate(pieces, rulings, known).supports.origins
const sets = (origins: readonly Origin[]): string[] =>
  origins.map(({ evidence }) => [...evidence].sort().join()).sort()

describe('origins', () => {
  it.each([
    [
      'the same asserter',
      ['minister', 'post'],
      'inPost',
      ['minister', 'star'],
      'inStar',
      'asserted by minister',
    ],
    [
      'one wire report behind both',
      ['minister', 'wire', 'post'],
      'inPost',
      ['aide', 'wire', 'star'],
      'inStar',
      'trace to one report by wire',
    ],
    [
      'the report that the other passes on',
      ['minister', 'wire'],
      'inWire',
      ['aide', 'wire', 'star'],
      'inStar',
      'trace to one report by wire',
    ],
    [
      'an outlet that is quoted',
      ['wire'],
      'inPost',
      ['minister', 'wire'],
      'inWire',
      'trace to one report by wire',
    ],
    ['a reprint', ['minister'], 'reprint', ['aide'], 'inStar', '“inStar”'],
    ['reprints in a circle', ['minister'], 'loop', ['aide'], 'pool', '“loop”'],
    [
      'one undisclosed group through one outlet',
      ['two', 'post'],
      'inPost',
      ['pair', 'post'],
      'inPost',
      'Two people briefed',
    ],
    ['sources that are possibly the same', ['mayor'], 'inPost', ['aide'], 'inStar', 'possibly the same'],
    ['a table made of the other', ['table'], 'inPost', ['census'], 'inStar', 'derive from census'],
    [
      'one of several things it was made from',
      ['digest'],
      'inPost',
      ['census'],
      'inStar',
      'derive from census',
    ],
    [
      'what one passes on made from what the other passes on',
      ['minister', 'table', 'post'],
      'inPost',
      ['aide', 'census', 'star'],
      'inStar',
      'derive from census',
    ],
    [
      'somebody behind both, whatever they are',
      ['minister', 'agency', 'post'],
      'inPost',
      ['aide', 'agency', 'star'],
      'inStar',
      'trace to one report by agency',
    ],
    [
      'sources that are possibly one through a third',
      ['aide'],
      'inPost',
      ['major'],
      'inStar',
      'possibly the same',
    ],
    [
      'outlets that are possibly the same',
      [],
      'inEcho',
      [],
      'inEchoes',
      'echo and echoes are possibly the same',
    ],
    [
      'agencies that are possibly the same',
      ['minister', 'echo', 'post'],
      'inPost',
      ['aide', 'echoes', 'star'],
      'inStar',
      'possibly the same',
    ],
    [
      'one undisclosed person, written otherwise',
      ['aides', 'post'],
      'inPost',
      ['anAide', 'star'],
      'inStar',
      '“an aide.”',
    ],
  ])('are one with %s', (_what, one, first, two, second, words) => {
    const pieces = [piece('a', first, ...one), piece('b', second, ...two)]
    const [origin, ...others] = originsOf(pieces)
    expect(others).toEqual([])
    expect(origin?.reasons.map((reason) => reasonText(reason, (id) => id)).join('; ')).toContain(words)
    expect(sets(originsOf(pieces.toReversed()))).toEqual(['a,b'])
  })

  it.each([
    ['other people in other papers', ['minister', 'post'], 'inPost', ['aide', 'star'], 'inStar'],
    ['two people in one paper', ['minister', 'post'], 'inPost', ['aide', 'post'], 'inPost'],
    ['two people in one reprint', ['minister'], 'reprint', ['aide'], 'reprint'],
    ['one undisclosed group through two outlets', ['two', 'post'], 'inPost', ['pair', 'star'], 'inStar'],
    ['papers that say so themselves', [], 'inPost', [], 'inStar'],
    ['what two possibly equal papers found', ['minister', 'echo'], 'inEcho', ['aide', 'echoes'], 'inEchoes'],
  ])('are two with %s', (_what, one, first, two, second) => {
    expect(originsOf([piece('a', first, ...one), piece('b', second, ...two)])).toHaveLength(2)
  })

  it('are not there where neither anybody nor any article is named', () => {
    const nothing: OriginPiece = { ...piece('b', null), article: null }
    const { supports } = corroborate([piece('a', 'inPost', 'minister'), nothing], [], known)
    expect([supports.evidence, sets(supports.origins)]).toEqual([2, ['a']])
  })

  it('are counted for each stance', () => {
    const against: OriginPiece = { ...piece('b', 'inStar', 'minister'), stance: 'disputes' }
    const { supports, disputes, mentions } = corroborate(
      [piece('a', 'inPost', 'minister'), against],
      [],
      known,
    )
    expect([supports, disputes, mentions].map(({ evidence, articles: count }) => [evidence, count])).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
    ])
  })

  it('go by what the user decided, with the reason', () => {
    const pieces = [
      piece('a', 'inPost', 'minister'),
      piece('b', 'inStar', 'minister'),
      piece('c', 'inEcho', 'aide'),
    ]
    const apart: OriginRuling = { evidence: asId('b'), with: null, reason: 'She saw the file herself', at }
    const together: OriginRuling = { evidence: asId('b'), with: asId('c'), reason: 'They share a desk', at }
    expect(sets(originsOf(pieces, [apart]))).toEqual(['a', 'b', 'c'])
    expect(originsOf(pieces, [apart])[1]?.apart).toEqual(['She saw the file herself'])
    expect(sets(originsOf(pieces, [apart, together]))).toEqual(['a', 'b,c'])
    expect(sets(originsOf(pieces, [together]))).toEqual(['a,b,c'])
    // What was decided about evidence that is gone does no harm.
    expect(sets(originsOf(pieces.slice(0, 1), [together]))).toEqual(['a'])
  })
})

const somePiece = fc.record({
  stance: fc.constant('supports' as const),
  article: fc.option(fc.constantFrom(...Object.keys(articles)).map((id) => asId<'article'>(id))),
  chain: fc.array(fc.constantFrom(...ids<'source'>(...Object.keys(sources))), { maxLength: 4 }),
})
const somePieces = fc
  .array(somePiece, { maxLength: 12 })
  .map((all) => all.map((one, n): OriginPiece => ({ ...one, isWithdrawn: false, id: asId(`e${n}`) })))

describe('the calculus of origins', () => {
  it('does not depend on the order of the evidence, reasons included', () => {
    fc.assert(
      fc.property(
        somePieces.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(sets(originsOf(shuffled))).toEqual(sets(originsOf(all)))
          const told = (pieces: OriginPiece[]): string[] =>
            originsOf(pieces)
              .flatMap(({ reasons }) => reasons)
              .map(({ kind, evidence }) => `${kind} ${[...evidence].sort().join()}`)
              .sort()
          expect(told(shuffled)).toEqual(told(all))
        },
      ),
    )
  })

  it('puts each piece in one origin, and one more piece makes one more origin at most', () => {
    fc.assert(
      fc.property(somePieces, (all) => {
        const origins = originsOf(all)
        const told = all.filter((one) => isTold(one, known))
        expect(origins.flatMap(({ evidence }) => evidence).sort()).toEqual(told.map(({ id }) => id).sort())
        expect(origins.length).toBeLessThanOrEqual(originsOf(all.slice(1)).length + 1)
      }),
    )
  })

  it('never takes apart what was together when evidence or a join comes', () => {
    fc.assert(
      fc.property(somePieces, fc.nat(), fc.nat(), (all, m, n) => {
        const [one, two] = [all[m % Math.max(1, all.length)], all[n % Math.max(1, all.length)]]
        if (!one || !two || !isTold(one, known) || !isTold(two, known)) return
        const together = (origins: Origin[]): Map<string, Origin> =>
          new Map(origins.flatMap((origin) => origin.evidence.map((id) => [id, origin] as const)))
        const join: OriginRuling = { evidence: one.id, with: two.id, reason: 'by hand', at }
        const after = together(originsOf(all, [join]))
        for (const origin of [...originsOf(all), ...originsOf(all.slice(1))])
          expect(new Set(origin.evidence.map((id) => after.get(id))).size).toBe(1)
        expect(after.get(one.id)).toBe(after.get(two.id))
      }),
    )
  })

  it('gives a piece that was set apart an origin of its own, and the others what they have without it', () => {
    fc.assert(
      fc.property(somePieces, fc.nat(), (all, n) => {
        const one = all[n % Math.max(1, all.length)]
        if (!one || !isTold(one, known)) return
        const apart = originsOf(all, [{ evidence: one.id, with: null, reason: 'apart', at }])
        const others = originsOf(all.filter((other) => other !== one))
        expect(sets(apart)).toEqual([...sets(others), one.id].sort())
      }),
    )
  })
})

describe('what others say of what a source says', () => {
  const against = (id: string, article: string, ...chain: string[]): OriginPiece => ({
    ...piece(id, article, ...chain),
    stance: 'disputes',
  })
  const counted = corroborate(
    [
      piece('a', 'inPost', 'minister', 'post'),
      piece('repeats a', 'inStar', 'minister', 'star'),
      piece('b', 'inEcho', 'aide', 'echo'),
      against('c', 'inStar', 'census', 'star'),
    ],
    [],
    known,
  )

  it('counts origins that it has no part in, on its side and on the other', () => {
    expect(othersOn(counted, 'supports', new Set(ids<'evidence'>('a', 'repeats a')))).toEqual({
      agree: 1,
      oppose: 1,
    })
    expect(othersOn(counted, 'supports', new Set(ids<'evidence'>('b')))).toEqual({ agree: 1, oppose: 1 })
    expect(othersOn(counted, 'disputes', new Set(ids<'evidence'>('c')))).toEqual({ agree: 0, oppose: 2 })
  })
  it('does not take those who repeat it for others', () => {
    expect(othersOn(counted, 'supports', new Set(ids<'evidence'>('a')))).toEqual({ agree: 1, oppose: 1 })
  })
  it('is summed up for a source by claims, each once', () => {
    const said = (
      claim: string,
      agree: number,
      oppose: number,
      stance: 'supports' | 'mentions' = 'supports',
    ) => ({
      claim: asId<'claim'>(claim),
      stance,
      agree,
      oppose,
    })
    expect(
      trackRecord([
        said('one', 1, 1),
        said('one', 1, 1),
        said('two', 0, 2),
        said('three', 0, 0),
        said('four', 0, 0, 'mentions'),
      ]),
    ).toEqual({ all: 3, agreed: 1, opposed: 2, alone: 1 })
  })
  it('is nothing where it only mentions', () => {
    expect(othersOn(counted, 'mentions', new Set(ids<'evidence'>('a')))).toEqual({ agree: 0, oppose: 0 })
  })
})

describe('people who are not named', () => {
  const people: Record<string, Partial<OriginSource>> = {
    a: { kind: 'anonymous', descriptor: 'a senior treasury official' },
    b: { kind: 'anonymous', descriptor: 'A senior treasury official' },
    c: { kind: 'anonymous', descriptor: 'a government source' },
    d: { kind: 'anonymous', descriptor: 'a survivor' },
    e: { kind: 'anonymous', descriptor: 'two officials' },
    f: { kind: 'anonymous', descriptor: 'another official' },
    g: { kind: 'anonymous', descriptor: 'media reports' },
    h: { kind: 'document', name: 'Unconfirmed reports' },
    minister: { name: 'Karel Dvořák', bodies: ids('ministry') },
    deputy: { name: 'Jana Malá', bodies: ids('ministry') },
    ministry: { kind: 'organisation', name: 'interior ministry' },
    lone: { name: 'Mr Dvorak' },
    other: { name: 'Petr Dvořák' },
  }
  const theirs: Known = {
    source: (id) =>
      people[id] && {
        kind: 'person',
        name: id,
        descriptor: '',
        possiblySame: [],
        derivedFrom: [],
        relayer: null,
        bodies: [],
        isOfArticle: false,
        role: '',
        isNot: (another: string) => id === 'a' && another === 'b',
        ...people[id],
        id,
      },
    article: (id) => ({ outlet: asId(`outlet of ${id}`), derivedFrom: null }),
  }
  const of = (...chains: [article: string, asserter: string][]) =>
    corroborate(
      chains.map(([article, asserter], n) => piece(`p${n}`, article, asserter)),
      [],
      theirs,
    ).supports
  const range = (...chains: [string, string][]): string => {
    const { least, origins } = of(...chains)
    return `${least} to ${origins.length}`
  }

  it('may be one, as far as they are called', () => {
    expect(range(['x', 'a'], ['y', 'c'])).toBe('1 to 2')
    expect(range(['x', 'a'], ['y', 'c'], ['z', 'd'])).toBe('1 to 3')
    expect(range(['x', 'a'], ['y', 'd'])).toBe('2 to 2')
    expect(range(['x', 'a'], ['y', 'e'])).toBe('2 to 2')
    expect(range(['x', 'a'], ['y', 'f'])).toBe('2 to 2')
    // Somebody is certain that they are two.
    expect(range(['x', 'a'], ['y', 'b'])).toBe('2 to 2')
  })

  it('are one group in one article, unless they are said to be others', () => {
    expect(of(['x', 'a'], ['x', 'e']).origins.map(({ reasons }) => reasons[0]?.kind)).toEqual(['same-group'])
    expect(range(['x', 'a'], ['x', 'f'])).toBe('2 to 2')
  })

  it('are no origin where they are nobody', () => {
    const { origins, unsourced, evidence } = of(['x', 'g'], ['y', 'h'], ['z', 'minister'])
    expect({ origins: origins.length, unsourced, evidence }).toEqual({
      origins: 1,
      unsourced: 2,
      evidence: 3,
    })
  })

  it('and those who are: a body and who speaks for it are one, two who speak for it are two', () => {
    expect(of(['x', 'minister'], ['y', 'ministry']).origins[0]?.reasons[0]).toMatchObject({
      kind: 'speaks-for',
      subject: 'ministry',
    })
    expect(range(['x', 'minister'], ['y', 'deputy'])).toBe('2 to 2')
    expect(range(['x', 'minister'], ['y', 'deputy'], ['z', 'ministry'])).toBe('1 to 1')
  })

  it('one is called by two names where only one can be meant', () => {
    expect(of(['x', 'minister'], ['y', 'lone']).origins[0]?.reasons[0]?.kind).toBe('alike-names')
    expect(range(['x', 'minister'], ['y', 'other'])).toBe('2 to 2')
    expect(range(['x', 'minister'], ['y', 'lone'], ['z', 'other'])).toBe('3 to 3')
  })

  it('what was withdrawn counts for nothing, and who is on both sides is told', () => {
    const pieces: OriginPiece[] = [
      { ...piece('p1', 'x', 'minister'), isWithdrawn: true },
      piece('p2', 'y', 'lone'),
      { ...piece('p3', 'z', 'lone'), stance: 'disputes' },
      { ...piece('p4', 'x', 'minister'), stance: 'disputes' },
    ]
    const { supports } = corroborate(pieces, [], theirs)
    expect(supports).toMatchObject({ evidence: 1, withdrawn: 1, origins: [{ evidence: ['p2'] }] })
    expect(onBothSides(pieces)).toEqual(['lone'])
  })
})

describe('the bodies that somebody speaks for', () => {
  it.each([
    ['Interior Minister', '', 'interior ministry'],
    ['minister of the interior', '', 'ministry of the interior'],
    ['Halden’s chief executive', '', 'halden'],
    ['spokeswoman for the Assembly', '', 'assembly'],
    ['', 'The Red Cross', 'red cross'],
  ])('%s %s: %s', (role, affiliation, name) => {
    expect(bodyNames({ role, affiliation })).toContain(name)
  })
})
