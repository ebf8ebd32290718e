import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrongOrders } from '../../../src/core/claims/date-order.ts'
import { datesIn } from '../../../src/core/claims/dates-in.ts'
import { unfaithful } from '../../../src/core/claims/fidelity.ts'
import { numbersIn } from '../../../src/core/claims/numbers.ts'
import { leastTime } from '../../support/cost.ts'

/** What is marked, as “kind text”. */
const marked = (statement: string, ...excerpts: string[]): string[] =>
  unfaithful(statement, excerpts).map(({ kind, text }) => `${kind} ${text}`)

describe('a statement beside its excerpts', () => {
  it('is marked where its numbers, dates and names stand in none of them, in its own order', () => {
    const statement = 'On 4 March 2031 Ilse Marrin counted 1,500 people in Ilmar.'
    const found = unfaithful(statement, [
      'On 5 March 2031 the mayor, Marrin, counted 1,483 people.',
      'A port.',
    ])
    expect(found).toEqual([
      { kind: 'date', start: 3, end: 15, text: '4 March 2031' },
      { kind: 'number', start: 36, end: 41, text: '1,500' },
      { kind: 'name', start: 52, end: 57, text: 'Ilmar' },
    ])
  })

  it('may take its parts from different excerpts', () => {
    expect(marked('Marrin counted 1,480 people', 'It was Marrin.', '1 480 people came')).toEqual([])
  })

  it.each([
    ['The minister resigned', 'The minister plans to resign', ['certainty resigned']],
    ['The plan will fail', 'The plan may fail', ['certainty will']],
    ['The plan will fail', 'The plan will fail', []],
    ['He will go', 'He may go', ['certainty will']],
    ['The mayor resigned', 'The mayor denied that he resigned', ['negation resigned']],
    ['The mayor denied that he resigned', 'The mayor denied that he resigned', []],
    ['Prices rose in May', 'Prices fell in May', ['negation rose']],
    ['Prices rose in May', 'Prices rose in May and fell in June', []],
    ['All pilots agreed to the plan', 'Some pilots agreed to the plan', ['negation All']],
    ['The council approved the plan', 'The council is expected to approve the plan', ['certainty approved']],
    ['The council approved the plan', 'The council approved the plan, which it hopes to fund', []],
    [
      'The minister resigned',
      'According to three people familiar with the matter, the minister resigned',
      ['certainty The minister resigned'],
    ],
    ['5 million people came', '5 × 10⁶ people came', []],
    ['2 people died', '15[2] people died', ['number 2']],
  ])('is marked where it is surer, or says the opposite: %s, of “%s”', (statement, excerpt, found) => {
    expect(marked(statement, excerpt)).toEqual(found)
  })

  it('has nothing to differ from without excerpts', () => {
    expect(marked('In Ilmar 12 died')).toEqual([])
    expect(marked('In Ilmar 12 died', '', ' \n')).toEqual([])
  })

  it('counts UTF-16 code units, so that emoji beside words shift nothing', () => {
    const statement = '🚢🚢 Ferries left 👩‍👩‍👧 Ilmar🚢 with 12🚢 on 4 March 🚢'
    const found = unfaithful(statement, ['ferries left'])
    expect(found.map(({ text }) => text)).toEqual(['Ilmar', '12', '4 March'])
    for (const { start, end, text } of found) expect(statement.slice(start, end)).toBe(text)
  })

  const pieces = fc.oneof(
    fc.constantFrom(
      ...['Ilse', 'Marrin’s', 'of', 'the', 'U.N.', 'MoH', '4', 'March', 'May', '1,480', 'half a', 'million'],
      ...[
        'twenty-first',
        '2031-03-04',
        '“',
        '”',
        '.',
        '🚢',
        'Jose\u0301',
        'Иван',
        '李明',
        'Dr.',
        '\n',
        '\ud83d',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const anyText = fc.array(pieces, { maxLength: 25 }).map((words) => words.join(' '))

  it('is marked in spans of its own words that do not overlap, whatever the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (statement, excerpt) => {
        let at = 0
        for (const { start, end, text } of unfaithful(statement, [excerpt])) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text).toBe(statement.slice(start, end))
          expect(text).not.toBe('')
          at = end
        }
      }),
    )
  })

  it('is never marked where an excerpt says the same', () => {
    fc.assert(
      fc.property(anyText, (statement) => {
        expect(unfaithful(statement, ['A port.', statement])).toEqual([])
      }),
    )
  })
})

