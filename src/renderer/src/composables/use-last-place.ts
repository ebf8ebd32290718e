import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { OpenNotebook } from '../../../contract/notebooks.ts'
import { backend } from '../backend.ts'

/** How long one stays at a place before it is the last one, in milliseconds. */
const rest = 400

/** Begins where the notebook was left, and tells where one is. What was looked for there stays in the window. */
export function useLastPlace(notebook: () => OpenNotebook | null): void {
  const router = useRouter()
  const tell = useDebounceFn((place: string) => {
    // Only a convenience: whoever cannot be told begins at the first place.
    if (notebook() !== null) backend.notebooks.at({ place }).catch(() => undefined)
  }, rest)
  const stop = watch(
    () => notebook()?.place,
    async (place) => {
      if (place === undefined) return
      await router.isReady()
      stop()
      // An address that names a place was followed, or typed: it counts for more.
      const isAsked = router.currentRoute.value.redirectedFrom?.path !== '/'
      if (place !== null && !isAsked) await router.replace(place)
    },
    { immediate: true },
  )
  onScopeDispose(
    router.afterEach(({ name, path }) => {
      if (name !== undefined && name !== 'newClaim') void tell(path)
    }),
  )
}
