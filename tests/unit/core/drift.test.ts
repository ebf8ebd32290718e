import { describe, expect, it } from 'vitest'
import { isCertain } from '../../../src/core/statements/certain.ts'
import { driftBetween } from '../../../src/core/statements/drift.ts'
import { statementsIn } from '../../../src/core/statements/languages.ts'

const about = { outlet: null, published: null }

async function drift(one: string, other: string): Promise<[string, string, string][]> {
  const [ones, others] = [await statementsIn(one, 'en', about), await statementsIn(other, 'en', about)]
  return driftBetween(ones.filter(isCertain), others, other).map(({ kind, words }) => [kind, ...words])
}

describe('what changes in a statement on its way into another article', () => {
  it.each([
    [
      'another figure',
      'The ministry said 40 people were killed in the strike on the harbour.',
      'The ministry said 70 people were killed in the strike on the harbour.',
      [['figure-changed', '40', '70']],
    ],
    [
      'a hedge that is lost',
      'Police said the fire was possibly started by two men in the harbour.',
      'Police said the fire was started by two men in the harbour.',
      [['hedge-lost', 'possibly', '']],
    ],
    [
      'a verb that makes more of it',
      'The company said it had known of the leak in the harbour plant since March.',
      'The company admitted it had known of the leak in the harbour plant since March.',
      [['verb-hardened', 'said', 'admitted']],
    ],
    [
      'nobody who says it any more',
      'Prosecutors allege that the director moved the money to an account in Cyprus.',
      'It rained in Lorne. The director moved the money to an account in Cyprus.',
      [['attribution-lost', 'Prosecutors allege', 'The director moved the money to an account in Cyprus.']],
    ],
    [
      'a quotation in other words',
      '“We will never sell the harbour to anyone,” Ilse Marrin said.',
      '“We will never sell this harbour to strangers,” Ilse Marrin said.',
      [
        [
          'quotation-reworded',
          '“We will never sell the harbour to anyone,”',
          '“We will never sell this harbour to strangers,”',
        ],
      ],
    ],
    [
      'nothing where it is the same',
      'The ministry said 40 people were killed in the strike on the harbour.',
      'The ministry said 40 people were killed in the strike on the harbour. It rained.',
      [],
    ],
    [
      'nothing between other statements',
      'The ministry said 40 people were killed in the strike.',
      'The mayor said the ferry would not sail.',
      [],
    ],
  ])('%s', async (_, one, other, wanted) => {
    expect(await drift(one, other)).toEqual(wanted)
  })
})
