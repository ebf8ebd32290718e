import type { UseQueryReturn } from '@pinia/colada'
import type { Facets } from '../../../core/listing/rows.ts'
import { backend } from '../backend.ts'
import { useAsked } from './queries.ts'

/** How many records there are of each sort, to be told beside filters. */
export const useFacets = (): UseQueryReturn<Facets> =>
  useAsked(
    () => ['facets'],
    (signal) => backend.facets(undefined, { signal }),
  )
