import { useI18n } from 'vue-i18n'
import type { Aside } from '../../../contract/open-work.ts'
import { backend } from '../backend.ts'
import { useDialogs } from '../stores/dialogs.ts'
import { useNotices } from '../stores/notices.ts'

/** Sets something aside that the program points out, for a reason the user gives; and offers it again. */
export function useAside(): {
  setAside: (aside: Aside) => Promise<void>
  offerAgain: (aside: Aside) => Promise<void>
} {
  const { t } = useI18n()
  const dialogs = useDialogs()
  const notices = useNotices()
  return {
    async setAside(aside) {
      const reason = await dialogs.askReason({
        title: t('openWork.asideTitle'),
        message: t('openWork.asideText'),
        confirm: t('openWork.aside'),
      })
      if (reason === null) return
      if (await notices.attempt(() => backend.openWork.dismiss({ ...aside, reason })))
        notices.done(t('openWork.isAside'), { canUndo: true })
    },
    async offerAgain(aside) {
      await notices.attempt(() => backend.openWork.recall(aside))
    },
  }
}
