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

/** How the long lists are filtered and sorted, and how far they are scrolled: the same when one comes back to them. */
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
  const library = reactive(fresh.library())
  const claims = reactive(fresh.claims())
  let notebook: string | undefined

  /** Another notebook begins anew. */
  function use(id: string): void {
    if (notebook !== undefined && notebook !== id) {
      Object.assign(library, fresh.library())
      Object.assign(claims, fresh.claims())
    }
    notebook = id
  }

  return { library, claims, use }
})
