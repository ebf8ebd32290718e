import { useI18n } from 'vue-i18n'
import { useListWords } from './use-list-words.ts'
import type { TagRow } from '../../../core/listing/rows.ts'

/** How many records carry a tag or one below it, and of which kinds they are: the same number wherever a tag stands. */
export function useTagUses(): (tag: TagRow) => { count: number; words: string } {
  const { t, n } = useI18n()
  const listed = useListWords()
  return ({ articles, annotations, claims, sources }) => {
    const parts = [
      t('tags.inArticles', { count: n(articles) }, articles),
      t('tags.inHighlights', { count: n(annotations) }, annotations),
      t('tags.inClaims', { count: n(claims) }, claims),
      t('tags.inSources', { count: n(sources) }, sources),
    ]
    const counts = [articles, annotations, claims, sources]
    return {
      count: counts.reduce((sum, count) => sum + count, 0),
      words: listed(parts.filter((_part, at) => (counts[at] ?? 0) > 0)),
    }
  }
}
