import { useEventListener } from '@vueuse/core'
import type { Offered } from './action.ts'
import { chordOf } from './chords.ts'

/** Whether keys belong to a field that text is typed into. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0]
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
  )
}

/** Whether a dialog is open, which has the keyboard to itself. */
export const hasDialog = (): boolean => document.querySelector('[role=dialog], [role=alertdialog]') !== null

/** How long after the first of two keys the second one counts, in milliseconds. */
const sequenceTime = 1_200

/**
 * Does the actions whose keys are pressed. Undo in a text field is the field's own. The first of two keys is not held back from
 * others.
 */
export function useKeys(offered: () => readonly Offered[], isOn: (event: KeyboardEvent) => boolean): void {
  let first: { chord: string; at: number } | undefined

  const found = (chord: string): Offered | undefined =>
    offered().find(({ keys, run }) => run !== undefined && keys.includes(chord))
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || hasDialog() || !isOn(event)) return
    const chord = chordOf(event)
    if (chord === undefined) return
    const begun = first !== undefined && event.timeStamp - first.at < sequenceTime ? first.chord : undefined
    // After the first of two keys, no key means what it means alone.
    const meant = begun === undefined ? chord : `${begun} ${chord}`
    const isFirst =
      begun === undefined && offered().some(({ keys }) => keys.some((key) => key.startsWith(`${chord} `)))
    const typing = isTyping(event)
    first = isFirst && !typing ? { chord, at: event.timeStamp } : undefined
    const action = found(meant)
    if (!action || (typing && !action.inFields)) return
    event.preventDefault()
    action.run?.(chord)
  })
}