describe('numbers', () => {
  const values = (text: string): number[] => numbersIn(text).map(({ value }) => value)

  it.each([
    ['1,480 1.480 1 480 1480 1’480 1\u202f480', [1480, 1480, 1480, 1480, 1480, 1480]],
    ['1.5 million, 1,500,000, $1.5-million, 1.5m and £1.5bn', [1.5e6, 1.5e6, 1.5e6, 1.5e6, 1.5e9]],
    ['1.480 million and 0.125', [1.48e6, 0.125]],
    ['twelve, two dozen, a dozen, half a dozen, 2 dozen', [12, 24, 12, 6, 24]],
    ['a hundred and fifty, twelve hundred, forty-two, seventy', [150, 1200, 42, 70]],
    ['one hundred and twenty thousand; two million three hundred thousand', [120_000, 2_300_000]],
    ['half a million, one and a half million', [500_000, 1_500_000]],
    ['12%, 12 per cent, twelve per cent', [12, 12, 12]],
    ['In 2031 480 people, of the seven two', [2031, 480, 7, 2]],
    ['1 4800, 100 m, 5, 6', [1, 4800, 100, 5, 6]],
    ['MH370, G7, sevenfold, thousands, tenths', []],
  ])('in %j are those', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('stand where their words do', () => {
    const text = '🚢 1.5 million, then twenty-one.'
    expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '1.5 million',
      'twenty-one',
    ])
  })

  it.each([
    ['1,480 people', '1 480 people'],
    ['12 people', 'Twelve people'],
    ['1,500,000 people', 'some 1.5 million'],
    ['24 ships', 'two dozen ships'],
    ['45% of them', '45 per cent of them'],
    ['1 person', 'one person'],
    ['the 21st session', 'the twenty-first session'],
    ['the third session and the one before', 'a session'],
    ['the 4th of them', 'on 4 March'],
    ['in 2031', 'on 4 March 2031'],
  ])('of %j are in %j', (statement, excerpt) => {
    expect(marked(statement, excerpt)).toEqual([])
  })

  it.each([
    ['about 1,500 people', '1,483 people', '1,500'],
    ['1.5 million', '1.5 billion', '1.5 million'],
    ['four people', 'on 4 March', 'four'],
    ['12 sessions', 'the twelfth session', '12'],
    ['the twelfth session', '12 sessions', 'twelfth'],
    ['the twenty-first session', '22nd session', 'twenty-first'],
    ['480 people', '1,480 people', '480'],
  ])('of %j are not in %j', (statement, excerpt, number) => {
    expect(marked(statement, excerpt)).toEqual([`number ${number}`])
  })
})

