import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SuggestedHop } from '../../../src/core/attribution/chain-of.ts'
import { suggestChain } from '../../../src/core/attribution/suggest-chain.ts'
import { leastTime } from '../../support/cost.ts'

const outlet = 'The Harbour Post'

/**
 * The chain for a passage, which stands between ⟦ and ⟧: “name, kind, mode, ground rule” of the asserter, then whoever
 * passed it on.
 */
function chainOf(marked: string, by: string | null = outlet): SuggestedHop[] | null {
  const text = marked.replace(/[⟦⟧]/g, '')
  return suggestChain(text, { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 }, by)
}
function told(marked: string, by: string | null = outlet): string | null {
  const chain = chainOf(marked, by)
  if (!chain) return null
  const [first, ...others] = chain.map(({ name, kind, mode, groundRule, verbatim }, n) =>
    n === 0
      ? [name, kind, mode, groundRule, ...(verbatim ? ['verbatim'] : [])].join(', ')
      : `${mode} ${name}${kind === 'outlet' ? '' : ` (${kind})`}`,
  )
  return [first, ...others].join(' < ')
}
const post = 'reports The Harbour Post'
const wire = 'reports North Wire'

describe('a suggested chain', () => {
  it('has everything that a step of a chain has', () => {
    expect(chainOf('Two people briefed on the talks told North Wire that ⟦the ferries would stop⟧.')).toEqual(
      [
        {
          name: 'Two people briefed on the talks',
          kind: 'anonymous',
          mode: 'says',
          verbatim: false,
          groundRule: 'unknown',
          words: 'Two people briefed on the talks told North Wire',
          role: '',
          isOutlet: false,
        },
        {
          name: 'North Wire',
          kind: 'outlet',
          mode: 'reports',
          verbatim: false,
          groundRule: 'on-record',
          words: '',
          role: '',
          isOutlet: false,
        },
        {
          name: outlet,
          kind: 'outlet',
          mode: 'reports',
          verbatim: false,
          groundRule: 'on-record',
          words: '',
          role: '',
          isOutlet: true,
        },
      ],
    )
  })

  it('knows what somebody is, and the name that a text has for them before', () => {
    const [step] =
      chainOf('Energy Minister Rafael Ortega came at noon. Mr Ortega said ⟦it was opened on purpose⟧.') ?? []
    expect(step).toMatchObject({ name: 'Rafael Ortega', kind: 'person' })
    const [titled] = chainOf('European Commission President Anneke de Vries said ⟦it would stay⟧.') ?? []
    expect(titled).toMatchObject({ name: 'Anneke de Vries', role: 'European Commission President' })
    const [two] = chainOf('Ali Kaya met Nur Kaya. Kaya said ⟦it was over⟧.') ?? []
    expect(two).toMatchObject({ name: 'Kaya' })
  })

  it.each([
    // Said in so many words
    [
      '“⟦The ferries will stop⟧,” said Ilse Marrin, a spokeswoman for the Assembly.',
      'Ilse Marrin, person, says, on-record, verbatim',
    ],
    [
      '⟦“The ferries will stop,”⟧ Ilse Marrin told reporters on Monday.',
      'Ilse Marrin, person, says, on-record, verbatim',
    ],
    ['"⟦The ferries will stop⟧," said Ilse Marrin.', 'Ilse Marrin, person, says, on-record, verbatim'],
    ['‘⟦The ferries don’t stop⟧,’ said Ilse Marrin.', 'Ilse Marrin, person, says, on-record, verbatim'],
    ["'⟦The ferries don't stop⟧,' said Ilse Marrin.", 'Ilse Marrin, person, says, on-record, verbatim'],
    [
      '“⟦We will stop.⟧ The ferries are old,” said Ilse Marrin.',
      'Ilse Marrin, person, says, on-record, verbatim',
    ],
    ['⟦“Why stop?”⟧ Ilse Marrin asked.', 'Ilse Marrin, person, says, on-record, verbatim'],
    ['Ilse Marrin: ⟦“The ferries will stop.”⟧', 'Ilse Marrin, person, says, on-record, verbatim'],
    [
      '⟦“It is over,”⟧ said Assembly spokeswoman Ilse Marrin.',
      'Ilse Marrin, person, says, on-record, verbatim',
    ],
    ['Ilse Marrin called the claim ⟦“a lie”⟧.', 'Ilse Marrin, person, says, on-record, verbatim'],
    // Said in other words
    [
      'According to the Ministry of Health, ⟦1,480 people fell ill⟧.',
      'Ministry of Health, organisation, says, on-record',
    ],
    [
      '⟦1,480 people fell ill⟧, according to the Ministry of Health.',
      'Ministry of Health, organisation, says, on-record',
    ],
    ['The Council denied that ⟦the ferries would stop⟧.', 'Council, organisation, denies, on-record'],
    ['The Council has flatly rejected ⟦the deal⟧.', 'Council, organisation, denies, on-record'],
    ['⟦The claim⟧ was denied by the Council.', 'Council, organisation, denies, on-record'],
    [
      'The Ministry of Health confirmed ⟦1,480 cases⟧.',
      'Ministry of Health, organisation, confirms, on-record',
    ],
    ['Ilse Marrin wrote in a letter that ⟦it was over⟧.', 'Ilse Marrin, person, writes, on-record'],
    ['Foreign Minister Ilse Marrin said ⟦it was over⟧.', 'Ilse Marrin, person, says, on-record'],
    ['On Monday the mayor, Ilse Marrin, said ⟦it was over⟧.', 'Ilse Marrin, person, says, on-record'],
    ['Ilse Marrin, 54, a nurse, said ⟦it was over⟧.', 'Ilse Marrin, person, says, on-record'],
    ['In Ilmar, Ilse Marrin, a nurse, said ⟦it was over⟧.', 'Ilse Marrin, person, says, on-record'],
    ['Ilse Marrin of the Assembly said ⟦it was over⟧.', 'Ilse Marrin, person, says, on-record'],
    ['Mr. Starr said that ⟦it was over⟧.', 'Starr, person, says, on-record'],
    ['Hassan al-Rashid has long argued that ⟦it is over⟧.', 'Hassan al-Rashid, person, says, on-record'],
    ['⟦It was over⟧, police said.', 'police, organisation, says, on-record'],
    ['The UN said ⟦it was over⟧.', 'UN, organisation, says, on-record'],
    [
      'A report by the Ministry of Health found that ⟦1,480 people fell ill⟧.',
      'A report by the Ministry of Health, document, says, on-record',
    ],
    [
      'The Ministry of Health puts the dead ⟦at more than 1,480⟧.',
      'Ministry of Health, organisation, says, on-record',
    ],
    [
      '⟦Prices have doubled⟧, according to the Chamber of Trade. They may rise.',
      'Chamber of Trade, organisation, says, on-record',
    ],
    // By people who are not named
    [
      'A chandler who works on the ferry to Ilmar said that he had seen ⟦“three men”⟧.',
      'A chandler who works on the ferry to Ilmar, anonymous, says, unknown, verbatim',
    ],
    ['Health officials say ⟦it is over⟧.', 'Health officials, anonymous, says, unknown'],
    [
      'On Monday evening two U.S. officials said ⟦it was over⟧.',
      'two U.S. officials, anonymous, says, unknown',
    ],
    [
      '⟦It is over⟧, people familiar with the matter said.',
      'people familiar with the matter, anonymous, says, unknown',
    ],
    [
      '⟦It is over⟧, said a person close to the mayor.',
      'a person close to the mayor, anonymous, says, unknown',
    ],
    ['Marrin’s spokeswoman said ⟦it was over⟧.', 'Marrin’s spokeswoman, anonymous, says, unknown'],
  ])('of %j is told by the words', (marked, asserter) => {
    expect(told(marked)).toBe(`${asserter} < ${post}`)
  })

  it.each([
    [
      'An aide, speaking on condition of anonymity, said ⟦it was over⟧.',
      'An aide, anonymous, says, background',
    ],
    [
      'Speaking on condition of anonymity, two aides said ⟦it was over⟧.',
      'two aides, anonymous, says, background',
    ],
    [
      '⟦It is over⟧, said two aides who were not authorised to speak.',
      'two aides, anonymous, says, background',
    ],
    [
      'Two aides, who asked not to be identified, said ⟦it was over⟧.',
      'Two aides, anonymous, says, background',
    ],
    [
      'Two aides said ⟦it was over⟧. They spoke on condition of anonymity.',
      'Two aides, anonymous, says, background',
    ],
    ['A senior aide said on background that ⟦it was over⟧.', 'A senior aide, anonymous, says, background'],
    [
      'A senior aide said on deep background that ⟦it was over⟧.',
      'A senior aide, anonymous, says, deep-background',
    ],
    ['An aide said off the record that ⟦it was over⟧.', 'An aide, anonymous, says, off-record'],
    ['Karl Starr, speaking on background, said ⟦it was over⟧.', 'Karl Starr, person, says, background'],
    [
      'Karl Starr denied ⟦the deal⟧, which two aides had confirmed on condition of anonymity.',
      'Karl Starr, person, denies, on-record',
    ],
  ])('of %j tells the terms', (marked, asserter) => {
    expect(told(marked)).toBe(`${asserter} < ${post}`)
  })

  it.each([
    [
      'North Wire reported, citing a former official, that ⟦it was over⟧.',
      'a former official, anonymous, says, unknown < cites North Wire',
    ],
    [
      'North Wire, citing two aides, reported that ⟦it was over⟧.',
      'two aides, anonymous, says, unknown < cites North Wire',
    ],
    [
      'North Wire quoted Ilse Marrin as saying ⟦it was over⟧.',
      'Ilse Marrin, person, says, on-record < cites North Wire',
    ],
    [
      'Ilse Marrin was quoted by North Wire as saying ⟦it was over⟧.',
      'Ilse Marrin, person, says, on-record < cites North Wire',
    ],
    [
      'Karl Starr denied to North Wire that ⟦he had left⟧.',
      `Karl Starr, person, denies, on-record < ${wire}`,
    ],
    [
      'In an interview with North Wire, Ilse Marrin said ⟦it was over⟧.',
      `Ilse Marrin, person, says, on-record < ${wire}`,
    ],
    ['⟦It is over⟧, according to a memo seen by North Wire.', `a memo, document, says, on-record < ${wire}`],
  ])('of %j goes through whoever passed it on', (marked, before) => {
    expect(told(marked)).toBe(`${before} < ${post}`)
  })

  it('ends with the outlet, once, by its own name, or with nobody', () => {
    const aide = 'An aide, anonymous, says, unknown'
    expect(told('An aide told The Harbour Post that ⟦it was over⟧.')).toBe(`${aide} < ${post}`)
    expect(told('An aide told the Harbour Post that ⟦it was over⟧.')).toBe(`${aide} < ${post}`)
    expect(told('An aide told the Assembly that ⟦it was over⟧.')).toBe(`${aide} < ${post}`)
    expect(told('The Harbour Post reported that ⟦it was over⟧.', 'Harbour Post')).toBe(
      'Harbour Post, outlet, reports, on-record',
    )
    expect(told('Lorne Today said ⟦it was over⟧.', 'Lorne Today')).toBe(
      'Lorne Today, outlet, reports, on-record',
    )
    expect(told('As first reported by North Wire, ⟦it is over⟧.')).toBe(
      `North Wire, outlet, reports, on-record < ${post}`,
    )
    expect(told('An aide said ⟦it was over⟧.', null)).toBe(aide)
  })

  it.each([
    [
      'Ilse Marrin said the port was shut. ⟦“It is final,”⟧ she added.',
      'Ilse Marrin, person, says, on-record, verbatim',
    ],
    [
      '“No,” said Karl Starr. Ilse Marrin came on Monday. She said ⟦it was over⟧.',
      'Ilse Marrin, person, says, on-record',
    ],
    ['Ilse Marrin met Karl Starr in Ilmar. ⟦It was over⟧, she said.', 'Ilse Marrin, person, says, on-record'],
    ['Ilse Marrin, a nurse, left.\n⟦It was over⟧, she said.', 'Ilse Marrin, person, says, on-record'],
    [
      'Karl Starr said no. The Council was shut, aides said. He said ⟦it was over⟧.',
      'Karl Starr, person, says, on-record',
    ],
    [
      'Karl Starr said no. The Council denied that. He said ⟦it was over⟧.',
      'Karl Starr, person, says, on-record',
    ],
    ['The Council met Karl Starr, it said. It said ⟦it was over⟧.', null],
    [
      'The Council denied it all. Karl Starr said no. It said ⟦it was over⟧.',
      'Council, organisation, says, on-record',
    ],
    ['One of the aides said no. She said ⟦it was over⟧.', 'One of the aides, anonymous, says, unknown'],
    ['Two aides said no. They said ⟦it was over⟧.', 'Two aides, anonymous, says, unknown'],
    ['He said ⟦it was over⟧.', null],
  ])('of %j knows whom a pronoun means', (marked, asserter) => {
    expect(told(marked)).toBe(asserter === null ? null : `${asserter} < ${post}`)
  })

  it.each([
    [
      'Ilse Marrin said ⟦the port was open⟧, but Karl Starr said it was shut.',
      'Ilse Marrin, person, says, on-record',
    ],
    [
      'Ilse Marrin said the port was open, but Karl Starr said ⟦it was shut⟧.',
      'Karl Starr, person, says, on-record',
    ],
    [
      '⟦“Stop,”⟧ said Ilse Marrin. “Go on,” Karl Starr said.',
      'Ilse Marrin, person, says, on-record, verbatim',
    ],
    [
      '“Stop,” said Ilse Marrin. ⟦“Go on,”⟧ Karl Starr said.',
      'Karl Starr, person, says, on-record, verbatim',
    ],
    ['“Stop,” Ilse Marrin said. ⟦“The ferries are old.”⟧', 'Ilse Marrin, person, says, on-record, verbatim'],
    [
      'The Ministry puts the dead ⟦at more than 1,480⟧; a network counts 1,112.',
      'Ministry, organisation, says, on-record',
    ],
    [
      'The Ministry puts the dead at more than 1,480; a network counts ⟦1,112⟧.',
      'a network, organisation, says, on-record',
    ],
    ['The Council said of Mr. Marrin that ⟦it was over⟧.', 'Council, organisation, says, on-record'],
    ['⟦“The Council said no,”⟧ Ilse Marrin said.', 'Ilse Marrin, person, says, on-record, verbatim'],
    ['Ilse Marrin, a nurse, said ⟦officials in Ilmar had left⟧.', 'Ilse Marrin, person, says, on-record'],
  ])('of %j is of the nearest words in the sentence', (marked, asserter) => {
    expect(told(marked)).toBe(`${asserter} < ${post}`)
  })

  it.each([
    '⟦The harbour is deep and cold⟧.',
    'Ilse Marrin said the port was open. ⟦The harbour is deep⟧.',
    '⟦The harbour is deep⟧.\nIlse Marrin said the port was open.',
    'A spokeswoman for the Assembly ⟦declined to comment⟧.',
    '“Yes.” Karl Starr paused. ⟦“No.”⟧',
    '⟦“It is over,”⟧ she said. Ilse Marrin nodded.',
    '⟦Die Fähren fahren nicht⟧, sagte Ilse Marrin.',
  ])('of %j is none, as nobody says so', (marked) => {
    expect(told(marked)).toBeNull()
  })

  it('reads passages at the edges of paragraphs and of the text', () => {
    const marrin = `Ilse Marrin, person, says, on-record < ${post}`
    expect(told('A port.\n⟦Ilse Marrin said it was over.⟧\nKarl Starr denied it.')).toBe(marrin)
    expect(told('⟦\nIlse Marrin said it was over.\n⟧Karl Starr denied it.')).toBe(marrin)
    expect(told('Karl Starr denied it.⟦\nIlse Marrin⟧ said it was over.')).toBe(marrin)
    expect(told('\n⟦Ilse⟧ Marrin said it was over.')).toBe(marrin)
    expect(told('Ilse\u00a0Marrin said\u00a0⟦it was over⟧')).toBe(marrin)
  })

  it('is none for empty passages and texts', () => {
    expect(suggestChain('', { start: 0, end: 0 }, outlet)).toBeNull()
    expect(told('Ilse Marrin said ⟦⟧ it was over.')).toBeNull()
    expect(told('Ilse Marrin said⟦ ⟧it was over.')).toBeNull()
    expect(suggestChain('Ilse Marrin said so.', { start: 40, end: 50 }, outlet)).toBeNull()
  })

  it('has names and ends with the outlet, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        'Ilse Marrin',
        'she',
        'said',
        'told',
        'according to',
        'citing',
        'officials',
        'the',
        'Council',
        'of',
        '🚢',
      ],
      ...[
        'North Wire',
        '“',
        '”',
        '"',
        '’',
        '.',
        ',',
        '\n',
        'who',
        'on condition of anonymity',
        'denied',
        ':',
        '(',
      ],
    )
    const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, from, length) => {
        const all = words.join(' ')
        const start = from % (all.length + 1)
        const chain = suggestChain(all, { start, end: start + (length % (all.length + 1)) }, outlet)
        if (!chain) return
        expect(chain.at(-1)?.name).toBe(outlet)
        for (const { name } of chain) expect(name.trim()).toBe(name)
        for (const { name } of chain) expect(name).not.toBe('')
      }),
    )
  })
})

describe('hostile paragraphs', () => {
  const size = 50_000
  it.each(
    Object.entries({
      digits: '7',
      capitals: 'A',
      'words with capitals': 'Ab ',
      initials: 'A.',
      titles: 'Mr. ',
      genitives: 'Ab’s ',
      quotes: '“"',
      apostrophes: "'",
      brackets: '(',
      particles: 'A of the ',
      officials: 'officials in ',
      'people who': 'two people who ',
      verbs: 'Marrin said ',
      pronouns: 'he said ',
      'open quotations': "'a ",
      appositions: 'Marrin, a b c d, ',
      citations: 'Marrin, citing ',
      determiners: 'two of two of ',
    }),
  )('of %j are read in good time', (_, piece) => {
    const text = piece.repeat(size / piece.length)
    const milliseconds = leastTime(() => {
      suggestChain(text, { start: 0, end: text.length }, outlet)
      suggestChain(`${'('.repeat(size)}${text}${')'.repeat(size)}`, { start: size, end: size + 9 }, outlet)
    }, 2_000)
    expect(milliseconds).toBeLessThan(2_000)
  })
})
