import { useQueryCache } from '@pinia/colada'
import { ref, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { AppState } from '../../../contract/notebooks.ts'
import type { ProblemReport } from '../../../contract/shared.ts'
import { reportOf } from '../backend.ts'
import { useLongWork } from '../stores/long-work.ts'

export interface Entering {
  busy: Ref<boolean>
  /** Why the last try failed. */
  problem: Ref<ProblemReport | null>
  /** Opens a notebook, and begins where it was left. @returns whether it is open */
  enter: (open: () => Promise<AppState>) => Promise<boolean>
}

/** Making and opening notebooks. */
export function useEnterNotebook(): Entering {
  const cache = useQueryCache()
  const router = useRouter()
  const works = useLongWork()
  const busy = ref(false)
  const problem = ref<ProblemReport | null>(null)

  async function enter(open: () => Promise<AppState>): Promise<boolean> {
    busy.value = true
    problem.value = null
    try {
      const state = await open()
      cache.setQueryData(['state'], state)
      // What was shown was the other notebook's.
      await router.push(state.notebook?.place ?? '/')
      return true
    } catch (error) {
      problem.value = reportOf(error)
      return false
    } finally {
      busy.value = false
      works.background = null
    }
  }
  return { busy, problem, enter }
}
