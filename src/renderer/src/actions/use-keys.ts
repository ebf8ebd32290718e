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

/** Whether a dialog is open, which has the keyboard to itself; what came under the pointer has it only when it was gone into. */
export const hasDialog = (): boolean =>
  document.querySelector(
    '[role=dialog]:not([data-peek]), [role=alertdialog], [role=dialog][data-peek]:focus-within',
  ) !== null

/** Whether the keys of an action count in the field that has the focus. */
const countsIn = ({ inFields }: Offered, event: KeyboardEvent): boolean =>
  inFields === 'nothing-typed' ? !hasOwnUndo(event) : inFields

/** What was typed last into a field. What the program puts there instead ends the field's own undo. */
const lastTyped = new WeakMap<EventTarget, string>()
const valueOf = (target: EventTarget | undefined): string | undefined =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : undefined

/** Whether the field that has the focus can take back something that was typed into it. */
function hasOwnUndo(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  if (target instanceof HTMLElement && target.isContentEditable) return true
  const value = valueOf(target)
  return target !== undefined && value !== undefined && lastTyped.get(target) === value
}

/** How long after the first of two keys the second one counts, in milliseconds. */
const sequenceTime = 1_200

/**
 * Does the actions whose keys are pressed. Undo in a field that was typed into is the field's own. The first of two keys is not held back from
 * others.
 */
export function useKeys(offered: () => readonly Offered[], isOn: (event: KeyboardEvent) => boolean): void {
  let first: { chord: string; at: number } | undefined

  const found = (chord: string): Offered | undefined =>
    offered().find(({ keys, run }) => run !== undefined && keys.includes(chord))
  useEventListener(document, 'input', ({ target }) => {
    const value = valueOf(target ?? undefined)
    if (target && value !== undefined) lastTyped.set(target, value)
  })
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
    if (!action || (typing && !countsIn(action, event))) return
    event.preventDefault()
    action.run?.(chord)
  })
}
