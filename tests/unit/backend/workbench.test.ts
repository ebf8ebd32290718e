import { speak } from '../../../src/core/words/say.ts'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import type { Backend, Plain } from '../../support/backend.ts'
import { chainOf } from '../../support/chain-of.ts'
import { exporters } from '../../../src/core/export/registry.ts'
import type { App } from '../../../src/backend/app.ts'
import { makeEvidence } from '../../../src/core/records/claim.ts'
import { asId, newId, type Id } from '../../../src/core/records/base.ts'
import type { SourceFields } from '../../../src/contract/sources.ts'
import { addArticle, newNotebook, reopen } from '../../support/notebooks.ts'
import {
  addEvidence,
  bulk,
  linkEvidence,
  relate,
  rule,
  setChain,
  unrule,
  type NamedHop,
} from '../../support/claim-edits.ts'
import { addClaim, addPiece, byId, makeWorld, originEdits, person, type World } from '../../support/world.ts'
import { attempt } from '../../support/attempt.ts'
import { tries } from '../../support/length.ts'

const refused = (code: string) => ({ data: { code } })
/** The origins of what supports a claim, as sets of evidence. */
async function origins(backend: Backend, claim: string): Promise<string[]> {
  const { claims } = await backend.corroboration.of({ claims: [claim] })
  const found = claims[0]?.corroboration.supports.origins ?? []
  return found.map(({ evidence }) => evidence.toSorted().join()).sort()
}
const sets = (...some: string[][]): string[] => some.map((ids) => ids.toSorted().join()).sort()

/** The sums in the list of claims, and the same counted anew, as they are whenever origins are asked for. */
async function sums(backend: Backend): Promise<{ kept: unknown; counted: unknown }> {
  const { rows } = await backend.claims.list({})
  const { claims } = await backend.corroboration.of({})
  const onArticles = await claimsOnArticles(backend)
  return {
    kept: {
      claims: byId(rows).map(({ id, supports, disputes, mentions, origins: own, originsAgainst }) => ({
        id,
        supports,
        disputes,
        mentions,
        origins: own,
        originsAgainst,
      })),
      articles: onArticles.kept,
    },
    counted: {
      claims: byId(claims.map((one) => ({ ...one, id: one.claim }))).map(({ id, corroboration }) => ({
        id,
        supports: corroboration.supports.evidence,
        disputes: corroboration.disputes.evidence,
        mentions: corroboration.mentions.evidence,
        origins: corroboration.supports.origins.length,
        originsAgainst: corroboration.disputes.origins.length,
      })),
      articles: onArticles.counted,
    },
  }
}

/** The claims on each article and how many there are, as lists have it, and as the claims with all merged into them have it. */
async function claimsOnArticles(backend: Backend): Promise<{ kept: unknown; counted: unknown }> {
  const articles = byId((await backend.articles.list({})).rows)
  const groups = new Map(
    (await backend.claims.groups({ group: 'article' })).map(({ id, count }) => [id, count]),
  )
  const open = await Promise.all(
    byId((await backend.claims.list({})).rows).map(({ id }) => backend.claims.get({ id })),
  )
  const kept = articles.map(async ({ id, claims }) => {
    const { rows } = await backend.claims.list({ article: id })
    return { id, total: claims, group: groups.get(id) ?? 0, claims: byId(rows).map((row) => row.id) }
  })
  const counted = articles.map(({ id }) => {
    const claims = open
      .filter(({ passages }) => Object.values(passages).some(({ article }) => article === id))
      .map(({ claim }) => claim.id)
    return { id, total: claims.length, group: claims.length, claims }
  })
  return { kept: await Promise.all(kept), counted }
}

/** All that is shown of claims, sources, tags and articles, without when it was changed. */
async function shown(backend: Backend): Promise<unknown> {
  const claims = (await backend.claims.list({})).rows.map((row) => ({ ...row, modified: '' }))
  const records = await Promise.all(
    byId(claims).map(async ({ id }) => {
      const { claim, merged } = await backend.claims.get({ id })
      return { ...claim, modified: '', merged: merged.map((one) => one.id).sort() }
    }),
  )
  const tags = await backend.tags.list()
  const { corroboration, openWork, names, facets } = {
    corroboration: await backend.corroboration.of({}),
    openWork: await backend.openWork.list({ dismissed: true }),
    names: await backend.names.clusters(),
    facets: await backend.facets(),
  }
  return {
    claims: byId(claims),
    records,
    corroboration,
    openWork,
    names,
    facets,
    tags: byId(tags).map((tag) => ({ ...tag, modified: '', absorbed: tag.absorbed.toSorted() })),
    sources: byId((await backend.sources.list({})).rows),
    articles: byId((await backend.articles.list({})).rows),
  }
}

type Kind = 'claims' | 'sources' | 'tags'
interface Merge {
  kind: Kind
  id: number
  into: number
}
interface Edit {
  what: number
  at: number
  other: number
  /** What is new is known by it, so that it is the same each time. */
  evidence: Id<'evidence'>
}

/** An edit whose effect does not hang on what is merged just then. */
async function edit(
  { app, backend }: { app: App; backend: Backend },
  world: World,
  { what, at, other, evidence }: Edit,
): Promise<void> {
  const [claim, source, tag, article] = [world.claims, world.sources, world.tags, world.articles].map(
    (ids) => ids[at % ids.length] ?? '',
  ) as [string, string, string, string]
  const others = world.sources.filter((id) => id !== source)
  const otherSource = others[other % others.length] ?? ''
  const otherTag = world.tags[other % world.tags.length] ?? ''
  const setClaim = (fields: Parameters<Backend['claims']['update']>[0]['fields']): Promise<unknown> =>
    backend.claims.update({ id: claim, fields })
  const setSource = (fields: Plain<SourceFields>): Promise<unknown> =>
    backend.sources.update({ id: source, fields })
  const edits: (() => Promise<unknown>)[] = [
    () => setClaim({ statement: `Claim ${evidence}` }),
    () => setClaim({ tags: [otherTag] }),
    () => setSource({ name: `Source ${evidence}` }),
    () => setSource({ possiblySame: [otherSource] }),
    () => setSource({ derivedFrom: otherSource }),
    () => setSource({ mustNotMerge: [otherSource] }),
    () => backend.tags.update({ id: tag, fields: { name: `tag ${evidence}`, colour: 'red' } }),
    () =>
      backend.articles.update({
        id: article,
        fields: { tags: [otherTag], derivedFrom: world.articles.find((id) => id !== article) },
      }),
    async () => {
      const piece = { ...makeEvidence({ chain: chainOf([otherSource]) }), id: evidence }
      // With an id that is the same in both runs.
      await app.store.commit('Add evidence', async (draft) => {
        const now = await draft.need('claim', asId(claim))
        return draft.patch('claim', asId(claim), { evidence: [...now.evidence, piece] })
      })
    },
  ]
  await edits[what % edits.length]?.()
}

