import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBeOne } from '../../../src/core/corroboration/unnamed-people.ts'
import { compared, likenessOf } from '../../../src/core/statements/already-said.ts'
import { isCertain, leastDoubtful, wholeOf } from '../../../src/core/statements/certain.ts'
import { languageOf, statementsIn } from '../../../src/core/statements/languages.ts'
import { partsOf, shifted } from '../../../src/core/statements/parts.ts'
import { isRefused } from '../../../src/core/statements/refused.ts'
import type { Statement } from '../../../src/core/statements/statement.ts'
import { claimOf } from '../../../src/core/statements/what-follows.ts'
import { root } from '../../support/ascribe.ts'
import { askGiven } from '../../support/given-sentences.ts'
import { tries } from '../../support/length.ts'

const about = { outlet: 'The Harbour Post', published: '2031-03-05' }
const found = (text: string): Promise<Statement[]> => statementsIn(text, 'en', about)
const certain = async (text: string): Promise<Statement[]> => (await found(text)).filter(isCertain)
/** Who says what, of the sure ones. */
const told = async (text: string): Promise<string[]> =>
  (await certain(text)).map(({ chain, strength, claim }) => `${chain[0]?.name ?? '–'} ${strength}: ${claim}`)

describe('statements of an English text', () => {
  it.each([
    [
      'Mayor Ilse Marrin said the ferry would not sail on Friday.',
      'Ilse Marrin says: The ferry would not sail on Friday',
    ],
    ['The report was false, the ministry said.', 'ministry says: The report was false'],
    [
      'Interior Minister Karel Dvořák said that it was closed. It would be open by May, the minister said.',
      'Karel Dvořák says: It would be open by May',
    ],
    [
      'The virus spreads quickly in the north, the WHO said on Tuesday.',
      'WHO says: The virus spreads quickly in the north',
    ],
    ['According to the police, three men were arrested.', 'police says: Three men were arrested'],
    ['“Nobody spoke for us,” Karel Novak said.', 'Karel Novak says: “Nobody spoke for us”'],
    ['“The law,” Karel Novak said, “is dead on arrival.”', 'Karel Novak says: “The law is dead on arrival.”'],
    ['The study shows that the drug has no effect.', 'The study says: The drug has no effect'],
    ['Prosecutors allege that he hid the money.', 'Prosecutors alleges: He hid the money'],
    ['Analysts expect prices to fall.', 'Analysts expects: Prices to fall'],
  ])('%s', async (text, wanted) => {
    expect(await told(text)).toContain(wanted)
  })

  it('finds whom pronouns and family names mean, and who passes it on', async () => {
    const text =
      'Energy Minister Maria Ortega opened the session. She said the plant was safe. Ortega told the Financial Times that no worker was hurt.'
    const chains = (await certain(text)).map(({ chain }) => chain.map(({ name }) => name))
    expect(chains).toEqual([
      ['Maria Ortega', 'The Harbour Post'],
      ['Maria Ortega', 'Financial Times', 'The Harbour Post'],
    ])
  })

  it('keeps what was not said as what it is', async () => {
    const [declined] = await certain('The company declined to comment on the leak.')
    expect(declined).toMatchObject({ strength: 'declines', isSaid: false, negated: true })
    const conditional = await certain('If the minister says the plant is safe, he should be asked for proof.')
    expect(conditional.every(({ isSaid }) => !isSaid)).toBe(true)
  })

  it('tells a denial, and what is denied', async () => {
    const statements = await certain(
      'Prosecutors allege that Karel Novak hid the money in Cyprus. Novak denies it.',
    )
    expect(statements.map(({ kind }) => kind)).toEqual(['allegation', 'denial'])
    const [claim, denial] = statements.map((one) => one.claim)
    expect(denial).toBe(claim)
    expect(statements[0]?.accused).toBe('Karel Novak')
  })

  it('reads figures with how exactly they are told, and days from the day of publication', async () => {
    const [one] = await certain('The agency said about 1,200 people were killed on Monday.')
    expect(one?.quantity).toMatchObject({ low: 1200, high: 1200, qualifier: 'about', unit: 'people' })
    expect(one?.dates.map(({ edtf }) => edtf)).toEqual(['2031-03-03'])
    expect(one?.kind).toBe('figure')
    const [none] = await certain('The agency said the bridge was built in 1962.')
    expect(none?.quantity).toBeNull()
  })

  it('finds the same whatever the kind of white space, twice, and within the text', async () => {
    const sentences = [
      'The mayor said the ferry would sail. ',
      '“We did not open it,” said Ilse Marrin, a spokeswoman. ',
      'According to the report, 40 people left.\n\n',
      'He denied it! ',
      'Two aides, who asked not to be named, told North Wire that talks failed 🙂. ',
      'It rained. ',
      '“I saw nothing',
      'שלום, he said. ',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...sentences), { maxLength: 8 }), async (some) => {
        const text = some.join('')
        const once = await found(text)
        expect(await found(text)).toEqual(once)
        for (const { content, cue, source, confidence } of once) {
          for (const span of [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])]) {
            expect(span.start).toBeLessThan(span.end)
            expect(span.end).toBeLessThanOrEqual(text.length)
          }
          expect(cue && text.slice(cue.start, cue.end)).toBe(cue?.text ?? null)
          expect(confidence).toBeGreaterThan(0)
        }
        const spaced = await found(text.replaceAll(' ', '\u00a0'))
        expect(spaced.map((one) => wholeOf(one))).toEqual(once.map((one) => wholeOf(one)))
      }),
      { numRuns: tries(20, 200) },
    )
  })
})

