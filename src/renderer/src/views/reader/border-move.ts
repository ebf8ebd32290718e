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