const someMerge = fc.record<Merge>({
  kind: fc.constantFrom<Kind>('claims', 'sources', 'tags', 'tags'),
  id: fc.nat(5),
  into: fc.nat(5),
})
const someEdit = fc.record<Edit>({
  what: fc.nat(8),
  at: fc.nat(11),
  other: fc.nat(11),
  evidence: fc.constant('').map(() => newId<'evidence'>()),
})

describe('merging and taking apart', () => {
  it('is as if nothing was merged, whatever was edited between, in any order, also in another run', async () => {
    const notebook = await newNotebook()
    let { app, backend } = notebook
    const world = await makeWorld(backend)
    const begin = await shown(backend)
    const steps = fc.array(
      fc.oneof(
        someMerge.map((merge) => ({ merge })),
        someMerge.map((merge) => ({ merge })),
        someEdit.map((change) => ({ change })),
      ),
      { minLength: 4, maxLength: 14 },
    )
    let isReopened = false
    const property = fc.asyncProperty(steps, fc.nat(), async (all, seed) => {
      const merged = new Set<string>()
      // What changes nothing is no Change.
      const changes = async (): Promise<number> => (await backend.history.list({ limit: 1 })).total
      const before = await changes()
      for (const step of all) {
        if ('change' in step) await edit({ app, backend }, world, step.change)
        else {
          const { kind, id, into } = step.merge
          const [one = '', other = ''] = [world[kind][id], world[kind][into]]
          // A circle, what was marked as different: no Change.
          const isDone = await backend[kind].merge({ id: one, into: other }).then(
            () => true,
            () => false,
          )
          if (isDone) merged.add(one)
        }
      }
      const { kept, counted } = await sums(backend)
      expect(kept).toEqual(counted)
      if (merged.size > 0 && !isReopened) {
        isReopened = true
        ;({ app, backend } = await reopen(app, notebook.folder, notebook.home))
      }
      const random = new Random(seed)
      const order = [...merged].map((id) => ({ id, at: random.next() })).sort((a, b) => a.at - b.at)
      for (const { id } of order) await backend.unmerge({ id })
      const apart = await shown(backend)
      for (let back = (await changes()) - before; back > 0; back -= 1) await backend.history.undo()
      expect(await shown(backend)).toEqual(begin)

      const edits = all.flatMap((step) => ('change' in step ? [step.change] : []))
      const begun = await changes()
      for (const change of edits) await edit({ app, backend }, world, change)
      expect(apart).toEqual(await shown(backend))
      for (let back = (await changes()) - begun; back > 0; back -= 1) await backend.history.undo()
    })
    await fc.assert(property, { numRuns: tries(2, 16), endOnFailure: true })
    expect(isReopened).toBe(true)
  })
})

