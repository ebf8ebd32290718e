import type { Id } from '../../../../core/records/base.ts'
import { computed, type ComputedRef } from 'vue'

interface Selection {
  ids: ComputedRef<Id<'claim'>[]>
  has: (id: Id<'claim'>) => boolean
  toggle: (id: Id<'claim'>) => void
  add: (ids: readonly Id<'claim'>[]) => void
  clear: () => void
}

/**
 * Chosen rows of a list, also of those that are not drawn.
 * @param state where they are kept while the list is not shown
 */
export function useSelection(state: { chosen: readonly Id<'claim'>[] }): Selection {
  const chosen = computed({
    get: () => new Set(state.chosen),
    set: (ids) => (state.chosen = [...ids]),
  })
  const change = (make: (set: Set<Id<'claim'>>) => void): void => {
    const next = new Set(chosen.value)
    make(next)
    chosen.value = next
  }
  return {
    ids: computed(() => [...state.chosen]),
    has: (id) => chosen.value.has(id),
    toggle: (id) =>
      change((set) => {
        if (!set.delete(id)) set.add(id)
      }),
    add: (ids) => change((set) => ids.forEach((id) => set.add(id))),
    clear: () => change((set) => set.clear()),
  }
}
