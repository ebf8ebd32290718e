import type { Id } from '../../../core/records/base.ts'
import { useTagFilter, type TagFiltered } from './use-tag-filter.ts'
import { refDebounced } from '@vueuse/core'
import { computed, toRef, type Ref } from 'vue'
import type { ClaimQuery } from '../../../core/listing/queries.ts'
import { filterQuery, type ClaimFilter } from '../stores/claim-filter.ts'

type Filtered = Pick<ClaimQuery, 'text' | 'tag' | 'status' | 'kind' | 'source'>

/** How long after the last key a picture is asked for anew, in milliseconds. */
const patience = 150

/**
 * The question of a picture: the claims that its filter and its tag leave, with what else it asks.
 * @param state how the picture was left
 * @param more what the picture asks besides
 */
export function useClaimQuery<T extends object>(
  state: { filter: ClaimFilter; tag?: Id<'tag'> | undefined },
  more: () => T,
): { filter: Ref<ClaimFilter>; query: Readonly<Ref<Filtered & T>>; byTag: TagFiltered } {
  const filter = toRef(state, 'filter')
  const byTag = useTagFilter(state)
  const { tag } = byTag
  const query = refDebounced(
    computed(() => ({
      ...filterQuery(filter.value),
      ...(tag.value === undefined ? {} : { tag: tag.value }),
      ...more(),
    })),
    patience,
  )
  return { filter, query, byTag }
}