describe('merging', () => {
  it('is refused in a circle, also through others', async () => {
    const { backend } = await newNotebook()
    const claims = [(await addClaim(backend, 'A')).id, (await addClaim(backend, 'B')).id]
    claims.push((await addClaim(backend, 'C')).id)
    const sources = [await person(backend, 'Ann'), await person(backend, 'Ben'), await person(backend, 'Cid')]
    for (const [kind, ids] of [
      ['claims', claims],
      ['sources', sources],
    ] as const) {
      const [a = '', b = '', c = ''] = ids
      await expect(backend[kind].merge({ id: a, into: a })).rejects.toMatchObject(refused('bad-input'))
      await backend[kind].merge({ id: a, into: b })
      await backend[kind].merge({ id: b, into: c })
      for (const id of [b, c])
        await expect(backend[kind].merge({ id, into: a })).rejects.toMatchObject(refused('bad-input'))
      expect((await backend[kind].list({})).total).toBe(1)
      await expect(backend.unmerge({ id: c })).rejects.toMatchObject(refused('bad-input'))
    }
  })

  it('of tags is refused in a circle through a merged one, too', async () => {
    const { backend } = await newNotebook()
    const [a, b] = [await backend.tags.create({ name: 'A' }), await backend.tags.create({ name: 'B' })]
    await backend.tags.merge({ id: a.id, into: b.id })
    await expect(backend.tags.merge({ id: b.id, into: a.id })).rejects.toMatchObject(refused('bad-input'))
    await expect(backend.tags.update({ id: b.id, fields: { parent: a.id } })).rejects.toMatchObject(
      refused('bad-input'),
    )
    expect(await backend.tags.list()).toHaveLength(1)
  })

  it('of a tag takes those below it along, and they come back with it', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const tag = async (name: string, parent: string | null = null): Promise<string> =>
      (await backend.tags.create({ name, parent })).id
    const [one, two, three] = [await tag('one'), await tag('two'), await tag('three')]
    const [first, second, moved] = [
      await tag('first', one),
      await tag('second', two),
      await tag('moved', one),
    ]
    await backend.tags.merge({ id: one, into: two })
    await backend.tags.merge({ id: two, into: three })
    await backend.tags.update({ id: moved, fields: { parent: second } })
    const parents = async (from: Backend): Promise<unknown> =>
      Object.fromEntries((await from.tags.list()).map(({ id, parent }) => [id, parent]))
    const all = { [three]: null, [first]: three, [second]: three, [moved]: second }
    expect(await parents(backend)).toEqual(all)
    const again = await reopen(app, folder, home)
    await again.backend.unmerge({ id: one })
    expect(await parents(again.backend)).toEqual({ ...all, [one]: null, [first]: one })
    await again.backend.unmerge({ id: two })
    const apart = { [one]: null, [two]: null, [three]: null, [first]: one, [second]: two, [moved]: second }
    expect(await parents(again.backend)).toEqual(apart)
  })

  it('of tags makes no circle for the day when they are taken apart', async () => {
    const { app, backend } = await newNotebook()
    const tag = async (name: string, parent: string | null = null): Promise<string> =>
      (await backend.tags.create({ name, parent })).id
    const above = await tag('above')
    const merged = await tag('merged', above)
    const child = await tag('child', merged)
    const target = await tag('target')
    await backend.tags.merge({ id: merged, into: target })
    await expect(backend.tags.update({ id: above, fields: { parent: child } })).rejects.toMatchObject(
      refused('bad-input'),
    )
    await expect(backend.tags.merge({ id: above, into: child })).rejects.toMatchObject(refused('bad-input'))
    await backend.tags.update({ id: child, fields: { parent: target } })
    await backend.tags.update({ id: above, fields: { parent: child } })
    await backend.unmerge({ id: merged })
    expect(Object.fromEntries((await backend.tags.list()).map(({ id, parent }) => [id, parent]))).toEqual({
      [above]: child,
      [merged]: above,
      [child]: target,
      [target]: null,
    })
    await app.store.takeInAll()
    expect(await backend.health.check()).toEqual([])
  })

  it('brings back those that merges once moved, where they still are and make no circle', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const tag = async (name: string, parent: string | null = null): Promise<string> =>
      (await backend.tags.create({ name, parent })).id
    const above = await tag('above')
    const [one, two, three] = [await tag('one', above), await tag('two'), await tag('three')]
    const [first, second] = [await tag('first', one), await tag('second', two)]
    const [moved, over] = [await tag('moved', one), await tag('over', one)]
    const oldMerge = (id: string, into: string, children: string[]): Promise<unknown> =>
      app.store.commit('Merge tags', async (draft) => {
        for (const child of children) await draft.patch('tag', asId(child), { parent: asId(into) })
        return draft.patch('tag', asId(id), { mergedInto: asId(into) })
      })
    await oldMerge(one, two, [first, moved, over])
    await oldMerge(two, three, [first, second, moved, over])
    await backend.tags.update({ id: moved, fields: { parent: second } })
    await backend.tags.update({ id: above, fields: { parent: over } })
    const { backend: later } = await reopen(app, folder, home)
    await later.unmerge({ id: two })
    await later.unmerge({ id: one })
    expect(Object.fromEntries((await later.tags.list()).map(({ id, parent }) => [id, parent]))).toEqual({
      [above]: over,
      [one]: above,
      [two]: null,
      [three]: null,
      [first]: one,
      [second]: two,
      [moved]: second,
      [over]: two,
    })
  })

  it('of a tag that another one stood below leaves that one’s place whole when it is deleted', async () => {
    const { app, backend } = await newNotebook()
    const tag = async (name: string, parent: string | null = null): Promise<string> =>
      (await backend.tags.create({ name, parent })).id
    const top = await tag('top')
    const gone = await tag('gone', top)
    const merged = await tag('merged', gone)
    const absorbed = await tag('absorbed')
    const below = await tag('below', absorbed)
    await backend.tags.merge({ id: absorbed, into: gone })
    await backend.tags.merge({ id: merged, into: await tag('other') })
    await backend.tags.remove({ id: gone })
    await backend.unmerge({ id: merged })
    expect((await backend.tags.list()).filter(({ parent }) => parent === top)).toMatchObject([
      { id: below },
      { id: merged },
    ])
    await app.store.takeInAll()
    expect(await backend.health.check()).toEqual([])
  })

  it('is not taken back where the name of a tag is another one’s by now', async () => {
    const { backend } = await newNotebook()
    const old = await backend.tags.create({ name: 'Ferry' })
    const { id } = await backend.tags.create({ name: 'Boats' })
    await backend.tags.merge({ id: old.id, into: id })
    await backend.tags.update({ id, fields: { name: 'ferry' } })
    await expect(backend.unmerge({ id: old.id })).rejects.toMatchObject(refused('bad-input'))
    await backend.tags.update({ id, fields: { name: 'Ships' } })
    await backend.unmerge({ id: old.id })
    expect((await backend.tags.list()).map(({ name }) => name)).toEqual(['Ferry', 'Ships'])
  })

  it('of claims leaves what a passage says, and where else it is said, with the one that stands for them', async () => {
    const { backend } = await newNotebook()
    const [here, there, denial] = [
      await addArticle(backend, 'Envoys met.', 'Here'),
      await addArticle(backend, 'They have met.', 'There'),
      await addArticle(backend, 'Nobody met.', 'A denial'),
    ]
    const quoted = async (article: string, quote: string): Promise<string> =>
      (await backend.annotations.createByQuote({ article, quote })).annotation.id
    const passage = await quoted(here, 'Envoys met.')
    const claim = await backend.claims.create({ statement: 'Envoys met.' })
    const other = await backend.claims.create({ statement: 'There was a meeting.' })
    const add = (id: string, annotation: string, stance: 'supports' | 'disputes') =>
      backend.claims.edit({
        ids: [id],
        edits: [{ do: 'addEvidence', stance, annotation, chain: [], note: '', completes: true }],
      })
    await add(claim.id, await quoted(there, 'They have met.'), 'supports')
    await add(claim.id, await quoted(denial, 'Nobody met.'), 'disputes')
    await add(other.id, passage, 'supports')
    await backend.claims.merge({ id: other.id, into: claim.id })
    const { claims, already } = await backend.annotations.about({ id: passage })
    expect(claims).toMatchObject([
      {
        id: claim.id,
        stance: 'supports',
        elsewhere: [
          { article: there, stance: 'supports' },
          { article: denial, stance: 'disputes' },
        ],
      },
    ])
    expect(already).toEqual([])
  })

  it('of claims counts each piece of evidence once, in the one that stands for all', async () => {
    const { backend } = await newNotebook()
    const [ann, ben] = [await person(backend, 'Ann'), await person(backend, 'Ben')]
    const article = await addArticle(backend, 'On the talks.')
    const [one, two, three] = [
      await addClaim(backend, 'They met.', [[ann], [ben]]),
      await addClaim(backend, 'They have met.', [[ann]]),
      await addClaim(backend, 'There was a meeting.', [[ben]]),
    ]
    const against = await addPiece(backend, three.id, [ann], { article, stance: 'disputes' })
    await backend.claims.merge({ id: three.id, into: two.id })
    await backend.claims.merge({ id: two.id, into: one.id })
    expect((await backend.claims.list({})).rows).toMatchObject([
      { id: one.id, supports: 4, disputes: 1, mentions: 0, articles: 1, origins: 2, originsAgainst: 1 },
    ])
    const { claims } = await backend.corroboration.of({})
    expect(claims).toMatchObject([
      { claim: one.id, corroboration: { disputes: { evidence: 1, articles: 1 } } },
    ])
    const [own, other] = [one.pieces, [...two.pieces, ...three.pieces]]
    expect(claims[0]?.corroboration.supports.origins.flatMap(({ evidence }) => evidence).sort()).toEqual(
      [...own, ...other].sort(),
    )
    const open = await backend.claims.get({ id: one.id })
    expect(open.merged.flatMap(({ evidence }) => evidence.map(({ id }) => id)).sort()).toEqual(
      [...other, against].sort(),
    )
    // One that was merged can be looked at by itself.
    expect((await backend.corroboration.of({ claims: [two.id] })).claims).toMatchObject([
      { claim: two.id, corroboration: { supports: { evidence: 2 } } },
    ])
  })
})

