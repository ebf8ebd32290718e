import { computed, type ComputedRef, type Ref } from 'vue'
import type { SuggestedStep } from '../../../contract/claim-findings.ts'
import { chainText } from '../../../core/attribution/chain-sentence.ts'
import { asId, type Id } from '../../../core/records/base.ts'
import type { Hop } from '../../../core/records/claim.ts'
import type { Language } from '../../../core/words/language.ts'
import { backend } from '../backend.ts'
import { useAsked } from './queries.ts'
import { useLanguage } from './use-language.ts'

/** A chain that is offered, as a sentence. It tells of sources that need not be there yet: their names stand for them. */
export const suggestedSentence = (chain: readonly SuggestedStep[], language: Language): string =>
  chainText(
    chain.map((hop): Hop => ({ ...hop, source: asId(hop.name) })),
    (name) => {
      const kind = chain.find((hop) => hop.name === name)?.kind
      return kind && { id: name, name, kind }
    },
    language,
  )

/** The chain that the words around a highlight tell: undefined until that is known, null where they do not. */
export function useSuggestedChain(annotation: () => Id<'annotation'>): {
  chain: Ref<SuggestedStep[] | null | undefined>
  sentence: ComputedRef<string>
} {
  const language = useLanguage()
  const { data: chain } = useAsked(
    () => ['claims', 'suggestion', annotation()],
    (signal) => backend.claims.suggestChain({ annotation: annotation() }, { signal }),
  )
  return { chain, sentence: computed(() => suggestedSentence(chain.value ?? [], language.value)) }
}
