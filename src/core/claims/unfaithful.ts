import type { Span } from '../anchoring/span.ts'

/** In what a statement may differ from its excerpts. */
export const unfaithfulKinds = [
  'number',
  'date',
  'name',
  'measure',
  'qualifier',
  'negation',
  'certainty',
] as const

/** Words of a statement that none of its excerpts bears out. Offsets are UTF-16 code units. */
export interface Unfaithful extends Span {
  kind: (typeof unfaithfulKinds)[number]
  text: string
}
