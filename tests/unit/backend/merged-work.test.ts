import { asId } from '../../../src/core/records/base.ts'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import { chainOf } from '../../support/chain-of.ts'
import type { Stance } from '../../../src/core/records/claim.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'
import { addEvidence, relate, rule } from '../../support/claim-edits.ts'

/** A claim with a piece of evidence in each of some articles, asserted by somebody else each time. */
async function claimIn(
  backend: Backend,
  statement: string,
  articles: readonly string[],
  stance: Stance = 'supports',
): Promise<string> {
  const { id } = await backend.claims.create({ statement })
  for (const [n, article] of articles.entries()) {
    const source = await backend.sources.named({ name: `${statement} ${n}`, kind: 'person' })
    await addEvidence(backend, id, { article: asId(article), stance, chain: chainOf([source.id]) })
  }
  return id
}
const origins = async (backend: Backend, id: string): Promise<number> => {
  const { claims } = await backend.corroboration.of({ claims: [id] })
  return claims[0]?.corroboration.supports.origins.length ?? 0
}
const contradictions = async (backend: Backend): Promise<(string | null)[][]> =>
  (await backend.openWork.list({})).flatMap(({ what, id, about }) =>
    what === 'contradiction' ? [[id, about]] : [],
  )

describe('what comes back from the trash', () => {
  it('is repeated again by what repeated it', async () => {
    const { backend } = await newNotebook()
    const original = await addArticle(backend, 'The original')
    const reprints = [await addArticle(backend, 'One reprint'), await addArticle(backend, 'Another one')]
    for (const id of reprints) await backend.articles.update({ id, fields: { derivedFrom: original } })
    const claim = await claimIn(backend, 'It is so', reprints)
    expect(await origins(backend, claim)).toBe(1)
    await backend.articles.remove({ id: original })
    await backend.trash.restore({ id: original })
    expect(await origins(backend, claim)).toBe(1)
    expect(await backend.health.check()).toEqual([])
  })

  it('never makes an article repeat itself', async () => {
    const { backend } = await newNotebook()
    const [one, two] = [await addArticle(backend, 'One'), await addArticle(backend, 'Two')]
    await backend.articles.update({ id: one, fields: { derivedFrom: two } })
    await backend.articles.update({ id: two, fields: { derivedFrom: one } })
    await backend.articles.remove({ id: one })
    expect((await backend.articles.get({ id: two })).article.derivedFrom).toBeNull()
  })

  it('stands again for what was merged into it, unless that was merged elsewhere', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'An article')
    const [a, b, c, d] = [
      await claimIn(backend, 'A', [article]),
      await claimIn(backend, 'B', [article]),
      await claimIn(backend, 'C', [article]),
      await claimIn(backend, 'D', [article]),
    ]
    await backend.claims.merge({ id: b, into: a })
    await backend.claims.merge({ id: c, into: a })
    expect(await origins(backend, a)).toBe(3)
    await backend.claims.remove({ id: a })
    await backend.claims.merge({ id: c, into: d })
    await backend.trash.restore({ id: a })
    expect(await origins(backend, a)).toBe(2)
    expect((await backend.claims.get({ id: b })).claim.mergedInto).toBe(a)
    expect((await backend.claims.get({ id: c })).claim.mergedInto).toBe(d)
    expect(await backend.health.check()).toEqual([])
  })
})

describe('merging a claim', () => {
  it('keeps its contradictions open, by the claims that stand for both', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'An article')
    const [x, y, z] = [
      await claimIn(backend, 'It is so', [article]),
      await claimIn(backend, 'It is not', [article]),
      await claimIn(backend, 'It is so, they say', [article]),
    ]
    await relate(backend, x, { kind: 'contradicts', claim: y })
    expect(await contradictions(backend)).toEqual([[x, y]])
    await backend.claims.merge({ id: x, into: z })
    expect(await contradictions(backend)).toEqual([[z, y]])
    expect((await backend.claims.related()).map(({ claims }) => claims)).toEqual([[z, y]])
    expect((await backend.claims.get({ id: z })).others[y]?.relation).toBe('contradicts')
    await backend.claims.merge({ id: y, into: z })
    expect(await contradictions(backend)).toEqual([])
    await backend.unmerge({ id: y })
    await backend.unmerge({ id: x })
    expect(await contradictions(backend)).toEqual([[x, y]])
  })

  it('keeps those whom it accuses to be asked', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'An article')
    const accused = await backend.sources.named({ name: 'The Council', kind: 'organisation' })
    const [x, z] = [
      await claimIn(backend, 'The Council lied', [article]),
      await claimIn(backend, 'It did', [article]),
    ]
    await backend.claims.update({ id: x, fields: { kind: 'allegation', accused: [accused.id] } })
    await backend.claims.merge({ id: x, into: z })
    const open = (await backend.openWork.list({})).filter(({ what }) => what === 'no-response')
    expect(open.map(({ id, about }) => [id, about])).toEqual([[z, accused.id]])
  })
})

describe('a decision about origins', () => {
  it('is refused for evidence of two sides', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'An article')
    const claim = await claimIn(backend, 'It is so', [article, article])
    const { evidence } = (await backend.claims.get({ id: claim })).claim
    const [one, two] = evidence
    if (!one || !two) throw new Error('there are two')
    const edits = [{ do: 'changeEvidence', evidence: two.id, fields: { stance: 'disputes' } } as const]
    await backend.claims.edit({ ids: [claim], edits })
    const decision = { claim, evidence: one.id, with: two.id, reason: 'They are one' }
    await expect(rule(backend, decision)).rejects.toMatchObject({ data: { code: 'bad-input' } })
  })
})

describe('a claim held for confirmed', () => {
  it('is open work with no other origin, or none at all', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'An article')
    const [none, one, two] = [
      await claimIn(backend, 'None', []),
      await claimIn(backend, 'One', [article]),
      await claimIn(backend, 'Two', [article, article]),
    ]
    for (const id of [none, one, two]) await backend.claims.update({ id, fields: { status: 'confirmed' } })
    const open = (await backend.openWork.list({})).filter(({ what }) => what === 'sure-of-one-origin')
    expect(open.map(({ id }) => id).sort()).toEqual([none, one].sort())
  })
})
