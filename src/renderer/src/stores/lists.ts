import { defineStore } from 'pinia'
import { reactive } from 'vue'

/** How lists and pictures are filtered and sorted, and what of them is in view or chosen: the same when one comes back to them. */
export const useLists = defineStore('lists', () => {
  const left = new Map<string, object>()
  let notebook: string | undefined

  /**
   * How a view was left.
   * @param name the same for the same type
   * @param begin how it is when one comes to it first
   */
  function of<T extends object>(name: string, begin: () => T): T {
    const there = left.get(name) ?? reactive(begin())
    left.set(name, there)
    return there as T
  }

  /** How a view was left, if one has come to it already. */
  const kept = (name: string): object | undefined => left.get(name)

  /** Another notebook begins anew. */
  function use(id: string): void {
    if (notebook !== undefined && notebook !== id) left.clear()
    notebook = id
  }

  return { of, kept, use }
})
