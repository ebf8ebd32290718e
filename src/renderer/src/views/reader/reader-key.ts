import { shownChord } from '../../actions/chords.ts'
import { readerActions } from './reader-actions.ts'

const keys = new Map(readerActions.map(({ id, keys }) => [id, keys?.[0]]))

/**
 * The key of an action of the reader as people read it, for buttons and for sentences that name it.
 * @throws RangeError for an action that there is not, or that has no key
 */
export function readerKey(action: string): string {
  const chord = keys.get(action)
  if (chord === undefined) throw new RangeError(`the reader has no key for ${action}`)
  return shownChord(chord)
}