describe('dates', () => {
  const told = (text: string): string[] =>
    datesIn(text).map(
      ({ start, end, year, month, day }) =>
        `${text.slice(start, end)}: ${[year, month, day].map((part) => part ?? '?').join('-')}`,
    )

  it.each([
    ['2031-03-04 and 2031-03', ['2031-03-04: 2031-3-4', '2031-03: 2031-3-?']],
    ['2031-03-04T10:00', ['2031-03-04: 2031-3-4']],
    ['4 March 2031, 04.03.2031', ['4 March 2031: 2031-3-4', '04.03.2031: 2031-3-4']],
    ['March 4', ['March 4: ?-3-4']],
    ['March 4th, 2031', ['March 4th, 2031: 2031-3-4']],
    ['on the 4th of March', ['4th of March: ?-3-4']],
    ['Sept. 4, 2031.', ['Sept. 4, 2031: 2031-9-4']],
    ['late February, mid-February 2031', ['February: ?-2-?', 'February 2031: 2031-2-?']],
    ['the July report', ['July: ?-7-?']],
    ['in May', ['May: ?-5-?']],
    ['4–6 March 2031', ['4: 2031-3-4', '6 March 2031: 2031-3-6']],
    ['March 4-6', ['March 4: ?-3-4', '6: ?-3-6']],
    ['4\u00a0March', ['4\u00a0March: ?-3-4']],
    ['of the 4 may leave, to march in 12 days, an august 5', []],
    ['1914-18; 39 March; 2031-13-01', []],
  ])('in %j are those', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each([
    ['on 4 March 2031', 'on March 4, 2031'],
    ['on 4 March 2031', 'on 2031-03-04'],
    ['on 4 March 2031', 'on 4 March'],
    ['on 4 March', 'on March 4th, 2031'],
    ['in March 2031', 'on 4 March 2031'],
    ['in late February', 'on 27 February'],
    ['from 4 to 6 March', 'on 4–6 March'],
    ['In May, a ship', 'what May said'],
  ])('%j is told by %j', (statement, excerpt) => {
    expect(marked(statement, excerpt)).toEqual([])
  })

  it.each([
    ['on 4 March 2031', 'on 4 March 2030', '4 March 2031'],
    ['on 4 March', 'on 5 March', '4 March'],
    ['on 4 March', 'in March 2031', '4 March'],
    ['in late February', 'in early March', 'February'],
    ['on 2031-03-04', 'on 2031-03-05', '2031-03-04'],
  ])('%j is not told by %j', (statement, excerpt, date) => {
    expect(marked(statement, excerpt)).toEqual([`date ${date}`])
  })
})

describe('names', () => {
  it.each([
    ['Then Ilse Marrin left', 'Marrin left'],
    ['It was Marrin’s ship', 'the ship of Ilse Marrin'],
    ['It was Marrin', 'Marrin’s ship'],
    ['Then I. Marrin left', 'Ilse Marrin left'],
    ['Then Dr. Marrin and Mr Starr left', 'Marrin and Starr left'],
    ['the UN left', 'the United Nations left'],
    ['the United Nations left', 'the U.N. left'],
    ['the IMF’s view', 'the International Monetary Fund'],
    ['the Ministry of Health', 'an MoH official'],
    ['the MoH', 'the Ministry of Health'],
    ['the Ministry of the Interior', 'the interior ministry'],
    ['José Álvarez and Sørensen, Łukasz Żak', 'Jose\u0301 Alvarez, Sorensen, Zak'],
    ['Then Jean-Luc Marrin-Dole left', 'Marrin Dole left'],
    ['Hassan al-Rashid left', 'Al Rashid left'],
    ['the O’Brien’s', "Mr O'Brien"],
    ['Before Иван Петров', 'сказал Петров'],
  ])('in %j are known from %j', (statement, excerpt) => {
    expect(marked(statement, excerpt)).toEqual([])
  })

  it.each([
    ['Then Ilse Marrin left', 'Ilse left', 'Ilse Marrin'],
    ['He met Marrin. Starr left', 'Starr left', 'Marrin'],
    ['It was Marrin’s Harbour Council', 'a harbour council', 'Marrin'],
    ['So the Bank of Ilmar', 'a bank', 'Bank of Ilmar'],
    ['Then Ilse Marrin of Ilmar left', 'in Ilmar', 'Ilse Marrin of Ilmar'],
    ['the US left', 'they told us', 'US'],
    ['NATO left', 'they left', 'NATO'],
    ['the WHO left', 'those who left', 'WHO'],
    ['Then J.K. Marrin left', 'J.K. left', 'J.K. Marrin'],
    ['The World Health Organization left', 'who left', 'World Health Organization'],
    ['the U.N. left', 'they left', 'U.N.'],
    ['On Monday Ilmar fell', 'it fell', 'Ilmar'],
    ['the ship MH370', 'the ship MH371', 'MH370'],
    ['before Иван Петров', 'Сидоров', 'Иван Петров'],
  ])('in %j are not known from %j', (statement, excerpt, name) => {
    expect(marked(statement, excerpt)).toEqual([`name ${name}`])
  })

  it.each([
    'Ferries stopped. They rusted! “Ships left.” 🚢 Boats stayed',
    'Yesterday they said that I’m late. However, it’s Monday',
    'No one left. Who knows?',
    '李明和王芳 في المدينة',
  ])('are none in %j', (statement) => {
    expect(marked(statement, 'nothing of it')).toEqual([])
  })
})

describe('hostile texts', () => {
  const size = 50_000
  const repeated = (piece: string): string => piece.repeat(size / piece.length)
  it.each(
    Object.entries({
      digits: '7',
      'groups of digits': '1 111 ',
      marks: '1.,',
      capitals: 'A',
      'words with capitals': 'Ab ',
      acronyms: 'AB, ',
      initials: 'A.',
      particles: 'A of of the ',
      quotes: '“"',
      apostrophes: "A'",
      titles: 'Mr. ',
      'ends of sentences': '."A" ',
      numbers: 'one hundred and ',
      dates: '4 March 2031, ',
      days: 'March 4-',
      lines: 'A\n',
      'combining marks': 'A\u0301',
    }),
  )('of %s are read in good time', (_, piece) => {
    const milliseconds = leastTime(() => {
      unfaithful(repeated(piece), [`x ${repeated(piece).slice(1)}`])
      unfaithful(`Ilmar ${'('.repeat(size)}${piece}${')'.repeat(size)}`, ['x'])
    }, 2_000)
    expect(milliseconds).toBeLessThan(2_000)
  })
})

describe('the order of dates', () => {
  const wrong = (
    event: string | null,
    utterance: string | null,
    publication: string | null,
    kind: 'fact' | 'prediction' = 'fact',
  ): string[] =>
    wrongOrders({ kind, event, utterance, publication }).map(({ earlier, later }) => `${earlier} ${later}`)

  it('is right where everything happened, was said and was published in turn, or where dates are missing', () => {
    expect(wrong('2031-03-04', '2031-03-04', '2031-03-05')).toEqual([])
    expect(wrong('2031-03-04', null, null)).toEqual([])
    expect(wrong(null, null, null)).toEqual([])
  })

  it('is wrong where something was told before it happened, or said after it was published', () => {
    expect(wrong('2031-03-05', '2031-03-04', null)).toEqual(['event utterance'])
    expect(wrong('2031-03-05', null, '2031-03-04')).toEqual(['event publication'])
    expect(wrong(null, '2031-03-05', '2031-03-04')).toEqual(['utterance publication'])
    expect(wrong('2031-03-03', '2031-03-02', '2031-03-01')).toEqual([
      'event utterance',
      'event publication',
      'utterance publication',
    ])
  })

  it('lets a prediction be told before, but not be said after it was published', () => {
    expect(wrong('2035', '2031-03-04', '2031-03-05', 'prediction')).toEqual([])
    expect(wrong('2035', '2031-03-06', '2031-03-05', 'prediction')).toEqual(['utterance publication'])
  })

  it.each([
    ['2031', '2031-03-04'],
    ['2031-03', '2031-03-04'],
    ['2031-02-2X', '2031-02-24'],
    ['203X', '2031'],
    ['2031-03~', '2031-02-27'],
    ['2031?', '2030-12'],
    ['2031-03-04%', '2031-03-03'],
    ['2031-03-01/2031-03-09', '2031-03-04'],
    ['2031-03/..', '2031-03-04'],
    ['../2031-03', '1990'],
    ['/2031-03', '1990'],
    ['2031-05', '2031-01/..'],
    ['2031-05', '2031-01/'],
    ['2031-03~/2031-05', '2031-02-20'],
  ])('may be right for what happened in %s and was said in %s', (event, utterance) => {
    expect(wrong(event, utterance, null)).toEqual([])
  })

  it.each([
    ['2032', '2031-12-31'],
    ['2031-02-2X', '2031-02-19'],
    ['2031-03~', '2030-12'],
    ['2031-03-04~', '2031-03-02'],
    ['2031-03-02/2031-03-09', '2031-03-01'],
    ['2031-03/..', '2031-02'],
    ['2031-03', '../2031-02'],
    ['2031-03', '/2031-02'],
    ['2031-03/2031-05~', '2031-02-20'],
  ])('is wrong for what happened in %s and was said in %s', (event, utterance) => {
    expect(wrong(event, utterance, null)).toEqual(['event utterance'])
  })
})
