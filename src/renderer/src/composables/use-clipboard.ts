import { useI18n } from 'vue-i18n'
import { useNotices } from '../stores/notices.ts'

/**
 * Puts something on the clipboard: as plain text, and with its form for programs that take that. Where there is none, it is shown to be
 * copied by hand.
 */
export function useClipboard(): (what: { text: string; html?: string }, done: string) => Promise<void> {
  const { t } = useI18n()
  const notices = useNotices()
  return async ({ text, html }, done) => {
    try {
      if (html === undefined) await navigator.clipboard.writeText(text)
      else
        await navigator.clipboard.write([
          new ClipboardItem({
            'text/plain': new Blob([text], { type: 'text/plain' }),
            'text/html': new Blob([html], { type: 'text/html' }),
          }),
        ])
      notices.done(done)
    } catch {
      notices.problem({ code: 'unsupported', message: t('reader.noClipboard'), action: text })
    }
  }
}
