import { useEventListener } from '@vueuse/core'

/** Whether keys belong to a field that text is typed into. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0]
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
  )
}

/** A command of the shell's menu; under an open dialog, and without a notebook, the menu does nothing. */
export function runFromMenu(command: string, run: (command: string) => void, isOpen: boolean): void {
  // What the program is can be asked without a notebook, too.
  if ((isOpen || command === 'about') && !hasDialog()) run(command)
}

/** Whether a dialog is open, which has the keyboard to itself. */
export const hasDialog = (): boolean => document.querySelector('[role=dialog], [role=alertdialog]') !== null

const afterG: Record<string, string> = {
  l: 'library',
  c: 'claims',
  s: 'sources',
  t: 'tags',
  w: 'gaps',
  d: 'pairs',
  n: 'names',
  r: 'reprints',
  i: 'timeline',
  g: 'graph',
  m: 'matrix',
  h: 'history',
}
const sequenceTime = 1_200

/** The shortcuts that work everywhere. Undo in a text field is the field's own. */
export function useShortcuts(run: (command: string) => void, isOpen: () => boolean): void {
  let gPressed = Number.NEGATIVE_INFINITY

  const withModifier = (event: KeyboardEvent): string | undefined => {
    const key = event.key.toLowerCase()
    if (hasDialog()) return undefined
    if (key === 'k') return 'palette'
    if (key === 'o') return 'import'
    if (key === 'e') return 'export'
    if (isTyping(event)) return undefined
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    return key === 'y' ? 'redo' : undefined
  }
  const plain = (event: KeyboardEvent): string | undefined => {
    if (isTyping(event) || hasDialog()) return undefined
    const inSequence = event.timeStamp - gPressed < sequenceTime
    gPressed = event.key === 'g' && !inSequence ? event.timeStamp : Number.NEGATIVE_INFINITY
    if (inSequence) return afterG[event.key]
    return event.key === '?' ? 'shortcuts' : undefined
  }
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || !isOpen()) return
    const command = event.ctrlKey || event.metaKey ? withModifier(event) : plain(event)
    if (command === undefined) return
    event.preventDefault()
    run(command)
  })
}
