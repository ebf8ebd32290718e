import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { ClaimColumn } from '../../../core/listing/saved-view.ts'
import { noFilter } from './claim-filter.ts'
import type { ArticleQuery, ClaimQuery } from '../../../core/listing/queries.ts'

const usualColumns: readonly ClaimColumn[] = [
  'kind',
  'status',
  'origins',
  'originsAgainst',
  'tags',
  'event',
  'modified',
]

/** How lists and pictures are filtered and sorted, and what of them is in view: the same when one comes back to them. */
export const useLists = defineStore('lists', () => {
  const fresh = {
    library: () => ({
      text: '',
      sort: 'created' as ArticleQuery['sort'],
      descending: true,
      reading: '' as '' | NonNullable<ArticleQuery['reading']>,
      top: 0,
    }),
    claims: () => ({
      sort: 'modified' as ClaimQuery['sort'],
      descending: true,
      filter: noFilter(),
      group: '' as '' | NonNullable<ClaimQuery['group']>,
      columns: [...usualColumns] as ClaimColumn[],
      top: 0,
    }),
  }
  const others = new Map<string, object>()
  const library = reactive(fresh.library())
  const claims = reactive(fresh.claims())
  let notebook: string | undefined

  /**
   * How another view was left.
   * @param name the same for the same type
   * @param begin how it is when one comes to it first
   */
  function of<T extends object>(name: string, begin: () => T): T {
    const there = others.get(name) ?? reactive(begin())
    others.set(name, there)
    return there as T
  }

  /** Another notebook begins anew. */
  function use(id: string): void {
    if (notebook !== undefined && notebook !== id) {
      Object.assign(library, fresh.library())
      Object.assign(claims, fresh.claims())
      others.clear()
    }
    notebook = id
  }

  return { library, claims, of, use }
})
