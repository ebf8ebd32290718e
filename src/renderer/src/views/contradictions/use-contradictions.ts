import type { Id } from '../../../../core/records/base.ts'
import { useI18n } from 'vue-i18n'
import { backend } from '../../backend.ts'
import { useDialogs } from '../../stores/dialogs.ts'
import { useNotices } from '../../stores/notices.ts'

export type Pair = readonly [Id<'claim'>, Id<'claim'>]

/** What two claims can be said to be to each other. */
export function useContradictions(): {
  contradict: (pair: Pair) => Promise<void>
  /** The first one stands for both from then on, if the user is sure. */
  merge: (pair: Pair, statements: readonly [string, string]) => Promise<void>
} {
  const { t } = useI18n()
  const dialogs = useDialogs()
  const notices = useNotices()
  return {
    async contradict([id, other]) {
      const edit = { do: 'addRelation', kind: 'contradicts', claim: other } as const
      if (await notices.attempt(() => backend.claims.edit({ ids: [id], edits: [edit] })))
        notices.done(t('contradictions.contradicted'), { canUndo: true })
    },
    async merge([into, id], [claim, other]) {
      const isSure = await dialogs.confirm({
        title: t('claim.mergeTitle'),
        message: t('claim.mergeText', { claim, other }),
        confirm: t('claim.mergeDo'),
      })
      if (!isSure) return
      if (await notices.attempt(() => backend.claims.merge({ id, into })))
        notices.done(t('claim.merged'), { canUndo: true })
    },
  }
}
