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
  'no-permission',
  'disk-full',
  'quote-not-found',
  'quote-ambiguous',
  'in-use',
  'changed-meanwhile',
  'nothing-to-undo',
  'export-conflict',
  'cancelled',
  'unsupported',
  /** Of the program itself: no expected failure. */
  'defect',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/**
 * An expected failure, told to a person: `message` says what is wrong in one sentence, `action` what to do
 * about it. Anything else that is thrown is a defect of the program.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly action: string | undefined

  constructor(code: ProblemCode, message: string, action?: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Problem'
    this.code = code
    this.action = action
  }
}
