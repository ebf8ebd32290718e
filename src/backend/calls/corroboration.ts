import { decidedAbout } from '../../core/corroboration/rulings.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { Problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { shorten } from '../shorten.ts'

const of = base.corroboration.of.handler(({ context, input }) =>
  context.app.store.model.askNow('originsOf', input.claims ?? null),
)

/** A claim, and those that were merged into it, whose evidence counts in it. */
async function familyOf(store: NotebookStore, draft: Draft, id: Id): Promise<[Claim, ...Claim[]]> {
  const claim = await draft.need('claim', id)
  const merged = await store.model.ask('claimsMergedInto', id)
  return [claim, ...(await Promise.all(merged.map((one) => draft.need('claim', one))))]
}

/** It is kept with the claim that it was made in: taken out of its merge, a merged one is as it was before. */
const rule = base.corroboration.rule.handler(async ({ context, input }) => {
  const { store } = context.app
  const { claim: id, evidence, with: other, reason } = input
  const { result } = await store.commit('Decide about origins', async (draft) => {
    const family = await familyOf(store, draft, id)
    const [claim] = family
    const pieces = family.flatMap((one) => one.evidence)
    const there = new Set(pieces.map((piece) => piece.id))
    if (!there.has(evidence) || (other !== null && !there.has(other)) || evidence === other)
      throw new Problem(
        'bad-input',
        'A decision about origins is about one or two different pieces of evidence of this claim.',
        'Choose them again.',
      )
    const stances = new Set(
      pieces.flatMap((piece) => (piece.id === evidence || piece.id === other ? [piece.stance] : [])),
    )
    if (stances.size > 1)
      throw new Problem(
        'bad-input',
        'What supports a claim and what disputes it are counted apart, and cannot be put together.',
        'Choose two pieces of evidence on the same side.',
      )
    const done = other === null ? 'Take evidence apart' : 'Put evidence together'
    draft.label = `${done} for “${shorten(claim.statement)}”`
    // A new decision about the same replaces the old one.
    const others = claim.rulings.filter((one) => decidedAbout(one) !== decidedAbout(input))
    return draft.patch('claim', id, {
      rulings: [...others, { evidence, with: other, reason, at: draft.at }],
    })
  })
  return result
})

const unrule = base.corroboration.unrule.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Take back decisions about origins', async (draft) => {
    const family = await familyOf(store, draft, input.claim)
    draft.label = `Take back decisions about origins for “${shorten(family[0].statement)}”`
    for (const { id, rulings } of family) {
      const others = rulings.filter((one) => one.evidence !== input.evidence && one.with !== input.evidence)
      if (others.length < rulings.length) await draft.patch('claim', id, { rulings: others })
    }
    return draft.need('claim', input.claim)
  })
  return result
})

export const corroboration = { of, rule, unrule }
