import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { OpenNotebook } from '../../../contract/notebooks.ts'
import { backend } from '../backend.ts'

/** How long one stays at a place before it is the last one, in milliseconds. */
const rest = 400

/**
 * Begins where the notebook was left that is open at the start, and tells where one is. What was looked for there stays in the
 * window.
 * @param notebook undefined while it is not known which one is open
 */
export function useLastPlace(notebook: () => OpenNotebook | null | undefined): void {
  const router = useRouter()
  const tell = useDebounceFn((place: string) => {
    // Only a convenience: whoever cannot be told begins at the first place.
    if (notebook()) backend.notebooks.at({ place }).catch(() => undefined)
  }, rest)
  const stop = watch(
    notebook,
    async (open) => {
      if (open === undefined) return
      await router.isReady()
      stop()
      if (open === null) return
      // An address that names a place was followed, or typed: it counts for more.
      const isAsked = router.currentRoute.value.redirectedFrom?.path !== '/'
      if (open.place !== null && !isAsked) await router.replace(open.place)
    },
    { immediate: true },
  )
  onScopeDispose(
    router.afterEach(({ name, path }) => {
      if (name !== undefined && name !== 'newClaim') void tell(path)
    }),
  )
}
