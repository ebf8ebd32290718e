import type { NameOfSource } from '../../../core/attribution/chain-sentence.ts'
import type { Id } from '../../../core/records/base.ts'
import type { Hop } from '../../../core/records/claim.ts'
import { newTerms, type StepName } from '../components/chain-line.ts'

/** The steps of a chain that is kept, for the sentence that it is changed in. */
export function useChainSteps(sources: () => ReadonlyMap<string, NameOfSource>): {
  nameOf: (hop: Hop) => StepName | undefined
  hopOf: (source: { id: Id<'source'> }, isAsserter: boolean) => Hop
} {
  return {
    nameOf: ({ source }) => {
      const found = sources().get(source)
      return found && { name: found.name, kind: found.kind, source }
    },
    hopOf: ({ id }, isAsserter) => ({ source: id, ...newTerms(isAsserter) }),
  }
}
