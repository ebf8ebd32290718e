import type { SuggestedStep } from '../../../contract/claim-findings.ts'
import { chainText } from '../../../core/attribution/chain-sentence.ts'
import { asId } from '../../../core/records/base.ts'
import type { Hop } from '../../../core/records/claim.ts'
import type { Language } from '../../../core/words/language.ts'

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
