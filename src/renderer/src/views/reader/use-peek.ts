import { useEventListener, useTimeoutFn } from '@vueuse/core'
import { shallowRef, watch, type Ref } from 'vue'
import type { StatementRow } from '../../../../contract/statements.ts'
import { asId, type Id } from '../../../../core/records/base.ts'
import type { ArticleTextApi } from './article-text.ts'
import type { Painted, Passage } from './passage.ts'
import type { PassageIndex } from './passage-index.ts'

/** What is known of a place in the text. */
export type Peeked = { at: DOMRect; isByKey: boolean } & (
  | { kind: 'note'; words: string }
  | { kind: 'highlight'; id: Id<'annotation'> }
  | { kind: 'statement'; row: StatementRow }
)

export interface Peek {
  shown: Ref<Peeked | null>
  /** The pointer rests on an offset of the text, or left it. */
  rest: (offset: number | null) => void
  /** It was asked for with the caret at an offset. */
  open: (offset: number) => void
  close: () => void
  /** The pointer is over what is shown. */
  hold: () => void
  /** The pointer left what is shown. */
  release: () => void
}

/** How long the pointer must rest before something is shown, and how long it may be elsewhere, in milliseconds. */
const before = 600
const after = 350
const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']

/** Shows what is known of the place under the pointer or the caret: its note, what was made of it, who says it. */
export function usePeek(
  text: () => ArticleTextApi | null,
  highlights: () => PassageIndex<Painted>,
  statements: () => readonly StatementRow[],
): Peek {
  const shown = shallowRef<Peeked | null>(null)
  let under: number | null = null

  function find(offset: number, isByKey: boolean): Peeked | null {
    const api = text()
    const at = api?.edgesOf({ start: offset, end: offset + 1 })?.start
    if (!api || !at) return null
    const note = api.noteAt(offset)
    if (note !== null && note !== '') return { at, isByKey, kind: 'note', words: note }
    const [highlight] = highlights().at(offset)
    if (highlight) return { at, isByKey, kind: 'highlight', id: asId(highlight.id) }
    const isIn = ({ start, end }: Passage): boolean => start <= offset && offset < end
    const row = statements().find(
      ({ state, content, source }) =>
        // The words that are said are listed beside the text: under the pointer only who says them is told.
        state !== 'refused' && [...(isByKey ? content : []), ...(source ? [source] : [])].some(isIn),
    )
    return row ? { at, isByKey, kind: 'statement', row } : null
  }
  const opening = useTimeoutFn(
    () => {
      if (under !== null && !text()?.currentPassage()) shown.value = find(under, false) ?? shown.value
    },
    before,
    { immediate: false },
  )
  const closing = useTimeoutFn(() => (shown.value = null), after, { immediate: false })
  const close = (): void => {
    opening.stop()
    closing.stop()
    shown.value = null
  }
  // A press elsewhere means something else.
  useEventListener(document, 'pointerdown', ({ target }: PointerEvent) => {
    if (shown.value && !(target instanceof Element && target.closest('[data-peek]'))) close()
  })
  // Nor does what came under the pointer stay over what a key asks for. Escape is for nothing else while it is there.
  useEventListener(
    document,
    'keydown',
    ({ key }: KeyboardEvent) => {
      if (shown.value?.isByKey === false && !['Escape', ...modifiers].includes(key)) close()
    },
    { capture: true },
  )
  watch(highlights, () => {
    // What was made of it may be another thing now.
    if (shown.value?.isByKey === false) close()
  })
  return {
    shown,
    rest: (offset) => {
      under = offset
      if (offset === null) opening.stop()
      else opening.start()
      if (shown.value && !shown.value.isByKey) closing.start()
    },
    open: (offset) => {
      close()
      shown.value = find(offset, true)
    },
    close,
    hold: closing.stop,
    release: () => {
      if (shown.value?.isByKey === false) closing.start()
    },
  }
}
