import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ChainWords } from '../../../core/attribution/chain-sentence.ts'
import { groundRules, hopModes } from '../../../core/records/claim.ts'

/** The words of attribution chains in the language of the window. */
export function useChainWords(): ComputedRef<ChainWords> {
  const { t } = useI18n()
  return computed(() => ({
    modes: Object.fromEntries(
      hopModes.map((mode) => [mode, t(`chain.modes.${mode}`)]),
    ) as ChainWords['modes'],
    groundRules: Object.fromEntries(
      groundRules.map((rule) => [rule, rule === 'unknown' ? '' : t(`chain.rules.${rule}`)]),
    ) as ChainWords['groundRules'],
    told: t('chain.told'),
    toldDenying: t('chain.toldDenying'),
    toldConfirming: t('chain.toldConfirming'),
    reportedBy: t('chain.reportedBy'),
    citedBy: t('chain.citedBy'),
    notNamed: t('chain.notNamed'),
    verbatim: t('chain.verbatim'),
    unknownSource: t('chain.unknownSource'),
  }))
}
