import type { Id } from '../../../../core/records/base.ts'
import { useI18n } from 'vue-i18n'
import type { OpenArticle } from '../../../../contract/articles.ts'
import { linkTo, pathOf } from '../../../../contract/link.ts'
import { quotedWithCitation } from '../../../../core/records/citation.ts'
import { useAppState } from '../../composables/queries.ts'
import { useClipboard } from '../../composables/use-clipboard.ts'
import { host } from '../../host.ts'

/** What can be taken out of the reader with the clipboard. */
export function useCopying(open: () => OpenArticle | undefined): {
  cite: (words: string) => Promise<void>
  link: (highlight?: Id<'annotation'>) => Promise<void>
} {
  const { t } = useI18n()
  const { data: state } = useAppState()
  const copy = useClipboard()

  async function cite(words: string): Promise<void> {
    const shown = open()
    if (shown && words !== '')
      await copy({ text: quotedWithCitation(words, shown.article, shown.outletName) }, t('reader.cited'))
  }
  async function link(highlight?: Id<'annotation'>): Promise<void> {
    const notebook = state.value?.notebook?.id
    const article = open()?.article.id
    if (notebook === undefined || article === undefined) return
    // In a browser a link leads to the page that is open; in the shell the system brings it to Ascribe.
    const address = host
      ? linkTo({ notebook, article, highlight })
      : `${location.origin}${location.pathname}#${pathOf({ article, highlight })}`
    await copy({ text: address }, t('reader.linked'))
  }
  return { cite, link }
}
