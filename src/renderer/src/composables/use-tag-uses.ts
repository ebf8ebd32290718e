import { useI18n } from 'vue-i18n'
import { useListWords } from './use-list-words.ts'
import type { TagRow } from '../../../core/listing/rows.ts'

interface TagUses {
  count: number
  words: string
}

/** What was told of a tag, for whoever shows it again: a notebook has hundreds, and the sidebar shows them on every page. */
const told = new WeakMap<TagRow, { locale: string; uses: TagUses }>()

/** How many records carry a tag or one below it, and of which kinds they are: the same number wherever a tag stands. */
export function useTagUses(): (tag: TagRow) => TagUses {
  const { t, n, locale } = useI18n()
  const listed = useListWords()
  const tell = ({ articles, annotations, claims, sources }: TagRow): TagUses => {
    const parts = [
      articles > 0 && t('tags.inArticles', { count: n(articles) }, articles),
      annotations > 0 && t('tags.inHighlights', { count: n(annotations) }, annotations),
      claims > 0 && t('tags.inClaims', { count: n(claims) }, claims),
      sources > 0 && t('tags.inSources', { count: n(sources) }, sources),
    ]
    return {
      count: articles + annotations + claims + sources,
      words: listed(parts.filter((part) => part !== false)),
    }
  }
  return (tag) => {
    const before = told.get(tag)
    if (before?.locale === locale.value) return before.uses
    const uses = tell(tag)
    told.set(tag, { locale: locale.value, uses })
    return uses
  }
}
