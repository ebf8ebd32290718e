import { useI18n } from 'vue-i18n'
import { stepOf, type SuggestedStep } from '../../../contract/claim-findings.ts'
import type { Id } from '../../../core/records/base.ts'
import type { Stance } from '../../../core/records/claim.ts'
import { backend } from '../backend.ts'
import { useNotices } from '../stores/notices.ts'

/**
 * Links highlights to claims that are there, with the chain that the words around them tell: the one that was shown, else it is asked for.
 * @returns whether it was linked
 */
export function useLinking(): (
  claim: Id<'claim'>,
  stance: Stance,
  annotation: Id<'annotation'>,
  shown?: readonly SuggestedStep[] | null,
) => Promise<boolean> {
  const { t } = useI18n()
  const notices = useNotices()
  return async (claim, stance, annotation, shown) => {
    const linked = await notices.attempt(async () => {
      const chain = shown === undefined ? await backend.claims.suggestChain({ annotation }) : shown
      const steps = (chain ?? []).map(stepOf)
      const edit = { do: 'addEvidence', stance, annotation, chain: steps, completes: true } as const
      return backend.claims.edit({ ids: [claim], edits: [edit] })
    })
    if (linked) notices.done(t('statements.added'), { canUndo: true })
    return linked !== undefined
  }
}
