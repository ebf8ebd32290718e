/** What keys do in the reader; the shortcut sheet and the command palette list the same. */
export const readerKeys = [
  { keys: '←↑↓→', action: 'caret' },
  { keys: 'Shift+←↑↓→', action: 'extend' },
  { keys: 'W', action: 'sentence' },
  { keys: 'P', action: 'paragraph' },
  { keys: 'S', action: 'sentences' },
  { keys: '1 – 6', action: 'mark' },
  { keys: 'N', action: 'note' },
  { keys: 'T', action: 'tag' },
  { keys: 'C', action: 'claim' },
  { keys: 'J', action: 'next' },
  { keys: 'K', action: 'previous' },
  { keys: 'R', action: 'review' },
  { keys: 'A', action: 'accept' },
  { keys: 'D', action: 'detach' },
  { keys: 'Shift+←→', action: 'moveEnd' },
  { keys: 'Shift+↑↓', action: 'moveStart' },
  { keys: 'Alt+←↑↓→', action: 'moveFinely' },
  { keys: 'Delete', action: 'remove' },
  { keys: 'Ctrl+F', action: 'find' },
  { keys: 'O', action: 'outline' },
  { keys: 'V', action: 'versions' },
  { keys: 'Y', action: 'cite' },
  { keys: 'L', action: 'link' },
  { keys: 'Z', action: 'focus' },
  { keys: 'B', action: 'beside' },
  { keys: '+', action: 'larger' },
  { keys: '−', action: 'smaller' },
  { keys: 'Esc', action: 'leave' },
] as const

const actions = {
  w: 'sentence',
  p: 'paragraph',
  s: 'sentences',
  n: 'note',
  t: 'tag',
  c: 'claim',
  j: 'next',
  k: 'previous',
  r: 'review',
  a: 'accept',
  d: 'detach',
  Delete: 'remove',
  o: 'outline',
  v: 'versions',
  y: 'cite',
  l: 'link',
  z: 'focus',
  b: 'beside',
  '+': 'larger',
  '-': 'smaller',
  Escape: 'leave',
} as const
export type ReaderAction = (typeof actions)[keyof typeof actions] | 'find'

/** The actions that can be called by name. */
export const readerActions: readonly ReaderAction[] = ['find', ...Object.values(actions)]

const isKnown = (key: string): key is keyof typeof actions => Object.hasOwn(actions, key)

/** The action of a key, or the number of a style from 1 on. */
export function readerAction(event: KeyboardEvent): ReaderAction | number | undefined {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f') return 'find'
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (/^[1-6]$/.test(event.key)) return Number(event.key)
  if (isKnown(event.key)) return actions[event.key]
  const lower = event.key.toLowerCase()
  return isKnown(lower) ? actions[lower] : undefined
}

/** How a key moves a border of the chosen highlight; arrows to the side move its end, up and down its beginning. */
export function borderMove(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  direction: 'ltr' | 'rtl',
): { edge: 'start' | 'end'; direction: 'forward' | 'backward'; free: boolean } | undefined {
  if (shiftKey === altKey || ctrlKey || metaKey) return undefined
  const forward = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft'
  const backward = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight'
  const free = altKey
  if (key === forward) return { edge: 'end', direction: 'forward', free }
  if (key === backward) return { edge: 'end', direction: 'backward', free }
  if (key === 'ArrowDown') return { edge: 'start', direction: 'forward', free }
  return key === 'ArrowUp' ? { edge: 'start', direction: 'backward', free } : undefined
}
