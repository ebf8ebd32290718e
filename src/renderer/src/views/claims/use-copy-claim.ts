import { useI18n } from 'vue-i18n'
import type { Id } from '../../../../core/records/base.ts'
import { backend } from '../../backend.ts'
import { useClipboard } from '../../composables/use-clipboard.ts'
import { useLanguage } from '../../composables/use-language.ts'
import { markdownToHtml } from '../../markdown.ts'
import { useNotices } from '../../stores/notices.ts'

/**
 * Copies a claim as an editor wants it: its verdict, the evidence by origin with who says so, and where it stands. It is the memo of
 * that claim, so a confidential source is named in none of it.
 */
export function useCopyClaim(): (id: Id<'claim'>) => Promise<void> {
  const { t } = useI18n()
  const language = useLanguage()
  const notices = useNotices()
  const copy = useClipboard()
  return async (id) => {
    const memo = await notices.attempt(() =>
      backend.exports.preview({
        format: 'memo',
        profile: 'markdown',
        claims: [id],
        confidential: 'replace',
        language: language.value,
      }),
    )
    if (!memo) return
    // The head of a memo of many is nothing to a single one.
    const text = memo.content.slice(Math.max(0, memo.content.search(/^## /m)))
    await copy({ text, html: markdownToHtml(text) }, t('claim.copied'))
  }
}
