import { useI18n } from 'vue-i18n'
import type { Id } from '../../../../core/records/base.ts'
import { backend } from '../../backend.ts'
import { useNotices } from '../../stores/notices.ts'

/** Reads the original of an article again, or another part of its page, and says what came of it. */
export function useReadAgain(): (
  id: Id<'article'>,
  take?: Parameters<typeof backend.articles.readAgain>[0]['take'],
) => Promise<void> {
  const { t } = useI18n()
  const notices = useNotices()
  return async (id, take) => {
    const answer = await notices.attempt(() =>
      backend.articles.readAgain(take === undefined ? { id } : { id, take }),
    )
    if (!answer) return
    const { existing, version } = answer
    notices.done(existing ? t('versions.readSame') : t('versions.readAgainDone', { n: version }), {
      canUndo: !existing,
    })
  }
}