describe('a claim with others merged into it', () => {
  it('is listed, placed and drawn where any of their evidence is, until they are taken out', async () => {
    const { backend } = await newNotebook()
    const [ann, ben, post] = [
      await person(backend, 'Ann'),
      await person(backend, 'Ben'),
      await person(backend, 'Post', { kind: 'outlet' }),
    ]
    const { id: tag } = await backend.tags.create({ name: 'Talks' })
    const article = await addArticle(backend, 'Envoys met. Nobody else did.', 'On the talks')
    const noteOn = async (quote: string, claim?: string): Promise<string> =>
      (await backend.annotations.createByQuote({ article, quote, claim })).claim?.id ?? ''
    const other = await noteOn('Nobody else did.', 'Nobody else met.')
    const deep = await noteOn('Envoys met.', 'There was a meeting.')
    await addPiece(backend, deep, [ben, post])
    const [one, between] = [
      (await addClaim(backend, 'They met.', [[ann]])).id,
      (await addClaim(backend, 'They have met.')).id,
    ]
    await backend.claims.update({ id: one, fields: { tags: [tag], event: '2031-02' } })
    const seen = async (): Promise<unknown> => {
      const groupsBy = async (group: 'source' | 'article'): Promise<unknown> =>
        (await backend.claims.groups({ group })).map(({ name, count }) => `${name ?? 'none'} ${count}`)
      const lanes = async (by: 'source' | 'article'): Promise<unknown> =>
        (await backend.pictures.timeline({ lanes: by })).map((row) => row.lanes)
      const { links } = await backend.pictures.graph({})
      const { cells } = await backend.pictures.matrix({ against: 'source' })
      const sourceRows = async (source: string): Promise<string[]> =>
        byId((await backend.claims.list({ source })).rows).map(({ id }) => id)
      return {
        onPage: (await backend.articles.get({ id: article })).claims.map(({ id }) => id),
        count: (await backend.articles.list({})).rows.map(({ claims }) => claims),
        bySource: [await sourceRows(ann), await sourceRows(ben), await sourceRows(post)],
        groups: [await groupsBy('source'), await groupsBy('article')],
        rows: (await backend.claims.list({ group: 'source', sort: 'statement' })).rows.map(({ id }) => id),
        lanes: [await lanes('source'), await lanes('article')],
        links: links
          .filter(({ from }) => from === one)
          .map(({ to, weight }) => `${to} ${weight}`)
          .sort(),
        cells: cells.map((cell) => `${cell.other} ${cell.count}`).sort(),
      }
    }
    const apart = {
      onPage: [deep, other],
      count: [2],
      bySource: [[one], [deep], [deep]],
      groups: [
        ['Ann 1', 'Ben 1', 'none 2'],
        ['On the talks 2', 'none 2'],
      ],
      rows: [one, deep, other, between],
      lanes: [[['Ann']], [[]]],
      links: [`${ann} 1`],
      cells: [`${ann} 1`],
    }
    expect(await seen()).toEqual(apart)
    await backend.claims.merge({ id: deep, into: between })
    await backend.claims.merge({ id: between, into: one })
    expect(await seen()).toEqual({
      onPage: [one, other],
      count: [2],
      bySource: [[one], [one], [one]],
      groups: [['Ann 1', 'Ben 1', 'none 1'], ['On the talks 2']],
      rows: [one, one, other],
      lanes: [[['Ann', 'Ben']], [['On the talks']]],
      links: [`${ann} 1`, `${ben} 1`, `${article} 1`].sort(),
      cells: [ann, ben, post].map((source) => `${source} 1`).sort(),
    })
    await backend.claims.merge({ id: other, into: one })
    expect((await backend.articles.list({})).rows).toMatchObject([{ claims: 1 }])
    for (const id of [between, other, deep]) await backend.unmerge({ id })
    expect(await seen()).toEqual(apart)
  })

  it('stands under tags that were merged as under the ones that stand for them', async () => {
    const { backend } = await newNotebook()
    const tag = async (name: string): Promise<string> => (await backend.tags.create({ name })).id
    const [old, older, talks] = [await tag('Talk'), await tag('Tlk'), await tag('Talks')]
    const { id } = await backend.claims.create({ statement: 'They met.', tags: [old, older, talks] })
    await backend.claims.update({ id, fields: { event: '2031-02' } })
    await backend.tags.merge({ id: older, into: old })
    await backend.tags.merge({ id: old, into: talks })
    expect(await backend.claims.groups({ group: 'tag' })).toMatchObject([
      { id: talks, name: 'Talks', count: 1 },
    ])
    expect((await backend.claims.list({ group: 'tag' })).total).toBe(1)
    expect(await backend.pictures.timeline({ lanes: 'tag' })).toMatchObject([{ lanes: ['Talks'] }])
  })
})

