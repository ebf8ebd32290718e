import type { Id } from '../../../../core/records/base.ts'
import { backend } from '../../backend.ts'
import { useAsked } from '../../composables/queries.ts'

/** A page of a version of an article; pages count from 0. */
export interface PageOfVersion {
  id: Id<'article'>
  version: number
  page: number
}

/** A page as it is printed, with the lines of the text that stand on it. @param scale pixels to a point */
export const usePagePicture = (of: PageOfVersion, scale: () => number) =>
  useAsked(
    () => ['text', of.id, of.version, 'page', of.page, scale()],
    (signal) =>
      backend.articles.page({ id: of.id, version: of.version, page: of.page, scale: scale() }, { signal }),
  )
