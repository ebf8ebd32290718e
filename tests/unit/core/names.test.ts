import { asId } from '../../../src/core/records/base.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import {
  leastScore,
  nameClusters,
  type NameCluster,
  type NamedSource,
} from '../../../src/core/names/name-clusters.ts'
import { nameLikeness } from '../../../src/core/names/name-likeness.ts'
import { growth } from '../../support/cost.ts'
import { tries } from '../../support/length.ts'

const source = (name: string, more: Partial<NamedSource> = {}): NamedSource => ({
  id: asId(name),
  kind: 'person',
  name,
  aliases: [],
  role: '',
  affiliation: '',
  mustNotMerge: [],
  ...more,
})
const people = (...names: string[]): NamedSource[] => names.map((name) => source(name))
const bodies = (...names: string[]): NamedSource[] =>
  names.map((name) => source(name, { kind: 'organisation' }))
const pairsIn = (clusters: readonly NameCluster[]): string[] =>
  clusters.flatMap(({ pairs }) => pairs.map(({ sources }) => sources.join(' = '))).sort()
const onlyPair = (...sources: NamedSource[]): NameCluster['pairs'][number] | undefined =>
  nameClusters(sources)[0]?.pairs[0]

describe('spellings that are probably of one person', () => {
  it.each([
    ['misspelt', 'Ilse Marrin', 'Ilse Marren', 'Else Maren'],
    ['with an initial or a title', 'O. Teller', 'Oban Teller', 'Mr. Oban Teller'],
    [
      'of Arabic names',
      'Mohammed al-Sayed',
      'Muhammad El Sayed',
      'Mohamed as-Sayed',
      'محمد السيد',
      'Mohamed Elsayed',
    ],
    ['of Russian names', 'Пётр Чайковский', 'Pyotr Tchaikovsky', 'Petr Chaikovsky'],
    ['of one name', 'Yusuf', 'Youssef', 'Юсуф'],
    ['with marks on the letters', 'Jürgen Müller', 'Juergen Mueller', 'Jurgen Muller'],
    ['in another order', 'Teller, Oban', 'Oban Teller', 'TELLER, Oban'],
    ['in another order with an initial', 'Jones, James', 'J. Jones'],
    ['with particles', 'Anna van der Berg', 'Van der Berg, Anna', 'Anna Vanderberg'],
    ['misspelt at the beginning', 'S. Yelrestka', 'Shipa Yeerestka'],
    ['with a particle in front', 'de Gaulle', 'Charles Gaulle'],
    ['in one word or in two', 'Abdul Rahman Sayed', 'Abdulrahman Sayed', 'Abdul-Rahman Sayed'],
    ['with a second name', 'Joanne Rowling', 'J. K. Rowling', 'Joanne Kathleen Rowling'],
    ['of which one is the last name', 'Teller', 'Oban Teller', 'Dr. Teller'],
    ['with one letter for two', 'Philip Wexler', 'Filip Wexler'],
    ['with an apostrophe', 'Sean O’Brien', 'Sean O’Brien’s', 'Sean O Brien'],
    ['in Chinese and in letters', '王毅', 'Wang Yi'],
  ])('are one cluster: %s', (_, ...names) => {
    const clusters = nameClusters(people(...names))
    expect(clusters.map(({ sources }) => sources)).toEqual([names.toSorted()])
  })

  it.each([
    ['Oban Teller', 'Teller, Oban', ['same-words']],
    ['Oban Teller', 'O. Teller', ['same-words', 'initials']],
    ['Oban Teller', 'Teller', ['part']],
    ['Bob Teller', 'Robert Teller', ['same-words', 'short-form']],
    ['Oban Teller', 'Oban Tellar', ['same-words', 'spelling']],
    ['Чайковский', 'Tchaikovsky', ['sound']],
  ])('say why: %s, %s', (one, other, reasons) => {
    expect(onlyPair(...people(one, other))?.reasons).toEqual(reasons)
    expect(nameLikeness(other, one)?.reasons).toEqual(reasons)
  })

  it('are found by what else a source is called', () => {
    const known = source('Oban Teller', { aliases: ['the Secretary', 'Obadiah Teller-Quist'] })
    expect(pairsIn(nameClusters([known, ...people('Obadiah Teller Quist')]))).toEqual([
      'Obadiah Teller Quist = Oban Teller',
    ])
  })

  it('come with the most probable first', () => {
    const [first, second] = nameClusters(people('Ilse Marrin', 'Else Maren', 'Oban Teller', 'Teller, Oban'))
    expect(first?.sources).toEqual(['Oban Teller', 'Teller, Oban'])
    expect(second?.sources).toEqual(['Else Maren', 'Ilse Marrin'])
  })
})

