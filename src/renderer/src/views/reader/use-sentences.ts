import { ref, type Ref } from 'vue'
import { nextParagraph, nextSentence, paragraphAt, sentenceAt } from '../../../../core/text/segments.ts'
import type { ArticleTextApi } from './article-text.ts'
import type { Passage } from './passage.ts'

export interface Sentences {
  /** Whether arrow keys go by sentences and paragraphs. */
  isOn: Ref<boolean>
  toggle: () => void
  /** Selects the sentence or the paragraph at the caret. */
  selectHere: (what: 'sentence' | 'paragraph') => void
  /** Goes on by a key. @returns whether it was one of this mode */
  move: (event: KeyboardEvent) => boolean
}

/** Going through an article sentence by sentence: each is selected, so that a key marks it. */
export function useSentences(text: () => ArticleTextApi | null, language: () => string | null): Sentences {
  const isOn = ref(false)
  /** Where a selection that is being extended began. */
  let anchor: Passage | null = null
  let current: Passage | null = null

  function show(api: ArticleTextApi, passage: Passage, extend: boolean): void {
    if (!extend || !anchor) anchor = passage
    current = passage
    const start = Math.min(anchor.start, passage.start)
    api.select({ start, end: Math.max(anchor.end, passage.end) })
    api.scrollTo(passage)
  }
  function here(api: ArticleTextApi): Passage | undefined {
    const selected = api.currentPassage()
    const offset = selected?.start ?? api.caret() ?? api.topOffset()
    return (
      sentenceAt(api.text, offset, language()) ??
      nextSentence(api.text, { start: offset, end: offset }, 'forward', language())
    )
  }
  function toggle(): void {
    const api = text()
    isOn.value = !isOn.value
    if (!api || !isOn.value) return
    api.focus()
    const sentence = here(api)
    if (sentence) show(api, sentence, false)
  }
  function selectHere(what: 'sentence' | 'paragraph'): void {
    const api = text()
    if (!api) return
    const sentence = here(api)
    if (!sentence) return
    api.focus()
    show(api, what === 'sentence' ? sentence : paragraphAt(api.text, sentence.start), false)
  }
  function move(event: KeyboardEvent): boolean {
    const api = text()
    const step = api && isOn.value ? stepOf(event) : undefined
    if (!api || !step) return false
    const from = isCurrent(api) ? current : here(api)
    if (!from) return true
    const { direction, by } = step
    const next =
      by === 'sentence'
        ? nextSentence(api.text, from, direction, language())
        : firstIn(api, nextParagraph(api.text, from.start, direction))
    if (next) show(api, next, event.shiftKey)
    return true
  }
  /** Whether what is selected is still what was gone to. */
  function isCurrent(api: ArticleTextApi): boolean {
    const selected = api.currentPassage()
    return (
      selected !== null && current !== null && selected.start <= current.start && current.end <= selected.end
    )
  }
  const firstIn = (api: ArticleTextApi, paragraph: Passage | undefined): Passage | undefined =>
    paragraph && sentenceAt(api.text, paragraph.start, language())

  return { isOn, toggle, selectHere, move }
}

function stepOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: KeyboardEvent): { direction: 'forward' | 'backward'; by: 'sentence' | 'paragraph' } | undefined {
  const by = ctrlKey || metaKey || altKey ? 'paragraph' : 'sentence'
  if (key === 'ArrowDown' || key === 'ArrowRight') return { direction: 'forward', by }
  if (key === 'ArrowUp' || key === 'ArrowLeft') return { direction: 'backward', by }
  if (key === 'PageDown') return { direction: 'forward', by: 'paragraph' }
  return key === 'PageUp' ? { direction: 'backward', by: 'paragraph' } : undefined
}
