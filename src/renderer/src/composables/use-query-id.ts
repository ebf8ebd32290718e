import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { asId, type Id, type Identified } from '../../../core/records/base.ts'

/** An id that the address names, as in `#/claims?tag=…`; undefined where it names none. */
export function useQueryId<K extends Identified>(name: string): ComputedRef<Id<K> | undefined> {
  const route = useRoute()
  return computed(() => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? asId<K>(value) : undefined
  })
}
