import { computed, type ComputedRef } from 'vue'
import type { OpenNotebook } from '../../../contract/notebooks.ts'
import { useAppState } from './queries.ts'

/** Whether there is none of a kind in the whole notebook, whatever is filtered. */
export function useLacks(kind: keyof OpenNotebook['counts']): ComputedRef<boolean> {
  const { data: state } = useAppState()
  return computed(() => state.value?.notebook?.counts[kind] === 0)
}
