import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { OpenArticle } from '../../../contract/articles.ts'
import type { AboutHighlight } from '../../../contract/annotations.ts'
import { asId, type Id } from '../../../core/records/base.ts'
import { backend } from '../backend.ts'
import { useAsked } from './queries.ts'

/** An article with its highlights and claims; who asks for one that is open has it at once. Nothing is asked while there is none. */
export const useOpenArticle = (
  id: () => Id<'article'> | null,
  enabled: () => boolean = () => true,
): UseQueryReturn<OpenArticle> =>
  useAsked(
    () => ['articles', id() ?? 'none'],
    (signal) => backend.articles.get({ id: id() ?? asId('none') }, { signal }),
    () => id() !== null && enabled(),
  )

/** What is made of a highlight, and where else it is said; null for none. */
export const useAboutHighlight = (
  id: () => Id<'annotation'> | null,
  enabled: MaybeRefOrGetter<boolean> = true,
): UseQueryReturn<AboutHighlight | null> =>
  useAsked(
    () => ['annotations', id() ?? 'none', 'about'],
    async (signal) => {
      const one = id()
      return one === null ? null : backend.annotations.about({ id: one }, { signal })
    },
    enabled,
  )