describe('decisions about origins', () => {
  it('can be about evidence of merged claims, and go when the claim is taken out again', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const ann = await person(backend, 'Ann')
    const [one, two] = [
      await addClaim(backend, 'They met.', [[ann]]),
      await addClaim(backend, 'They have met.', [[ann], [ann]]),
    ]
    const [[own = ''], [other = '', third = '']] = [one.pieces, two.pieces]
    const apart = { claim: one.id, evidence: other, with: null, reason: 'She saw it herself' }
    await expect(rule(backend, apart)).rejects.toMatchObject(refused('bad-input'))
    await backend.claims.merge({ id: two.id, into: one.id })
    await rule(backend, apart)
    expect(await origins(backend, one.id)).toEqual(sets([own, third], [other]))
    expect((await backend.claims.list({})).rows).toMatchObject([{ origins: 2 }])
    // The merged claim is as it was.
    expect(await origins(backend, two.id)).toEqual(sets([other, third]))
    const again = await reopen(app, folder, home)
    await again.backend.unmerge({ id: two.id })
    expect(await origins(again.backend, two.id)).toEqual(sets([other, third]))
    await again.backend.claims.merge({ id: two.id, into: one.id })
    expect(await origins(again.backend, one.id)).toEqual(sets([own, third], [other]))
  })

  it('that were made before a merge count after it, until they are taken back or made anew', async () => {
    const { backend } = await newNotebook()
    const [ann, ben] = [await person(backend, 'Ann'), await person(backend, 'Ben')]
    const [one, two] = [
      await addClaim(backend, 'They met.', [[ann]]),
      await addClaim(backend, 'They have met.', [[ann], [ben]]),
    ]
    const [[own = ''], [other = '', third = '']] = [one.pieces, two.pieces]
    const decide = (
      claim: string,
      evidence: string,
      partner: string | null,
      reason: string,
    ): Promise<unknown> => rule(backend, { claim, evidence, with: partner, reason })
    const reasons = async (): Promise<string[]> => {
      const { claims } = await backend.corroboration.of({ claims: [one.id] })
      const found = claims[0]?.corroboration.supports.origins ?? []
      return found.flatMap((origin) => [
        ...origin.apart,
        ...origin.reasons.flatMap(({ kind, words }) => (kind === 'by-hand' ? [words] : [])),
      ])
    }
    await decide(two.id, other, null, 'seen herself')
    await decide(two.id, other, third, 'one desk')
    await backend.claims.merge({ id: two.id, into: one.id })
    expect(await origins(backend, one.id)).toEqual(sets([own], [other, third]))
    expect((await backend.claims.list({})).rows).toMatchObject([{ origins: 2 }])
    // The newest about the same counts, whichever of the two is named first, and in whichever claim it was made.
    await decide(one.id, third, other, 'two desks, one room')
    expect(await reasons()).toEqual(['seen herself', 'two desks, one room'])
    // Taken apart later, it is not together with anything any more.
    await decide(one.id, third, null, 'another room')
    expect(await origins(backend, one.id)).toEqual(sets([own], [other], [third]))
    await unrule(backend, { claim: one.id, evidence: other })
    expect(await reasons()).toEqual(['another room'])
    expect(await origins(backend, one.id)).toEqual(sets([own, other], [third]))
    expect(speak((await backend.history.undo()).label)).toContain('Take back decisions')
    expect(await origins(backend, one.id)).toEqual(sets([own], [other], [third]))
  })
})

describe('the origins in the list of claims', () => {
  it.each([1, 2, 3, 4].slice(0, tries(1, 4)))(
    'are those of a model made anew, after each of many edits (seed %i)',
    async (seed) => {
      const { app, backend, folder, home } = await newNotebook()
      const edits = originEdits(backend, await makeWorld(backend), new Random(seed))
      const random = new Random(seed + 1_000)
      for (let step = 0; step < 80; step += 1) {
        // What cannot be done just now (gone, a circle) is no Change.
        await attempt(random.pick(edits))
        const { kept, counted } = await sums(backend)
        expect(kept, `after step ${step}`).toEqual(counted)
      }
      const { kept } = await sums(backend)
      await app.close()
      await rm(join(folder, '.cache'), { recursive: true })
      const again = await reopen(app, folder, home)
      expect((await sums(again.backend)).kept).toEqual(kept)
    },
  )

  it('follow what sources derive from, through merged ones, too', async () => {
    const { backend } = await newNotebook()
    const table = await person(backend, 'A table')
    const merged = await person(backend, 'Tables of the office')
    const office = await person(backend, 'The office')
    const census = await person(backend, 'A census')
    const register = await person(backend, 'A register')
    const other = await person(backend, 'Another table', { derivedFrom: register })
    const { id } = await addClaim(backend, 'Few were counted.', [[table], [other]])
    await backend.sources.update({ id: table, fields: { derivedFrom: merged } })
    await backend.sources.merge({ id: merged, into: office })
    await backend.sources.update({ id: office, fields: { derivedFrom: census } })
    const listed = async (): Promise<unknown> =>
      (await backend.claims.list({})).rows.map((row) => row.origins)
    expect(await listed()).toEqual([2])
    await backend.sources.update({ id: census, fields: { derivedFrom: register } })
    expect(await origins(backend, id)).toHaveLength(1)
    expect(await listed()).toEqual([1])
    await backend.sources.update({ id: census, fields: { derivedFrom: null } })
    expect(await listed()).toEqual([2])
  })

  it('are two again when sources that were possibly the same are not', async () => {
    const { backend } = await newNotebook()
    const [ann, ben, b] = [
      await person(backend, 'Ann'),
      await person(backend, 'Ben'),
      await person(backend, 'B.'),
    ]
    await backend.sources.update({ id: b, fields: { possiblySame: [ann] } })
    await addClaim(backend, 'They met.', [[ann], [ben]])
    const listed = async (): Promise<unknown> =>
      (await backend.claims.list({})).rows.map((row) => row.origins)
    expect(await listed()).toEqual([2])
    await backend.sources.merge({ id: b, into: ben })
    expect(await listed()).toEqual([1])
    await backend.names.refuse({ id: ann, other: ben })
    expect(await listed()).toEqual([2])
    await backend.names.allow({ id: ann, other: ben })
    expect(await listed()).toEqual([1])
  })
})

describe('many claims at once', () => {
  it('are changed where they are not so already, in one step', async () => {
    const { backend } = await newNotebook()
    const [one, two, three] = [
      await addClaim(backend, 'One.'),
      await addClaim(backend, 'Two.'),
      await addClaim(backend, 'Three.'),
    ]
    const ids = [one.id, two.id, three.id]
    const { id: tag } = await backend.tags.create({ name: 'Talks' })
    const source = await person(backend, 'Ann')
    const before = await shown(backend)
    expect(await bulk(backend, { ids, status: 'disputed', kind: 'denial' })).toEqual({ changed: 3 })
    expect(await bulk(backend, { ids, status: 'disputed', kind: 'denial' })).toEqual({ changed: 0 })
    const relate = { kind: 'contradicts', claim: three.id } as const
    const link = { source, stance: 'disputes' } as const
    expect(await bulk(backend, { ids, addTags: [tag], relate, link })).toEqual({ changed: 3 })
    expect((await backend.claims.list({ sort: 'created' })).rows).toMatchObject(
      ids.map((id) => ({
        id,
        status: 'disputed',
        kind: 'denial',
        disputes: 1,
        originsAgainst: 1,
        tags: [tag],
      })),
    )
    expect((await backend.claims.get({ id: three.id })).claim.relations).toEqual([])
    expect((await backend.claims.get({ id: one.id })).claim.relations).toEqual([relate])
    expect(speak((await backend.history.undo()).label)).toBe('Change 3 claims at once')
    await backend.history.undo()
    expect(await shown(backend)).toEqual(before)
  })

  it('are not changed when what they are to be linked with is not there', async () => {
    const { backend } = await newNotebook()
    const { id } = await addClaim(backend, 'One.')
    const before = await shown(backend)
    const gone = newId()
    for (const more of [
      { link: { source: gone, stance: 'supports' as const } },
      { relate: { kind: 'refines' as const, claim: gone } },
      { ids: [id, gone], status: 'refuted' as const },
    ])
      await expect(bulk(backend, { ids: [id], ...more })).rejects.toMatchObject(refused('not-found'))
    expect(await shown(backend)).toEqual(before)
  })

  it('lose a tag with those that were merged into it', async () => {
    const { backend } = await newNotebook()
    const { id } = await addClaim(backend, 'One.')
    const [old, tag] = [
      await backend.tags.create({ name: 'Talk' }),
      await backend.tags.create({ name: 'Talks' }),
    ]
    await backend.claims.update({ id, fields: { tags: [old.id] } })
    await backend.tags.merge({ id: old.id, into: tag.id })
    expect(await bulk(backend, { ids: [id], removeTags: [tag.id] })).toEqual({ changed: 1 })
    expect(await backend.tags.list()).toMatchObject([{ id: tag.id, claims: 0 }])
  })
})

