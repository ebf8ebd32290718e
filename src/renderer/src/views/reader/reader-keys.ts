/** What keys do in the reader; the shortcut sheet lists the same. */
export const readerKeys = [
  { keys: '←↑↓→', action: 'caret' },
  { keys: 'Shift+←↑↓→', action: 'extend' },
  { keys: '1 – 6', action: 'mark' },
  { keys: 'N', action: 'note' },
  { keys: 'T', action: 'tag' },
  { keys: 'C', action: 'claim' },
  { keys: 'J', action: 'next' },
  { keys: 'K', action: 'previous' },
  { keys: 'Delete', action: 'remove' },
  { keys: '+ / −', action: 'size' },
  { keys: 'Esc', action: 'leave' },
] as const

export type ReaderAction =
  'note' | 'tag' | 'claim' | 'next' | 'previous' | 'remove' | 'larger' | 'smaller' | 'leave'

const actions: Record<string, ReaderAction> = {
  n: 'note',
  t: 'tag',
  c: 'claim',
  j: 'next',
  k: 'previous',
  Delete: 'remove',
  '+': 'larger',
  '-': 'smaller',
  Escape: 'leave',
}

/** The action of a key, or the number of a style from 1 on. */
export function readerAction(event: KeyboardEvent): ReaderAction | number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (/^[1-6]$/.test(event.key)) return Number(event.key)
  return actions[event.key] ?? actions[event.key.toLowerCase()]
}
