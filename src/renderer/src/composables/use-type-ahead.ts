import { nextTick, ref, watch, type Ref } from 'vue'

interface TypeAhead {
  typed: Readonly<Ref<string>>
  /** Whether the list belongs to what is typed; the one before is shown until that has come. */
  isCurrent: () => boolean
  /** What can be chosen, in order. */
  values: () => readonly string[]
  /** The one that is named exactly as is typed. */
  exact: (words: string) => string | undefined
  choose: (value: string) => unknown
  /** Shows which one Enter takes. */
  highlight: (value: string) => void
}

/**
 * Enter in a type-ahead acts on the list that belongs to what is typed, and waits for it; there it takes the one of exactly
 * that name, or the first. What the arrows went to, and the list before anything is typed, are left to the list box.
 */
export function useTypeAhead({ typed, isCurrent, values, exact, choose, highlight }: TypeAhead): {
  press: (event: KeyboardEvent) => void
} {
  const hasMoved = ref(false)
  const isAwaited = ref(false)
  const words = (): string => typed.value.trim()
  const best = (): string | undefined => exact(words().toLowerCase()) ?? values()[0]

  function take(): void {
    isAwaited.value = false
    const value = best()
    if (value !== undefined) choose(value)
  }
  watch(typed, () => {
    hasMoved.value = false
    isAwaited.value = false
  })
  watch(
    () => (isCurrent() ? `${words()}\n${values().join('\n')}` : undefined),
    async (current) => {
      if (current === undefined || words() === '') return
      if (isAwaited.value) {
        take()
        return
      }
      if (hasMoved.value) return
      await nextTick()
      const value = best()
      if (value !== undefined) highlight(value)
    },
  )

  function press(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) && isCurrent()) hasMoved.value = true
    if (event.key !== 'Enter' || (isCurrent() && (hasMoved.value || words() === ''))) return
    event.preventDefault()
    event.stopPropagation()
    if (isCurrent()) take()
    else isAwaited.value = words() !== ''
  }
  return { press }
}