describe('a chain set by names', () => {
  const hop = (name: string, kind: NamedHop['kind'] = 'person'): NamedHop => ({
    name,
    kind,
    mode: 'says',
    verbatim: true,
    groundRule: 'background',
    words: `${name} says`,
  })
  const names = async (backend: Backend): Promise<string[]> =>
    (await backend.sources.list({})).rows.map(({ name, kind }) => `${name} (${kind})`)

  it('takes whoever bears a name already, and makes the others', async () => {
    const { backend } = await newNotebook()
    const council = await person(backend, 'Maritime Council', {
      kind: 'organisation',
      aliases: [{ name: 'The Council', annotation: null }],
    })
    const { id, pieces } = await addClaim(backend, 'They met.', [[]])
    const chain = [hop('the council'), hop('Post', 'outlet')]
    const set = await setChain(backend, { claim: id, evidence: pieces[0] ?? '', chain })
    expect(set.evidence[0]?.chain).toMatchObject([
      { source: council, mode: 'says', verbatim: true, groundRule: 'background', words: 'the council says' },
      { words: 'Post says' },
    ])
    expect(await names(backend)).toEqual(['Maritime Council (organisation)', 'Post (outlet)'])
    await expect(
      setChain(backend, { claim: id, evidence: newId(), chain: [hop('Nobody')] }),
    ).rejects.toMatchObject(refused('not-found'))
    expect(await names(backend)).toHaveLength(2)
  })

  it('takes people without a name for the same only where they spoke to the same', async () => {
    const { backend } = await newNotebook()
    const { id, pieces } = await addClaim(backend, 'They met.', [[], [], []])
    const [one = '', two = '', three = ''] = pieces
    const set = (evidence: string, ...chain: NamedHop[]): Promise<unknown> =>
      setChain(backend, { claim: id, evidence, chain })
    const official = hop('A senior official', 'anonymous')
    await set(one, official, hop('Wire', 'outlet'), hop('Post', 'outlet'))
    await set(two, official, hop('Wire', 'outlet'), hop('Star', 'outlet'))
    await set(three, hop('a senior official', 'anonymous'), hop('Echo', 'outlet'))
    expect((await names(backend)).filter((name) => /official/.test(name))).toHaveLength(2)
    expect(await origins(backend, id)).toEqual(sets([one, two], [three]))
    // Again, it is the one that is there.
    const before = await names(backend)
    await set(three, official, hop('Star', 'outlet'))
    expect(await names(backend)).toEqual(before)
  })
})

describe('linking by names', () => {
  it('takes people without a name for the same only where they spoke to the same', async () => {
    const { backend } = await newNotebook()
    const { id } = await addClaim(backend, 'They met.')
    const link = async (name: string, kind: 'anonymous' | undefined, ...via: string[]): Promise<string[]> => {
      const chain = [{ name, kind }, ...via.map((one) => ({ name: one }))]
      const { evidence } = await linkEvidence(backend, { claim: id, stance: 'supports', chain })
      return (evidence.at(-1)?.chain ?? []).map(({ source }) => source)
    }
    const [first, wire] = await link('A senior official', 'anonymous', 'Wire', 'Post')
    expect(await link('a senior official', 'anonymous', 'Wire')).toEqual([first, wire])
    const [second, echo] = await link('A senior official', 'anonymous', 'Echo')
    const [third] = await link('A senior official', 'anonymous')
    // Also where the kind is left open, and nobody with a name is called so.
    expect((await link('A senior official', undefined, 'Echo'))[0]).toBe(second)
    const [fourth] = await link('A senior official', undefined)
    expect(new Set([first, second, third, fourth]).size).toBe(4)
    await person(backend, 'Spokesman')
    expect((await link('spokesman', undefined, 'Echo'))[1]).toBe(echo)
    const { rows } = await backend.sources.list({})
    expect(rows.map(({ name, kind }) => `${name} (${kind})`).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'A senior official (anonymous)'),
      ...['Echo (outlet)', 'Post (outlet)', 'Spokesman (person)', 'Wire (outlet)'],
    ])
    expect((await backend.claims.list({})).rows).toMatchObject([{ supports: 7, origins: 5 }])
  })
})

