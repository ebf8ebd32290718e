import type { EntryKey } from '@pinia/colada'
import { useVirtualizer, type Virtualizer } from '@tanstack/vue-virtual'
import { useEventListener } from '@vueuse/core'
import { computed, nextTick, onBeforeUnmount, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Page } from '../../../core/listing/rows.ts'
import { useAsked } from './queries.ts'

/** Which rows were loaded last: from which place on, and of how many. */
export interface ListOrder {
  offset: number
  ids: string[]
  total: number
}

/** Rows are asked for in steps of this many: those in view, and some before and after. */
const step = 100

interface GrowingList<Row> {
  /** The row at a place, once it is there. */
  rowAt: (index: number) => Row | undefined
  total: ComputedRef<number | undefined>
  virtualizer: Ref<Virtualizer<HTMLElement, Element>>
  /** For rows whose height is not known beforehand. */
  measure: (element: unknown) => void
}

/**
 * A list of any length: only the rows in view are drawn, and only those around them asked for; the scroll bar tells the
 * truth from the beginning.
 * @param state where the scroll position is kept while the list is not shown, and what was loaded
 */
export function useGrowingList<Row extends { id: string }, Query extends object>(
  scroller: Readonly<Ref<HTMLElement | null>>,
  state: { top: number; order?: ListOrder },
  rowHeight: number,
  key: () => EntryKey,
  query: ComputedRef<Query>,
  ask: (query: Query & { limit: number; offset: number }, signal: AbortSignal) => Promise<Page<Row>>,
  /** What a row has above it besides, in pixels. */
  above: (index: number) => number = () => 0,
): GrowingList<Row> {
  const first = Math.floor(state.top / rowHeight / step) * step
  const asked = ref({ offset: Math.max(0, first - step), limit: 4 * step })
  const { data } = useAsked(
    () => [...key(), { ...query.value, ...asked.value }],
    async (signal) => ({
      offset: asked.value.offset,
      ...(await ask({ ...query.value, ...asked.value }, signal)),
    }),
  )
  watch(data, (page) => {
    if (page) state.order = { offset: page.offset, ids: page.rows.map(({ id }) => id), total: page.total }
  })
  const rowAt = (index: number): Row | undefined => data.value?.rows[index - data.value.offset]
  const virtualizer = useVirtualizer<HTMLElement, Element>(
    computed(() => ({
      count: data.value?.total ?? 0,
      getScrollElement: () => scroller.value,
      estimateSize: (index: number) => rowHeight + above(index),
      initialOffset: state.top,
      overscan: 4,
    })),
  )
  watch(
    () => virtualizer.value.getVirtualItems()[0]?.index,
    (index) => {
      if (index === undefined) return
      const offset = Math.max(0, Math.floor(index / step) * step - step)
      if (offset !== asked.value.offset) asked.value = { offset, limit: 4 * step }
    },
  )
  // At its end only: while rows come and go, to ask where it is would have the page laid out once more for each frame.
  const keepTop = (): void => void (state.top = scroller.value?.scrollTop ?? state.top)
  useEventListener(scroller, 'scrollend', keepTop)
  onBeforeUnmount(keepTop)
  // The list measures rows once; other groups stand above other rows, and each time that is a new answer.
  watch(
    () => ({ first: above(0) }),
    () => virtualizer.value.measure(),
  )
  watch(query, () => {
    asked.value = { offset: 0, limit: 4 * step }
    scroller.value?.scrollTo({ top: 0 })
  })
  watch([scroller, (): boolean => data.value !== undefined], async ([element, isThere], [before]) => {
    if (!element || !isThere || before === element) return
    const { top } = state
    await nextTick()
    element.scrollTop = top
  })
  const measure = (element: unknown): void => {
    if (element instanceof Element) virtualizer.value.measureElement(element)
  }
  return { rowAt, total: computed(() => data.value?.total), virtualizer, measure }
}