describe('spellings that are probably of one organisation', () => {
  it.each([
    ['with an article', 'The Guardian', 'Guardian', 'GUARDIAN'],
    ['with the form of the company', 'Acme Ltd', 'Acme Limited', 'Acme', 'Acme, Inc.'],
    ['in another order', 'Ministry of Defence', 'Defence Ministry', 'the Defense Ministry'],
    ['by its first letters', 'UN', 'United Nations', 'U.N.'],
    ['by the first letters of what matters', 'FBI', 'Federal Bureau of Investigation'],
    ['transliterated', 'Hezbollah', 'Hizbullah'],
  ])('are one cluster: %s', (_, ...names) => {
    expect(nameClusters(bodies(...names)).map(({ sources }) => sources)).toEqual([names.toSorted()])
  })

  it('are not told by the initials of people', () => {
    expect(nameClusters(people('AB', 'Anna Berg'))).toEqual([])
  })
})

describe('different ones', () => {
  it.each([
    ['Anna Berg', 'Bernd Berg'],
    ['Anna Berg', 'Ian Berg'],
    ['A. Berg', 'B. Berg'],
    ['A. B.', 'A. Berg'],
    ['Ruth Berg', 'Rita Berg'],
    ['Tim Berg', 'Tom Berg'],
    ['Jan Berg', 'Dan Berg'],
    ['Paul Berg', 'Paula Berg'],
    ['Pyotr Ivanov', 'Pyotr Ivanova'],
    ['Oban Teller', 'Oban Keller'],
    ['Matt Sayed', 'Mohammed Sayed'],
    ['Mahmoud Sayed', 'Mohammed Sayed'],
    ['Ben Carter', 'Anna Carter'],
    ['Carter, Ben', 'Anna Carter'],
    ['Al Gore', 'Tipper Gore'],
    ['Van Morrison', 'Jim Morrison'],
    ['Mr. Berg', 'Mr. Teller'],
    ['王毅', '王义'],
  ])('are not offered: %s and %s', (one, other) => {
    expect(nameClusters(people(one, other))).toEqual([])
    expect(nameLikeness(other, one)).toBeNull()
  })

  it.each([
    ['Iran', 'Iraq'],
    ['Austria', 'Australia'],
    ['East Timor', 'West Timor'],
    ['North Korea', 'South Korea'],
    ['Bank of England', 'Bank of Ireland'],
    ['Ministry of Health', 'Ministry of Defence'],
    ['Council of the North', 'Office of the South'],
    ['Channel 4', 'Channel 5'],
    ['Census 2011', 'Census 2021'],
    ['Smith Ltd', 'Jones Ltd'],
    ['El País', 'El Mundo'],
    ['UN', 'EU'],
    ['???', '!!!'],
  ])('are not offered: the organisations %s and %s', (one, other) => {
    expect(nameClusters(bodies(one, other))).toEqual([])
  })

  it('are not held together by a name that many have', () => {
    const annas = 'Berg Teller Quill Osei Adair Roe Vane Lorne'.split(' ').map((last) => `Anna ${last}`)
    expect(nameClusters(people('Anna', ...annas))).toEqual([])
    expect(nameClusters(people('Anna', ...annas.slice(0, 2)))).toHaveLength(1)
  })

  it('may have the same name as one each, without being offered as a pair', () => {
    const clusters = nameClusters(people('Berg', 'Anna Berg', 'Bernd Berg'))
    expect(pairsIn(clusters)).toEqual(['Anna Berg = Berg', 'Berg = Bernd Berg'])
  })
})

