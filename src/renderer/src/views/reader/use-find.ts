import { useTimeoutFn } from '@vueuse/core'
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { findInText } from '../../../../core/text/find-in-text.ts'
import type { ArticleTextApi } from './article-text.ts'
import type { Passage } from './passage.ts'

export interface Find {
  isOpen: Ref<boolean>
  words: Ref<string>
  matches: ShallowRef<Passage[]>
  /** Which match is looked at, from 0 on. */
  at: Ref<number>
  current: ComputedRef<Passage | null>
  open: () => void
  close: () => void
  /** Looks for other words. @param from the first match behind this offset is looked at first */
  look: (words: string, from?: number) => void
  step: (by: 1 | -1) => void
}

/** A pause in typing, in milliseconds, after which a long text is searched. */
const pause = 80

/** Finding words in the article. */
export function useFind(text: () => ArticleTextApi | null): Find {
  const isOpen = ref(false)
  const words = ref('')
  const matches = shallowRef<Passage[]>([])
  const at = ref(0)
  const current = computed(() => matches.value[at.value] ?? null)

  function search(from: number): void {
    const api = text()
    matches.value = api ? findInText(api.text, words.value) : []
    at.value = Math.max(
      0,
      matches.value.findIndex(({ start }) => start >= from),
    )
    if (current.value) api?.scrollTo(current.value)
  }
  let lookedFrom = 0
  const soon = useTimeoutFn(() => search(lookedFrom), pause, { immediate: false })

  function look(next: string, from?: number): void {
    words.value = next
    lookedFrom = from ?? text()?.topOffset() ?? 0
    soon.start()
  }
  /** Whoever types and presses Enter at once means the words that stand there, not those before the pause. */
  function settle(): void {
    if (!soon.isPending.value) return
    soon.stop()
    search(lookedFrom)
  }
  function open(): void {
    const selected = text()?.currentPassage()?.exact ?? ''
    isOpen.value = true
    if (selected !== '' && !selected.includes('\n')) look(selected)
    else if (words.value !== '') look(words.value)
  }
  function close(): void {
    settle()
    isOpen.value = false
    const found = current.value
    matches.value = []
    if (!found) return
    text()?.focus()
    text()?.select(found)
  }
  function step(by: 1 | -1): void {
    settle()
    const count = matches.value.length
    if (count === 0) return
    at.value = (at.value + by + count) % count
    if (current.value) text()?.scrollTo(current.value)
  }
  return { isOpen, words, matches, at, current, open, close, look, step }
}
