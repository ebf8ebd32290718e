import { problems } from './words/problems.ts'
import { isKnown, said, speak, type Said, type ValuesIn } from './words/say.ts'

/** What can go wrong, in words that a program can compare. */
export const problemCodes = [
  'bad-input',
  'not-found',
  'not-a-notebook',
  'notebook-newer',
  'notebook-exists',
  'no-notebook',
  'read-only',
  'damaged',
  'empty-file',
  'too-large',
  'not-text',
  'nothing-to-read',
  'unreadable',
  'password-needed',
  /** There are words, in pictures: they can be recognised. */
  'pictures-only',
  'no-permission',
  'disk-full',
  'quote-not-found',
  'quote-ambiguous',
  'in-use',
  'changed-meanwhile',
  'nothing-to-undo',
  'cancelled',
  'unsupported',
  /** Of the program itself: no expected failure. */
  'defect',
] as const
export type ProblemCode = (typeof problemCodes)[number]

type Problems = typeof problems
export type ProblemKey = keyof Problems
type ActionOf<K extends ProblemKey> = Problems[K] extends { action: infer Action } ? Action : never
/** What stands in the sentence of a problem and in what to do about it. */
type ProblemValues<K extends ProblemKey> = ValuesIn<Problems[K]['message']> & ValuesIn<ActionOf<K>>

/**
 * An expected failure: a code for programs, and a sentence of the catalogue (`words/problems.ts`) that tells people what is wrong,
 * and what to do about it. Anything else that is thrown is a defect of the program.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  /** Without `.message` and `.action`. */
  readonly said: Said

  constructor(code: ProblemCode, said: Said, options?: ErrorOptions) {
    super(speak(messageOf(said)), options)
    this.name = 'Problem'
    this.code = code
    this.said = said
  }

  /** What to do about it, in English, as the message is. */
  get action(): string | undefined {
    const action = actionOf(this.said)
    return action === undefined ? undefined : speak(action)
  }
}

/** What is wrong, as a sentence. */
export const messageOf = ({ say, with: values }: Said): Said => ({ say: `${say}.message`, with: values })

/** What went wrong, as a sentence; of what is no Problem, its own words. */
export const sentenceOf = (error: unknown): Said =>
  error instanceof Problem
    ? messageOf(error.said)
    : said('asIs', { text: error instanceof Error ? error.message : String(error) })

/** What to do about it; undefined where nothing can be said. */
export function actionOf({ say, with: values }: Said): Said | undefined {
  const key = `${say}.action`
  if (!isKnown(key)) return undefined
  const action = { say: key, with: values }
  return speak(action) === '' ? undefined : action
}

/** A sentence of the catalogue that tells what is wrong. @param values what stands in it; `{}` where nothing does */
export const wrong = <K extends ProblemKey>(key: K, values: ProblemValues<K>): Said => ({
  say: `problems.${key}`,
  with: { ...values },
})

/** Makes an expected failure. */
export const problem = <K extends ProblemKey>(
  code: ProblemCode,
  key: K,
  values: ProblemValues<K>,
  options?: ErrorOptions,
): Problem => new Problem(code, wrong(key, values), options)
