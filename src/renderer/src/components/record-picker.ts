/** Something that a picker offers. */
export interface Offer<T> {
  /** What tells it from the others. */
  value: string
  /** How it is shown. */
  words: string
  hint?: string
  /** What it is called: whoever types one of these means it. */
  names: readonly string[]
  /** The colour of its dot. */
  dot?: string
  /** Whether it is made when it is chosen. */
  isNew?: boolean
  record: T
}
