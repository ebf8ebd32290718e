import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import { usePageKeys } from '../actions/use-page-keys.ts'
import { useLists } from '../stores/lists.ts'
import type { ListOrder } from './use-growing-list.ts'

export interface Neighbours {
  /** Its place in the list, from 1, and how many are in it. */
  place: number
  total: number
  before: string | undefined
  after: string | undefined
}

/**
 * The records before and after one in the list that it was opened from, as far as that was loaded; J and K go there.
 * @param list the name that the list is kept under, and of the place of a record
 */
export function useNeighbours(
  list: string,
  name: string,
  id: () => string,
): { neighbours: ComputedRef<Neighbours | null>; go: (id: string | undefined) => void } {
  const router = useRouter()
  // Whoever shows the list begins it: here it is only looked at.
  const lists = useLists()
  const neighbours = computed((): Neighbours | null => {
    const kept: { order?: ListOrder } | undefined = lists.kept(list)
    const { offset = 0, ids = [], total = 0 } = kept?.order ?? {}
    const at = ids.indexOf(id())
    return at === -1 ? null : { place: offset + at + 1, total, before: ids[at - 1], after: ids[at + 1] }
  })
  const go = (next: string | undefined): void => {
    if (next !== undefined) void router.push({ name, params: { id: next } })
  }
  usePageKeys(() => ({
    j: () => go(neighbours.value?.after),
    k: () => go(neighbours.value?.before),
  }))
  return { neighbours, go }
}
