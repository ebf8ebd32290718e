import type { Id } from '../../core/records/base.ts'

/** What the search is to find a record by. */
export interface SearchText {
  row: number
  title: string
  body: string
  /** Whether it is found by something else now. */
  isKnown: boolean
}

/** What putting records in leaves to be done: texts for the search, and sums that others may have changed. */
export class TouchedSums {
  /** While the model is made from the documents, origins are counted at the end. */
  readonly isBuilding: boolean
  readonly texts: SearchText[] = []
  readonly articles = new Set<Id<'article'>>()
  readonly claims = new Set<Id<'claim'>>()
  readonly sources = new Set<Id<'source'>>()
  /** Claims whose origins may be others now. */
  readonly origins = new Set<Id<'claim'>>()
  /** Rows whose tags count differently now. */
  readonly rows = new Set<number>()

  constructor({ isBuilding = false } = {}) {
    this.isBuilding = isBuilding
  }
}