describe('role and affiliation', () => {
  const secretary = { role: 'Secretary', affiliation: 'Maritime Council' }
  const [one, other] = [source('Ilse Marrin', secretary), source('Else Maren')]

  it('make it more probable where they are shared, less where they differ', () => {
    const scoreWith = (more: Partial<NamedSource>): number => onlyPair(one, { ...other, ...more })?.score ?? 0
    const unknown = scoreWith({})
    expect(scoreWith({ role: 'secretary' })).toBeGreaterThan(unknown)
    expect(scoreWith(secretary)).toBeGreaterThan(scoreWith({ role: 'secretary' }))
    expect(scoreWith({ role: 'harbour pilot' })).toBeLessThan(unknown)
    expect(scoreWith({ role: 'harbour pilot', affiliation: 'Ferry company' })).toBe(0)
  })

  it('are among the reasons', () => {
    const same = source('Else Maren', {
      role: 'secretary of the Council',
      affiliation: 'the Maritime Council',
    })
    expect(onlyPair(one, same)?.reasons).toEqual(['spelling', 'sound', 'role', 'affiliation'])
  })

  it('are compared by their words', () => {
    const aide = source('Oban Teller', { role: 'aide' })
    const raider = source('O. Teller', { role: 'raider' })
    expect(onlyPair(aide, raider)?.reasons).not.toContain('role')
  })

  it('say which of many is meant by one name', () => {
    const annas = 'Berg Teller Quill Osei Adair Roe Vane Lorne'
      .split(' ')
      .map((last) => source(`Anna ${last}`))
    const [first, ...more] = annas
    const berg = { ...(first ?? one), role: 'pilot' }
    expect(pairsIn(nameClusters([source('Anna', { role: 'pilot' }), berg, ...more]))).toEqual([
      'Anna = Anna Berg',
    ])
  })
})

describe('what is never offered', () => {
  it('what somebody wrote, for somebody, nor a spelling of another kind', () => {
    const kinds = (['person', 'document', 'dataset'] as const).map((kind) =>
      source('North Wire', { id: asId(kind), kind }),
    )
    expect(nameClusters(kinds)).toEqual([])
    expect(nameClusters([source('North Wire'), source('North Wyre', { kind: 'outlet' })])).toEqual([])
  })

  it('but one name that was noted as two kinds is', () => {
    const kinds = (['person', 'organisation', 'outlet'] as const).map((kind) =>
      source('North Wire', { id: asId(kind), kind }),
    )
    expect(nameClusters(kinds)[0]?.sources).toHaveLength(3)
  })

  it('anonymous ones', () => {
    const two = ['1', '2'].map((id) => source('A harbour pilot', { id: asId(id), kind: 'anonymous' }))
    expect(nameClusters(two)).toEqual([])
  })

  it.each([
    ['the one says so', ['Teller, Oban'], []],
    ['the other says so', [], ['Oban Teller']],
  ])('what must not be merged, when %s', (_, ofOne, ofOther) => {
    const one = source('Oban Teller', { mustNotMerge: ofOne.map((id) => asId(id)) })
    const other = source('Teller, Oban', { mustNotMerge: ofOther.map((id) => asId(id)) })
    expect(nameClusters([one, other])).toEqual([])
    expect(pairsIn(nameClusters([one, other, source('O. Teller')]))).toEqual([
      'O. Teller = Oban Teller',
      'O. Teller = Teller, Oban',
    ])
  })
})

const anySources = fc
  .array(
    fc.record({
      kind: fc.constantFrom('person' as const, 'organisation' as const, 'anonymous' as const),
      names: fc.array(
        fc.oneof(
          fc
            .array(
              fc.constantFrom(
                ...'Anna Ana A. Berg Bergh Borg Ben bin al- Al Mohammed Muhammad M. U.N. UN United Nations The Ltd , 4 Teller Tellar Oban Oban’s محمد 王毅 Wang Yi 🗞️ — Müller Mueller'.split(
                  ' ',
                ),
              ),
              { maxLength: 5 },
            )
            .map((words) => words.join(' ')),
          fc.string({ unit: 'grapheme', maxLength: 12 }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      role: fc.constantFrom('', 'pilot', 'harbour pilot', 'envoy'),
      affiliation: fc.constantFrom('', 'the Council', 'Council'),
      mustNotMerge: fc.subarray(['0', '1', '2', '3'].map((id) => asId<'source'>(id))),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ names: [name = '', ...aliases], ...more }, at) =>
      source(name, { ...more, aliases, id: asId(`${at}`) }),
    ),
  )

describe('any sources', () => {
  it('give the same in whatever order they and their names are', () => {
    const mixed = anySources.chain((sources) =>
      fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: sources.length })),
    )
    fc.assert(
      fc.property(mixed, ([sources, shuffled]) => {
        const turned = shuffled.map((one) => ({ ...one, aliases: one.aliases.toReversed() }))
        expect(nameClusters(turned)).toEqual(nameClusters(sources))
      }),
    )
  })

  it('are in at most one cluster, by pairs within it of which each is likely and allowed', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const known = new Map(sources.map((one) => [one.id, one]))
        const clusters = nameClusters(sources)
        const all = clusters.flatMap((cluster) => cluster.sources)
        expect(new Set(all).size).toBe(all.length)
        expect(new Set(pairsIn(clusters)).size).toBe(pairsIn(clusters).length)
        for (const { sources: own, pairs } of clusters) {
          expect(new Set(pairs.flatMap((pair) => pair.sources))).toEqual(new Set(own))
          for (const { sources: ids, score, reasons } of pairs) {
            const [one, other] = ids.map((id) => known.get(id))
            expect(score).toBeGreaterThanOrEqual(leastScore)
            expect(score).toBeLessThanOrEqual(1)
            expect(reasons).not.toEqual([])
            if (one?.kind !== other?.kind) expect(score).toBeGreaterThanOrEqual(0.97)
            expect(one?.kind).not.toBe('anonymous')
            expect(one?.mustNotMerge).not.toContain(ids[1])
            expect(other?.mustNotMerge).not.toContain(ids[0])
          }
        }
      }),
    )
  })

  it('are as like each other from both sides', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        for (const { name: one } of sources)
          for (const { name: other } of sources) {
            const [there, back] = [nameLikeness(one, other), nameLikeness(other, one)]
            expect(back?.score).toBe(there?.score)
            expect(back?.reasons).toEqual(there?.reasons)
          }
      }),
    )
  })
})

