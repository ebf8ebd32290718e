import { Problem } from '../../core/problem.ts'
import { base } from '../base.ts'
import { shorten } from '../shorten.ts'

const of = base.corroboration.of.handler(({ context, input }) =>
  context.app.store.model.askNow('originsOf', input.claims ?? null),
)

const rule = base.corroboration.rule.handler(async ({ context, input }) => {
  const { claim: id, evidence, with: other, reason } = input
  const { result } = await context.app.store.commit('Decide about origins', async (draft) => {
    const claim = await draft.need('claim', id)
    const there = new Set(claim.evidence.map((piece) => piece.id))
    if (!there.has(evidence) || (other !== null && !there.has(other)) || evidence === other)
      throw new Problem(
        'bad-input',
        'A decision about origins is about one or two different pieces of evidence of this claim.',
        'Choose them again.',
      )
    const done = other === null ? 'Take evidence apart' : 'Put evidence together'
    draft.label = `${done} for “${shorten(claim.statement)}”`
    // A new decision about the same replaces the old one.
    const others = claim.rulings.filter((one) => one.evidence !== evidence || one.with !== other)
    return draft.patch('claim', id, {
      rulings: [...others, { evidence, with: other, reason, at: draft.at }],
    })
  })
  return result
})

const unrule = base.corroboration.unrule.handler(async ({ context, input }) => {
  const { result } = await context.app.store.commit('Take back decisions about origins', async (draft) => {
    const claim = await draft.need('claim', input.claim)
    draft.label = `Take back decisions about origins for “${shorten(claim.statement)}”`
    return draft.patch('claim', input.claim, {
      rulings: claim.rulings.filter((one) => one.evidence !== input.evidence && one.with !== input.evidence),
    })
  })
  return result
})

export const corroboration = { of, rule, unrule }
