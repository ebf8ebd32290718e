import type { Draft } from './draft.ts'
import type { Id } from '../records/base.ts'
import type { Evidence } from '../records/claim.ts'

/** Takes evidence out of claims, because what it rests on goes away. */
export async function dropEvidence(
  draft: Draft,
  claims: readonly Id<'claim'>[],
  isGone: (evidence: Evidence) => boolean,
): Promise<void> {
  for (const id of claims) {
    const claim = await draft.need('claim', id)
    await draft.patch('claim', id, { evidence: claim.evidence.filter((evidence) => !isGone(evidence)) })
  }
}