describe('what is left to be done', () => {
  it('is set aside with a reason, kept over a restart, and offered again', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const ann = await person(backend, 'Ann')
    const { id } = await addClaim(backend, 'They met.', [[ann]])
    const open = async (from: Backend, dismissed = false): Promise<string[]> =>
      (await from.openWork.list({ dismissed })).map(
        ({ what, id: of, dismissed: why }) => `${what} ${of} ${why ?? ''}`,
      )
    const both = [`one-origin ${id} `, `ungraded-source ${ann} `]
    expect(await open(backend)).toEqual(both)
    const aside = { kind: 'claim', id, what: 'one-origin' } as const
    await backend.openWork.dismiss({ ...aside, reason: 'Nobody else was there' })
    await backend.openWork.dismiss({
      kind: 'source',
      id: ann,
      what: 'ungraded-source',
      reason: 'Known to me',
    })
    expect(await open(backend)).toEqual([])
    const why = [`one-origin ${id} Nobody else was there`, `ungraded-source ${ann} Known to me`]
    expect(await open(backend, true)).toEqual(why)
    const again = await reopen(app, folder, home)
    expect(await open(again.backend, true)).toEqual(why)
    // A new reason replaces the old one.
    await again.backend.openWork.dismiss({ ...aside, reason: 'She was alone' })
    await again.backend.openWork.recall({ kind: 'source', id: ann, what: 'ungraded-source' })
    expect(await open(again.backend, true)).toEqual([`one-origin ${id} She was alone`, both[1]])
    await again.backend.openWork.recall(aside)
    expect(await open(again.backend)).toEqual(both)
    expect(speak((await again.backend.history.undo()).label)).toBe('Offer something about “They met.” again')
    expect(await open(again.backend)).toEqual([both[1]])
  })

  it('is gone by itself with a second origin, and comes back as it was set aside', async () => {
    const { backend } = await newNotebook()
    const [ann, ben] = [await person(backend, 'Ann'), await person(backend, 'Ben')]
    const [one, two] = [
      await addClaim(backend, 'They met.', [[ann]]),
      await addClaim(backend, 'They have met.', [[ben]]),
    ]
    const ofOne = async (): Promise<unknown> =>
      (await backend.openWork.list({ dismissed: true })).flatMap(({ what, id, dismissed }) =>
        what === 'one-origin' && id === one.id ? [dismissed] : [],
      )
    await backend.openWork.dismiss({ kind: 'claim', id: one.id, what: 'one-origin', reason: 'Her own words' })
    await backend.claims.merge({ id: two.id, into: one.id })
    expect(await ofOne()).toEqual([])
    await backend.unmerge({ id: two.id })
    expect(await ofOne()).toEqual(['Her own words'])
  })

  it('about one of two contradictions is set aside alone, and refused for what is not there', async () => {
    const { backend } = await newNotebook()
    const [one, two, three] = [
      await addClaim(backend, 'They met.'),
      await addClaim(backend, 'They did not.'),
      await addClaim(backend, 'Nobody came.'),
    ]
    for (const { id } of [two, three]) await relate(backend, one.id, { kind: 'contradicts', claim: id })
    const aside = { kind: 'claim', id: one.id, what: 'contradiction', about: two.id } as const
    await backend.openWork.dismiss({ ...aside, reason: 'Of another day' })
    expect(await backend.openWork.list({})).toMatchObject([{ what: 'contradiction', about: three.id }])
    for (const kind of ['claim', 'source', 'article', 'annotation'] as const) {
      const gone = { ...aside, kind, id: newId() }
      await expect(backend.openWork.dismiss({ ...gone, reason: 'x' })).rejects.toMatchObject(
        refused('not-found'),
      )
      await expect(backend.openWork.recall(gone)).rejects.toMatchObject(refused('not-found'))
    }
    await expect(backend.openWork.dismiss({ ...aside, reason: ' ' })).rejects.toThrow()
    expect(await backend.openWork.list({})).toHaveLength(1)
  })
})

describe('names that are probably of one', () => {
  it('are not offered again when they were refused, nor merged, and are when that is taken back', async () => {
    const { backend } = await newNotebook()
    const one = await person(backend, 'Oban Teller')
    const other = await person(backend, 'O. Teller', { possiblySame: [one] })
    const offered = async (): Promise<string[][]> =>
      (await backend.names.clusters()).clusters.map(({ sources }) => sources.toSorted())
    const both = [[one, other].sort()]
    expect(await offered()).toEqual(both)
    await backend.names.refuse({ id: one, other })
    expect(await offered()).toEqual([])
    expect((await backend.sources.get({ id: other })).source.possiblySame).toEqual([])
    for (const [id, into] of [
      [one, other],
      [other, one],
    ] as const)
      await expect(backend.sources.merge({ id, into })).rejects.toMatchObject(refused('bad-input'))
    // It is taken back from whichever side.
    await backend.names.allow({ id: other, other: one })
    expect(await offered()).toEqual(both)
    await backend.sources.merge({ id: other, into: one })
    expect(await offered()).toEqual([])
    await expect(backend.names.refuse({ id: one, other: one })).rejects.toMatchObject(refused('bad-input'))
    await expect(backend.names.refuse({ id: one, other: newId() })).rejects.toMatchObject(
      refused('not-found'),
    )
  })

  it('are not merged through others that were refused, until that is taken back for all of them', async () => {
    const { backend } = await newNotebook()
    const [one, other] = [await person(backend, 'Oban Teller'), await person(backend, 'O. Teller')]
    const [mine, theirs] = [await person(backend, 'Obann Teller'), await person(backend, 'O. B. Teller')]
    const third = await person(backend, 'Teller')
    await backend.names.refuse({ id: mine, other: theirs })
    await backend.names.refuse({ id: third, other: mine })
    await backend.sources.merge({ id: mine, into: one })
    await backend.sources.merge({ id: theirs, into: other })
    const merge = (id: string, into: string): Promise<unknown> => backend.sources.merge({ id, into })
    for (const [id, into] of [
      [one, other],
      [other, one],
      // Also into one that was merged itself, and by moving one on.
      [other, mine],
      [theirs, one],
    ] as const)
      await expect(merge(id, into)).rejects.toMatchObject({
        message: expect.stringMatching(/“O\. B\. Teller”.*not the same/) as string,
      })
    await backend.names.allow({ id: other, other: one })
    expect((await backend.sources.get({ id: mine })).source.mustNotMerge).toEqual([])
    expect((await backend.sources.get({ id: third })).source.mustNotMerge).toEqual([mine])
    await merge(other, one)
    await expect(merge(third, one)).rejects.toMatchObject(refused('bad-input'))
    expect((await backend.sources.list({})).total).toBe(2)
  })
})

