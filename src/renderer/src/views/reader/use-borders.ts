import { ref, type ComputedRef, type Ref } from 'vue'
import { nearestWordBorder, nextCharacterBorder, nextWordBorder } from '../../../../core/text/segments.ts'
import { backend } from '../../backend.ts'
import { useSending } from '../../composables/use-sending.ts'
import type { ArticleTextApi } from './article-text.ts'
import type { Passage } from './passage.ts'
import type { ShownHighlight } from './use-reading.ts'

export type Edge = 'start' | 'end'

export interface Borders {
  /** Where the borders would be, while they are dragged or moved by keys. */
  preview: Ref<Passage | null>
  /** Drags a border to a point of the window. @param free not to the nearest word */
  drag: (edge: Edge, x: number, y: number, free: boolean) => void
  /** Moves a border by a word, or by a character. */
  step: (edge: Edge, direction: 'forward' | 'backward', free: boolean) => void
  /** Makes what is previewed the highlight’s place. */
  settle: () => Promise<void>
  cancel: () => void
}

/** So long after the last key the new borders are kept, in milliseconds: holding a key down is one change. */
const settleAfter = 500

/** Changing where a highlight begins and ends. */
export function useBorders(
  highlight: ComputedRef<ShownHighlight | undefined>,
  text: () => ArticleTextApi | null,
  language: () => string | null,
): Borders {
  const sending = useSending()
  const preview = ref<Passage | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function place(): Passage | null {
    return preview.value ?? highlight.value?.place ?? null
  }
  function move(edge: Edge, offset: number): void {
    const old = place()
    const all = text()?.text ?? ''
    if (!old) return
    const next = { ...old, [edge]: offset }
    if (next.start < next.end && all.slice(next.start, next.end).trim() !== '') preview.value = next
  }
  function drag(edge: Edge, x: number, y: number, free: boolean): void {
    const api = text()
    const offset = api?.offsetAt(x, y) ?? null
    if (!api || offset === null) return
    move(edge, free ? offset : nearestWordBorder(api.text, offset, edge, language()))
  }
  function step(edge: Edge, direction: 'forward' | 'backward', free: boolean): void {
    const api = text()
    const old = place()
    if (!api || !old) return
    const offset = free
      ? nextCharacterBorder(api.text, old[edge], direction)
      : nextWordBorder(api.text, old[edge], direction, edge, language())
    move(edge, offset)
    clearTimeout(timer)
    timer = setTimeout(() => void settle(), settleAfter)
  }
  async function settle(): Promise<void> {
    clearTimeout(timer)
    const next = preview.value
    const shown = highlight.value
    const api = text()
    if (!next || !shown || !api) return
    const isSame = next.start === shown.place?.start && next.end === shown.place.end
    if (!isSame) {
      const exact = api.text.slice(next.start, next.end)
      const { id, modified } = shown.annotation
      await sending(modified, (from) => backend.annotations.place({ id, modified: from, ...next, exact }))
    }
    if (preview.value === next) preview.value = null
  }
  function cancel(): void {
    clearTimeout(timer)
    preview.value = null
  }
  return { preview, drag, step, settle, cancel }
}
