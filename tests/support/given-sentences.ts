import { chainForPassage } from '../../src/core/statements/chain-for-passage.ts'
import { statementsIn } from '../../src/core/statements/languages.ts'
import { given } from './given.ts'

interface GivenSentence {
  /** With ⟦ and ⟧ around the passage. */
  text: string
  /** A regular expression; null: nobody says it. */
  asserter: string | null
  kinds?: string[]
  modes?: string[]
  groundRules?: string[]
  via: string | null
  verbatim?: boolean
}

const outlet = 'The Daily Ledger'

/** How many chains of the given sentences are right in every part; undefined where they are not beside the project. */
export async function askGiven(): Promise<
  { all: number; answered: number; right: number; wrong: string[] } | undefined
> {
  const sentences = given<GivenSentence[]>('attribution/sentences.json', [])
  if (sentences.length === 0) return undefined
  const asked = { all: 0, answered: 0, right: 0, wrong: [] as string[] }
  for (const sentence of sentences) {
    const start = sentence.text.indexOf('⟦')
    const end = sentence.text.indexOf('⟧') - 1
    const text = sentence.text.replace(/[⟦⟧]/g, '')
    const found = await statementsIn(text, 'en', { outlet, published: '2031-03-05' })
    const chain = chainForPassage(found, text, { start, end }, outlet)
    if (sentence.asserter !== null) asked.all += 1
    if (chain) asked.answered += 1
    const isRight = sentence.asserter === null ? chain === null : chain !== null && fits(sentence, chain)
    if (isRight && sentence.asserter !== null) asked.right += 1
    if (!isRight) asked.wrong.push(`${sentence.text} → ${JSON.stringify(chain?.[0] ?? null)}`)
  }
  return asked
}

type Chain = NonNullable<ReturnType<typeof chainForPassage>>

function fits({ asserter, kinds, modes, groundRules, via, verbatim }: GivenSentence, chain: Chain): boolean {
  const [first] = chain
  const relayer = chain.slice(1).find(({ isOutlet }) => !isOutlet)?.name ?? null
  if (!first || asserter === null) return false
  const isRelayer = via === null ? relayer === null : relayer !== null && new RegExp(via, 'u').test(relayer)
  return (
    new RegExp(asserter, 'u').test(first.name) &&
    (kinds ?? []).includes(first.kind) &&
    (modes ?? []).includes(first.mode) &&
    (groundRules ?? []).includes(first.groundRule) &&
    verbatim === first.verbatim &&
    isRelayer
  )
}
