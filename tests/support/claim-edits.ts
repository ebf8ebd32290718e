import type { Backend, Plain } from './backend.ts'
import type { ChainStep, ClaimEditInput } from '../../src/core/claims/claim-edit.ts'
import type { SuggestedHop } from '../../src/core/attribution/chain-of.ts'
import type { Claim, GroundRule, HopMode, Relation, Stance } from '../../src/core/records/claim.ts'

/** A step of a chain by name, for a source that may not be there yet. */
export type NamedHop = Omit<SuggestedHop, 'role' | 'isOutlet'>

/** What tests do with claims, each as the edits that a user interface would send. */

const editOne = async (backend: Backend, id: string, ...edits: Plain<ClaimEditInput>[]): Promise<Claim> =>
  (await backend.claims.edit({ ids: [id], edits })).claim

/** Adds a piece of evidence by the names of its chain, asserter first; completes the one of the same passage. */
export function linkEvidence(
  backend: Backend,
  {
    claim,
    chain,
    annotation,
    stance,
    mode,
    groundRule,
    verbatim,
  }: {
    claim: string
    stance: Stance
    chain: readonly {
      name: string
      kind?: 'person' | 'organisation' | 'outlet' | 'document' | 'dataset' | 'anonymous' | undefined
    }[]
    annotation?: string | undefined
    mode?: HopMode
    groundRule?: GroundRule
    verbatim?: boolean
  },
): Promise<Claim> {
  const [first, ...others] = chain
  const steps = first ? [{ ...first, mode, groundRule, verbatim }, ...others] : []
  return editOne(backend, claim, { do: 'addEvidence', stance, annotation, chain: steps, completes: true })
}

/** Adds a piece of evidence. @returns its id */
export async function addEvidence(
  backend: Backend,
  claim: string,
  {
    stance = 'supports',
    ...piece
  }: Partial<Omit<Extract<Plain<ClaimEditInput>, { do: 'addEvidence' }>, 'do'>> = {},
): Promise<string> {
  const { evidence } = await editOne(backend, claim, { do: 'addEvidence', stance, ...piece })
  return evidence.at(-1)?.id ?? ''
}

export const removeEvidence = (backend: Backend, claim: string, evidence: string): Promise<Claim> =>
  editOne(backend, claim, { do: 'removeEvidence', evidence })

/** Gives a piece of evidence a chain; whoever bears a name already is taken, as whatever. */
export const setChain = (
  backend: Backend,
  { claim, evidence, chain }: { claim: string; evidence: string; chain: NamedHop[] },
): Promise<Claim> => {
  const steps = chain.map(({ kind, ...hop }): Plain<ChainStep> => ({ ...hop, newAs: kind }))
  return editOne(backend, claim, { do: 'changeEvidence', evidence, fields: { chain: steps } })
}

/** Decides about the origin of a piece of evidence. */
export const rule = (
  backend: Backend,
  { claim, ...ruling }: { claim: string; evidence: string; with: string | null; reason: string },
): Promise<Claim> => editOne(backend, claim, { do: 'addRuling', ...ruling })

/** Takes all decisions about a piece of evidence back. */
export const unrule = (
  backend: Backend,
  { claim, evidence }: { claim: string; evidence: string },
): Promise<Claim> => editOne(backend, claim, { do: 'removeRuling', evidence })

export const relate = (backend: Backend, id: string, relation: Plain<Relation>): Promise<Claim> =>
  editOne(backend, id, { do: 'addRelation', ...relation })

/** Changes many claims in one step. */
export async function bulk(
  backend: Backend,
  {
    ids,
    status,
    kind,
    addTags,
    removeTags,
    relate,
    link,
  }: {
    ids: string[]
    status?: Claim['status']
    kind?: Claim['kind']
    addTags?: string[]
    removeTags?: string[]
    relate?: Plain<Relation>
    link?: { source: string; stance: Stance }
  },
): Promise<{ changed: number }> {
  const edits: Plain<ClaimEditInput>[] = [
    { do: 'set', fields: { status, kind } },
    ...(addTags ? [{ do: 'add' as const, to: { tags: addTags } }] : []),
    ...(removeTags ? [{ do: 'remove' as const, from: { tags: removeTags } }] : []),
    ...(relate ? [{ do: 'addRelation' as const, ...relate }] : []),
    ...(link ? [{ do: 'addEvidence' as const, stance: link.stance, chain: [{ source: link.source }] }] : []),
  ]
  const { changed } = await backend.claims.edit({ ids, edits })
  return { changed }
}