/** People of whom many share a name, as in life, spelled in different ways. */
function generated(count: number, firstNames: number, lastNames: number): NamedSource[] {
  const random = new Random(3)
  const syllables =
    'ka lo mi ter na so ve ri du pa len or is tam be cu fi gra hol jun qua shi wa yel zon mar'.split(' ')
  const word = (): string => {
    const letters = Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables)).join('')
    return letters.charAt(0).toUpperCase() + letters.slice(1)
  }
  const first = Array.from({ length: firstNames }, word)
  const last = Array.from({ length: lastNames }, word)
  const misspelt = (name: string): string => {
    const at = 1 + random.below(name.length - 2)
    return name.slice(0, at) + name.slice(at + 1)
  }
  return Array.from({ length: count }, (_, at) => {
    const [given, family] = [random.pick(first), last[random.zipf(last.length)] ?? '']
    const spellings = [
      ...[`${given} ${family}`, `${given} ${family}`, `${family}, ${given}`, `${given.charAt(0)}. ${family}`],
      ...[`${misspelt(given)} ${family}`, `${given} ${misspelt(family)}`],
    ]
    return source(random.pick(spellings), { id: asId(String(at).padStart(5, '0')) })
  })
}

describe('among many names', () => {
  it('nearly all is found that comparing each with each other one finds', () => {
    // So few first names that all of them are common.
    const sources = generated(tries(200, 400), 3, 60)
    const likely = sources.flatMap((one, at) =>
      sources
        .slice(at + 1)
        .filter((other) => (nameLikeness(one.name, other.name)?.score ?? 0) >= leastScore)
        .map((other) => `${one.id} = ${other.id}`),
    )
    const found = new Set(pairsIn(nameClusters(sources)))
    expect(likely.length).toBeGreaterThan(100)
    expect(likely.filter((pair) => found.has(pair)).length / likely.length).toBeGreaterThanOrEqual(0.99)
  })

  it('the same name is found though each of its words is common', () => {
    const numbered = (name: (n: string) => string): string[] =>
      Array.from({ length: 150 }, (_, at) => name(`K${'aeiou'.charAt(at % 5)}${at}`))
    const common = [
      ...numbered((n) => `Mohammed ${n}`),
      ...numbered((n) => `${n} Ali`),
      ...numbered((n) => `Yusuf ${n}`),
    ]
    const wanted = ['Mohammed Ali', 'Muhamad Ali', 'M. Ali', 'Yusuf', 'Youssef']
    expect(pairsIn(nameClusters(people(...common, ...wanted)))).toEqual([
      'M. Ali = Mohammed Ali',
      'M. Ali = Muhamad Ali',
      'Mohammed Ali = Muhamad Ali',
      'Youssef = Yusuf',
    ])
  })

  it('four times the names are less than ten times the work', () => {
    const sources = (count: number): Parameters<typeof nameClusters>[0] => generated(count, 300, count / 2)
    expect(growth(nameClusters, sources(800), sources(3_200), 10)).toBeLessThan(10)
  })
})