describe('reprints', () => {
  const paragraph =
    'Envoys of both sides held talks on the island of Lorne in late February, two people who were briefed on them said, in what would be the first contact since the straits were closed.'

  it('are found, confirmed, set aside, and found again without the cache', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const wire = await addArticle(backend, `${paragraph}\n\nThe agency could not reach anybody else.`, 'Wire')
    const own = await addArticle(
      backend,
      'The inn of the island was closed for the whole of the week.',
      'Own',
    )
    const copy = await addArticle(backend, `From our correspondents.\n\n${paragraph}`, 'Copy')
    const [ann, ben] = [await person(backend, 'Ann'), await person(backend, 'Ben')]
    const { id } = await addClaim(backend, 'They met.')
    const pieces = [await addPiece(backend, id, [ann], { article: wire })]
    pieces.push(await addPiece(backend, id, [ben], { article: copy }))

    const rows = await backend.reprints.list()
    expect(rows).toMatchObject([
      { articles: [wire, copy], titles: ['Wire', 'Copy'], passages: 1, repeats: null, dismissed: null },
    ])
    for (const articles of [
      [wire, copy],
      [copy, wire],
    ] as [string, string][]) {
      const [passage] = await backend.reprints.passages({ articles })
      expect(passage).toMatchObject({ texts: [paragraph.slice(0, -1), paragraph.slice(0, -1)], likeness: 1 })
      expect(passage?.spans.map(({ start }) => start)).toEqual(articles.map((one) => (one === wire ? 0 : 25)))
    }
    await expect(backend.reprints.passages({ articles: [wire, own] })).rejects.toMatchObject(
      refused('not-found'),
    )

    const edited = [rows[0]?.modified[0], expect.any(String)]
    // Nothing is one before the user says so.
    expect(await origins(backend, id)).toHaveLength(2)
    await backend.articles.update({ id: copy, fields: { derivedFrom: wire } })
    expect(await backend.reprints.list()).toMatchObject([{ repeats: 1 }])
    expect(await origins(backend, id)).toEqual(sets(pieces))
    await app.close()
    await rm(join(folder, '.cache'), { recursive: true })
    const second = await reopen(app, folder, home)
    expect(await second.backend.reprints.list()).toEqual([{ ...rows[0], repeats: 1, modified: edited }])

    await second.backend.articles.update({ id: copy, fields: { derivedFrom: null } })
    expect(await origins(second.backend, id)).toHaveLength(2)
    const aside = { kind: 'article', id: copy, what: 'reprint', about: wire } as const
    await second.backend.openWork.dismiss({ ...aside, reason: 'Both quote a press release' })
    await second.app.close()
    await rm(join(folder, '.cache'), { recursive: true })
    const { backend: last } = await reopen(second.app, folder, home)
    expect(await last.reprints.list()).toEqual([
      { ...rows[0], dismissed: 'Both quote a press release', modified: edited },
    ])
    await last.openWork.recall(aside)
    expect(await last.reprints.list()).toEqual([{ ...rows[0], modified: edited }])
    await last.articles.remove({ id: copy })
    expect(await last.reprints.list()).toEqual([])
    await last.history.undo()
    expect(await last.reprints.list()).toEqual([{ ...rows[0], modified: edited }])
  })
})

describe('confidential sources', () => {
  const secrets = {
    name: 'Secretname',
    aliases: [{ name: 'Secretalias', annotation: null }],
    descriptor: 'secretdescriptor',
    role: 'secretrole',
    affiliation: 'secretaffiliation',
    access: 'secretaccess',
    anonymityReason: 'secretreason',
    note: 'secretnote',
    reliability: { grade: 'B', reason: 'secretgrade' },
    confidential: true,
  } satisfies Plain<SourceFields>

  /** All that an export writes, the names of the files with it, and how many sources it says to have withheld. */
  async function exported(
    backend: Backend,
    folder: string,
    asked: { format: string; claims?: string[] },
  ): Promise<{ text: string; withheld: number; index: string }> {
    const template = { fileName: 'all.json.liquid', text: '{{ notebook | json }}' }
    const more = asked.format === 'template' ? { ...asked, template } : asked
    const done = (await Array.fromAsync(await backend.exports.run({ ...more, folder }))).at(-1)
    if (done?.type !== 'done') throw new Error(`the export ended with ${JSON.stringify(done)}`)
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    )
    const contents = await Promise.all(
      files.map(async (one) => `${one.name}\n${await readFile(join(one.parentPath, one.name), 'utf8')}`),
    )
    const { files: paths } = await backend.exports.preview(more)
    const previews = await Promise.all(paths.map((path) => backend.exports.preview({ ...more, path })))
    const text = [...contents, ...previews.map(({ path, content }) => `${path}\n${content}`)].join('\n')
    const index = previews.find(({ path }) => path.startsWith('index'))?.content ?? ''
    return { text, withheld: done.withheld, index }
  }

  it('are known to the window with all that they were merged with, until they are taken apart', async () => {
    const { backend } = await newNotebook()
    const [hidden, ann] = [await person(backend, 'Hidden', secrets), await person(backend, 'Ann')]
    await person(backend, 'Ben')
    const listed = async (): Promise<unknown> =>
      (await backend.sources.names()).map(({ name, confidential }) => [name, confidential])
    await backend.sources.merge({ id: hidden, into: ann })
    expect((await backend.sources.names()).map(({ absorbed }) => absorbed)).toEqual([[hidden], []])
    expect(await listed()).toEqual([
      ['Ann', true],
      ['Ben', false],
    ])
    await backend.unmerge({ id: hidden })
    expect(await listed()).toEqual([
      ['Ann', false],
      ['Ben', false],
      ['Secretname', true],
    ])
  })

  it.each(exporters.map((one) => one.format))(
    'show by nothing in an export as %s, which says how many there are',
    async (format) => {
      const { backend, home } = await newNotebook()
      const hidden = await person(backend, 'Secretname', secrets)
      const outlet = await person(backend, 'Secretpaper', { kind: 'outlet', confidential: true })
      const open = await person(backend, 'Ann')
      const article = await addArticle(backend, 'On the talks.')
      await backend.articles.update({ id: article, fields: { outletName: 'Secretpaper' } })
      const { id } = await addClaim(backend, 'They met.')
      const hops = chainOf([hidden, open, outlet]).map((hop) => ({ ...hop, words: 'Secretname told us' }))
      await addEvidence(backend, id, { article: asId(article), chain: hops, note: 'my own words' })
      const figure = {
        low: 2,
        high: 2,
        qualifier: 'exactly' as const,
        unit: 'envoys',
        scope: '',
        asOf: null,
        claimant: hidden,
      }
      await backend.claims.update({ id, fields: { accused: [hidden], quantity: figure } })
      const folder = join(home, 'export')
      for (const claims of [[], [id]]) {
        const { text, withheld, index } = await exported(backend, folder, { format, claims })
        expect(text.toLowerCase()).not.toContain('secret')
        expect(text).toMatch(/confidential source/i)
        // What the user has written is the user’s to keep clean.
        expect(text).toContain('my own words')
        expect(withheld).toBe(2)
        if (format === 'markdown') expect(index).toContain('2 confidential sources are withheld')
      }
    },
  )

  it.each(exporters.map((one) => one.format))(
    'stay so in an export as %s when they are merged, either way',
    async (format) => {
      const { backend, home } = await newNotebook()
      const hidden = await person(backend, 'Secretname', secrets)
      const other = await person(backend, 'Secretspelling')
      const open = await person(backend, 'Ann')
      await addClaim(backend, 'They met.', [[hidden], [other], [open]])
      const folder = join(home, 'export')
      for (const [id, into] of [
        [other, hidden],
        [hidden, other],
      ] as const) {
        await backend.sources.merge({ id, into })
        const { text, withheld } = await exported(backend, folder, { format })
        expect(text.toLowerCase()).not.toContain('secret')
        expect(text).toContain('Ann')
        // The two are one.
        expect(withheld).toBe(1)
        await backend.unmerge({ id })
      }
      expect((await exported(backend, folder, { format })).text).toContain('Secretspelling')
    },
  )
})
