import { useEventListener } from '@vueuse/core'
import { hasDialog, isTyping } from './use-keys.ts'

/** Single keys of what is on a page, by their small letters, while nobody types and no dialog is open. */
export function usePageKeys(keys: () => Readonly<Record<string, () => void>>): void {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.defaultPrevented || !isPlain || isTyping(event) || hasDialog()) return
    const act = keys()[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  })
}
