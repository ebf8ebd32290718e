import { nextTick, watch } from 'vue'
import { useRoute, type LocationQueryRaw } from 'vue-router'
import { focusable } from './use-focus-after.ts'

/** What a link may lead to on the page of a claim or a source; there it is marked as `data-place`. */
export type PageSpot =
  | 'statement'
  | 'credibility'
  | 'accused'
  | 'claimant'
  | 'supports'
  | 'unnamed'
  | 'drift'
  | 'disputes'
  | 'relations'
  | 'reliability'
  | 'inquiries'
  | 'add'

/** The part of an address that leads to a place on a page. */
export const arriveAt = (place: PageSpot): LocationQueryRaw => ({ at: place })

/**
 * Goes to the place on this page that its address names, and gives the first control there the focus.
 * @param isThere whether the page shows what it is about
 */
export function useArrival(isThere: () => boolean): void {
  const route = useRoute()
  watch(
    () => (isThere() ? route.query['at'] : undefined),
    async (at) => {
      if (typeof at !== 'string') return
      // After the window has put the focus at the beginning of the new place.
      await nextTick()
      await new Promise(requestAnimationFrame)
      const place = document.querySelector<HTMLElement>(`main [data-place="${CSS.escape(at)}"]`)
      if (!place) return
      const first = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable)
      if (!first) place.tabIndex = -1
      const target = first ?? place
      target.scrollIntoView({ block: 'center' })
      target.focus({ preventScroll: true })
      if (target instanceof HTMLTextAreaElement) target.select()
    },
    { immediate: true },
  )
}
