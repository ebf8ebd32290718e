import { computed, watch, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Id } from '../../../core/records/base.ts'
import { useQueryId } from './use-query-id.ts'

/** The tag that a list or picture is filtered by, kept with its other filters. */
export interface TagFiltered {
  tag: ComputedRef<Id<'tag'> | undefined>
  clear: () => void
}

/**
 * A filter by tag. From elsewhere it is asked for in the address (`#/claims?tag=…`); from then on it is kept as the other filters are.
 * @param state how the list was left
 */
export function useTagFilter(state: { tag?: Id<'tag'> | undefined }): TagFiltered {
  const router = useRouter()
  const asked = useQueryId<'tag'>('tag')
  watch(
    asked,
    (tag) => {
      if (tag !== undefined) state.tag = tag
    },
    { immediate: true },
  )
  return {
    tag: computed(() => state.tag),
    clear: () => {
      state.tag = undefined
      if (asked.value !== undefined) void router.replace({ query: {} })
    },
  }
}
