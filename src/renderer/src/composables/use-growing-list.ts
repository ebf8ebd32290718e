import type { EntryKey } from '@pinia/colada'
import { useVirtualizer, type Virtualizer } from '@tanstack/vue-virtual'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Page } from '../../../core/listing/rows.ts'
import { useAsked } from './queries.ts'

/** How many rows are asked for first, and how close to the end of them more are asked for. */
const pageSize = 200
const margin = 20

interface GrowingList<Row> {
  rows: ComputedRef<Row[]>
  total: ComputedRef<number | undefined>
  virtualizer: Ref<Virtualizer<HTMLElement, Element>>
  /** For rows whose height is not known beforehand. */
  measure: (element: unknown) => void
}

/** A list of any length: only the rows in view are drawn, and only those scrolled to are asked for. */
export function useGrowingList<Row extends { id: string }, Query extends object>(
  scroller: Readonly<Ref<HTMLElement | null>>,
  rowHeight: number,
  key: () => EntryKey,
  query: ComputedRef<Query>,
  ask: (query: Query & { limit: number }, signal: AbortSignal) => Promise<Page<Row>>,
): GrowingList<Row> {
  const loaded = ref(pageSize)
  watch(query, () => {
    loaded.value = pageSize
    scroller.value?.scrollTo({ top: 0 })
  })
  const { data } = useAsked(
    () => [...key(), { ...query.value, limit: loaded.value }],
    (signal) => ask({ ...query.value, limit: loaded.value }, signal),
  )
  const rows = computed(() => data.value?.rows ?? [])
  const virtualizer = useVirtualizer<HTMLElement, Element>(
    computed(() => ({
      count: rows.value.length,
      getScrollElement: () => scroller.value,
      getItemKey: (index: number) => rows.value[index]?.id ?? index,
      estimateSize: () => rowHeight,
      overscan: 12,
    })),
  )
  watch(
    () => virtualizer.value.getVirtualItems().at(-1)?.index ?? 0,
    (last) => {
      const hasMore = rows.value.length < (data.value?.total ?? 0)
      if (hasMore && last >= loaded.value - margin) loaded.value += pageSize
    },
  )
  const measure = (element: unknown): void => {
    if (element instanceof Element) virtualizer.value.measureElement(element)
  }
  return { rows, total: computed(() => data.value?.total), virtualizer, measure }
}
