import { useI18n } from 'vue-i18n'
import type { Id } from '../../../../core/records/base.ts'
import { backend } from '../../backend.ts'
import { useNotices } from '../../stores/notices.ts'

type Asked = Parameters<typeof backend.articles.readAgain>[0]

/** Reads the original of an article again, or another part of its page, and says what came of it. */
export function useReadAgain(): (
  id: Id<'article'>,
  take?: Asked['take'],
  encoding?: Asked['encoding'],
) => Promise<void> {
  const { t } = useI18n()
  const notices = useNotices()
  return async (id, take, encoding) => {
    const answer = await notices.attempt(() => backend.articles.readAgain({ id, take, encoding }))
    if (!answer) return
    const { existing, version } = answer
    notices.done(existing ? t('versions.readSame') : t('versions.readAgainDone', { n: version }), {
      canUndo: !existing,
    })
  }
}
