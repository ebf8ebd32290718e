import type { SuggestedStep } from '../../../contract/claim-findings.ts'
import type { Id } from '../../../core/records/base.ts'
import type { Hop } from '../../../core/records/claim.ts'
import type { SourceKind } from '../../../core/records/source.ts'

/** How a step of a chain puts it, and on which terms. */
export type ChainTerms = Pick<Hop, 'mode' | 'verbatim' | 'groundRule' | 'words'>

/** Who a step is. */
export interface StepName {
  name: string
  kind: SourceKind
  /** Whether it is a source of the notebook for sure, probably, or would be made. */
  known?: 'known' | 'probable' | 'new'
  /** The source, where it is there. */
  source?: Id<'source'> | null
}

/** Who a step of a chain is that is offered. */
export const offeredName = ({
  name,
  kind,
  source,
  known = source === null ? 'new' : 'known',
}: SuggestedStep & Pick<StepName, 'known'>): StepName => ({ name, kind, source, known })
/** A source that was chosen. */
export interface SourceHere {
  id: Id<'source'>
  name: string
}
/** One that is not there yet. */
export interface SourceToBe {
  kind: SourceKind
  name: string
}

/** A step of a source that was chosen, in a chain that is offered; one that is not there is made when the chain is taken. */
export const offeredStep = (chosen: SourceHere | SourceToBe, isAsserter: boolean): SuggestedStep => ({
  name: chosen.name,
  kind: 'kind' in chosen ? chosen.kind : isAsserter ? 'person' : 'outlet',
  source: 'id' in chosen ? chosen.id : null,
  within: null,
  role: '',
  ...newTerms(isAsserter),
})

/** How a new step puts it: the asserter says it, whoever comes after reports it openly. */
export const newTerms = (isAsserter: boolean): ChainTerms => ({
  mode: isAsserter ? 'says' : 'reports',
  verbatim: false,
  groundRule: isAsserter ? 'unknown' : 'on-record',
  words: '',
})