describe('the given sentences', () => {
  it('get the chain that an editor would set', async () => {
    const asked = await askGiven()
    if (!asked) return
    expect(asked.right / asked.all).toBeGreaterThanOrEqual(0.85)
    expect(asked.right / asked.answered).toBeGreaterThanOrEqual(0.93)
  })
})

interface Sentence {
  text: string
  said: string | null
  who: string | null
}

describe.each(['de', 'fr', 'es'])('statements in %s', (language) => {
  const sentences = JSON.parse(
    readFileSync(join(root, `tests/fixtures/statements/${language}.json`), 'utf8'),
  ) as Sentence[]
  const bare = (words: string): string =>
    words
      .replace(/[„“”"«»]/g, '')
      .replace(/[.,]$/, '')
      .trim()

  it(`are found in the commonest forms, and hardly any that are none`, async () => {
    const wrong: string[] = []
    let said = 0
    for (const { text, said: wanted, who } of sentences) {
      const sure = (await statementsIn(text, language, about)).filter(isCertain)
      said += sure.length
      const isRight =
        who === null
          ? sure.length === 0
          : sure.some(
              ({ chain, exact }) => new RegExp(who, 'u').test(chain[0]?.name ?? '') && bare(exact) === wanted,
            )
      if (!isRight) wrong.push(text)
    }
    expect(sentences).toHaveLength(60)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2)
    expect(said).toBeLessThanOrEqual(sentences.filter(({ who }) => who !== null).length + 1)
  })
})

describe('what is made of statements', () => {
  it('says nothing of a language that it does not read', async () => {
    expect(languageOf('ja')).toBeNull()
    expect(languageOf(null)).toBe('en')
    expect(await statementsIn('大臣は「安全だ」と述べた。', 'ja', about)).toEqual([])
  })

  it('tidies the words of a claim', () => {
    expect(claimOf(['that the dam failed,'])).toBe('The dam failed')
    expect(claimOf(['“No,”', '“It was us.”'])).toBe('“No. It was us.”')
    expect(claimOf(['“open'])).toBe('Open')
    expect(claimOf([])).toBe('')
  })

  it('knows a refused statement again in a newer version, and no other', () => {
    const refused = [{ exact: 'the ferry would not sail on Friday the third of March', cue: 'said' }]
    const one = (exact: string, cue: string) => ({ exact, cue: { start: 0, end: 4, text: cue } })
    expect(isRefused(one('the ferry would not sail on Friday, the third of March', 'said'), refused)).toBe(
      true,
    )
    expect(isRefused(one('the ferry would not sail on Friday the third of March', 'denied'), refused)).toBe(
      false,
    )
    expect(isRefused(one('the bridge is closed', 'said'), refused)).toBe(false)
  })

  it('tells the same from the opposite, and other figures from both', () => {
    const is = (a: string, b: string): string | undefined => likenessOf(compared(a), compared(b))?.is
    expect(is('Karel Novak met the envoy in Warsaw.', 'Karel Novak met the envoy in Warsaw in March')).toBe(
      'same',
    )
    expect(is('Karel Novak met the envoy in Warsaw.', 'Karel Novak did not meet the envoy in Warsaw')).toBe(
      'opposite',
    )
    expect(
      is('The strike killed 40 people in Lorne.', 'The strike killed 70 people in Lorne.'),
    ).toBeUndefined()
    expect(is('The weather was good.', 'Prices fell in the spring.')).toBeUndefined()
  })

  it('cuts long texts at paragraphs, and puts what is found where it stands', async () => {
    const paragraph = 'The mayor said the ferry would sail.\n'
    const text = paragraph.repeat(9_000)
    const parts = partsOf(text)
    expect(parts.map(({ text: part }) => part).join('')).toBe(text)
    expect(parts.every(({ start }) => start === 0 || text[start - 1] === '\n')).toBe(true)
    const [one] = await found(paragraph)
    const moved = one && shifted(one, 100)
    expect(moved?.cue?.start).toBe((one?.cue?.start ?? 0) + 100)
  })

  it('has weights of single signs only, in less than a megabyte', () => {
    const file = join(root, 'src/core/statements/english/model.json')
    expect(statSync(file).size).toBeLessThan(1_000_000)
    const { from, ...weights } = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      Record<string, Record<string, number>>
    >
    expect(from).toBeDefined()
    // Kinds of signs with more than one part name a word and parts of speech, places or classes.
    const classes =
      /^(?:[<>^]?[A-Z].*|[<>].*|[a-z]-.*|true|false|in|out|near|far|none|next|behind|source|later|end|stop|inside|clause|that|noun|noun-that|noun-to|verb|wh|quote|to|to-noun|ing|cue|leaves|people|body|paper|outlet|be|have|modal|not|do|ed|passive|is-ing|v|line|[,"p]+|[0-9-]+|\W*)$/
    const names = new Set(
      Object.values(weights).flatMap((kinds) =>
        Object.keys(kinds['class'] ?? {}).map((key) => key.split(' ')[0] ?? ''),
      ),
    )
    const pairs = Object.values(weights).flatMap((kinds) =>
      Object.entries(kinds).flatMap(([kind, values]) =>
        Object.keys(values)
          .filter(
            (value) => value.split(' ').filter((part) => !classes.test(part) && !names.has(part)).length > 1,
          )
          .map((value) => `${kind}: ${value}`),
      ),
    )
    expect(pairs).toEqual([])
  })
})

describe('what is passed on within a statement', () => {
  const names = async (words: string): Promise<string[][]> =>
    (await statementsIn(words, 'en', { outlet: 'North Wire', published: null }))
      .filter(({ confidence }) => confidence >= leastDoubtful)
      .map(({ chain }) => chain.map(({ name, mode }) => `${name} ${mode}`))

  it('went through whoever told of it', async () => {
    expect(
      await names('Two officials at the bank told the union that the regulator had said the merger was off.'),
    ).toEqual([
      ['Two officials at the bank says', 'North Wire reports'],
      ['regulator says', 'Two officials at the bank reports', 'North Wire reports'],
    ])
  })

  it('adds nobody twice, and nothing to what stands beside', async () => {
    expect(
      await names('Ilse Marrin said the ferry was late. Karl Starr said it was not. He said he knew.'),
    ).toEqual([
      ['Ilse Marrin says', 'North Wire reports'],
      ['Karl Starr says', 'North Wire reports'],
      ['Karl Starr says', 'North Wire reports'],
    ])
  })

  it('is what was said that begins with “that”, not whom it was said to', async () => {
    const [one] = await statementsIn('The police warned the mayor that the quay was unsafe.', 'en', about)
    expect(one).toMatchObject({ exact: 'that the quay was unsafe', strength: 'says' })
  })
})

describe('a quotation that stands alone', () => {
  const doubtful = async (words: string): Promise<[string, string | undefined][]> =>
    (await statementsIn(words, 'en', about))
      .filter(({ cue }) => cue === null)
      .map((one) => {
        expect(isCertain(one)).toBe(false)
        return [one.exact, one.chain[0]?.name]
      })

  it('is perhaps of whoever was quoted last', async () => {
    expect(
      await doubtful(
        '“We were never asked,” said Karl Starr, the director of the port.\n\nHe looked at the sea.\n\n“It was the worst day of my life. I ran.”\n\nIt rained.',
      ),
    ).toEqual([['“It was the worst day of my life. I ran.”', 'Karl Starr']])
  })

  it('is nothing where nobody was quoted, where it is a title, or far behind', async () => {
    expect(await doubtful('It rained.\n\n“It was the worst day of my life.”')).toEqual([])
    expect(
      await doubtful(
        '“We were never asked,” said Karl Starr. He wrote “The Long Way Home to the Sea” there.',
      ),
    ).toEqual([])
    const far = 'The harbour is old. '.repeat(50)
    expect(
      await doubtful(
        `“We were never asked,” said Karl Starr.\n\n${far}\n\n“It was the worst day of my life.”`,
      ),
    ).toEqual([])
  })
})

describe('those who are told of as several', () => {
  it('are one group, named as they were first', async () => {
    const found = await statementsIn(
      'The plant will close, according to three people briefed on the plan. One of the people said the staff would be told. The people said it was late.',
      'en',
      about,
    )
    expect(found.filter(isCertain).map(({ chain }) => chain[0]?.name)).toEqual([
      'three people briefed on the plan',
      'One of three people briefed on the plan',
      'three people briefed on the plan',
    ])
  })

  it('may have one of them as a member', () => {
    expect(mayBeOne('one of the officials', 'two officials at the bank')).toBe(true)
    expect(mayBeOne('an official', 'two officials at the bank')).toBe(false)
    expect(mayBeOne('another of the officials', 'one of the officials')).toBe(false)
  })
})
