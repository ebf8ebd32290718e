import { nextTick, onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'

/** How long a page may take until it is as long again as it was, in milliseconds. */
const watchFor = 2_000

/** The position in the browser's history, which the router numbers. */
function positionNow(): number {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('position' in state)) return 0
  return typeof state.position === 'number' ? state.position : 0
}

/**
 * Going back leads to where one was on a page, going on to the beginning of the next one. Long lists keep their place by
 * themselves.
 * @param main what scrolls, unless something in it does (`data-scroller`)
 */
export function useScrollMemory(main: () => HTMLElement | null): void {
  const router = useRouter()
  const left = new Map<number, { path: string; top: number }>()
  let here = positionNow()
  let isBack = false
  let gone = new AbortController()

  const scroller = (): HTMLElement | null => main()?.querySelector<HTMLElement>('[data-scroller]') ?? main()

  /** Content comes bit by bit; whoever scrolls meanwhile wants to be elsewhere. */
  async function restore(top: number): Promise<void> {
    gone.abort()
    gone = new AbortController()
    const { signal } = gone
    for (const event of ['wheel', 'pointerdown', 'keydown'])
      document.addEventListener(event, () => gone.abort(), { capture: true, signal })
    const end = performance.now() + watchFor
    while (!signal.aborted && performance.now() < end) {
      const place = scroller()
      if (place) place.scrollTop = top
      if (place && Math.abs(place.scrollTop - top) < 1) break
      await new Promise(requestAnimationFrame)
    }
    gone.abort()
  }

  onScopeDispose(
    // Only of the steps back and forward in the browser's history is told in this way.
    router.options.history.listen(() => {
      isBack = true
    }),
  )
  onScopeDispose(
    router.beforeEach((_to, { path }) => {
      left.set(here, { path, top: scroller()?.scrollTop ?? 0 })
    }),
  )
  onScopeDispose(
    router.afterEach((to, from) => {
      const [wasBack, position] = [isBack, positionNow()]
      isBack = false
      here = position
      if (to.path === from.path) return
      // An address that was typed takes the position of the page before it.
      const known = wasBack ? left.get(position) : undefined
      void nextTick(() => restore(known?.path === to.path ? known.top : 0))
    }),
  )
  onScopeDispose(() => gone.abort())
}
