import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import type { Backend } from '../../support/backend.ts'
import { annotationSorts, articleSorts, claimSorts, sourceSorts } from '../../../src/core/listing/queries.ts'
import { attempt } from '../../support/attempt.ts'
import { tries } from '../../support/length.ts'
import { newNotebook, reopen } from '../../support/notebooks.ts'
import { linkEvidence } from '../../support/claim-edits.ts'

/** Everything that lists, counts and searches answer. Rows that an order leaves equal are compared by id. */
async function everything(backend: Backend): Promise<unknown> {
  const byId = <T extends { id: string }>(rows: T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const keysOf = <T>(rows: T[], key: (row: T) => unknown): unknown[] => rows.map(key)
  const tags = await backend.tags.list()
  const answers: unknown[] = [
    tags.map((tag) => ({ ...tag, absorbed: tag.absorbed.toSorted() })),
    await backend.trash.list(),
  ]
  const sorted = (rows: { id: string; tags: string[] }[]): unknown =>
    byId(rows).map((row) => ({ ...row, tags: row.tags.toSorted() }))
  for (const sort of articleSorts) {
    const { rows, total } = await backend.articles.list({ sort })
    answers.push([
      sort,
      total,
      sorted(rows),
      keysOf(rows, (row) => (sort === 'created' ? row.created : row[sort])),
    ])
  }
  for (const sort of claimSorts) {
    const { rows, total } = await backend.claims.list({ sort })
    answers.push([sort, total, sorted(rows), keysOf(rows, (row) => row[sort])])
  }
  for (const sort of sourceSorts) {
    const { rows, total } = await backend.sources.list({ sort })
    answers.push([sort, total, byId(rows)])
  }
  for (const sort of annotationSorts)
    answers.push([sort, sorted((await backend.annotations.list({ sort })).rows)])
  for (const { id } of tags) {
    answers.push(
      [
        id,
        ...[
          backend.articles.list({ tag: id }),
          backend.claims.list({ tag: id }),
          backend.annotations.list({ tag: id }),
        ],
        backend.sources.list({ tag: id }),
      ].map(async (answer) =>
        typeof answer === 'string'
          ? answer
          : byId((await answer).rows as { id: string }[]).map((row) => row.id),
      ),
    )
  }
  const { sources, ...facets } = await backend.facets()
  answers.push(facets, byId(sources))
  for (const text of ['talks', 'claim', 'tag', 'source', 'on'])
    answers.push((await backend.search({ text, limit: 200 })).map(({ id }) => id).sort())
  answers.push((await backend.history.list({ limit: 1000 })).rows.map(({ id, state }) => `${id} ${state}`))
  return Promise.all(answers.map((answer) => (Array.isArray(answer) ? Promise.all(answer) : answer)))
}

/** So many edits of all kinds, many of which change what others count for. @returns how many more could not be made */
async function editAtRandom(backend: Backend, random: Random, count: number): Promise<number> {
  let n = 0
  const tagIds = async (): Promise<string[]> => (await backend.tags.list()).map(({ id }) => id)
  const claimIds = async (): Promise<string[]> => (await backend.claims.list({})).rows.map(({ id }) => id)
  const articleIds = async (): Promise<string[]> => (await backend.articles.list({})).rows.map(({ id }) => id)
  const sourceIds = async (): Promise<string[]> => (await backend.sources.list({})).rows.map(({ id }) => id)
  const some = (ids: string[]): string[] => ids.filter(() => random.next() < 0.3).slice(0, 3)
  const tag = (): Promise<unknown> => backend.tags.create({ name: `tag ${(n += 1)}` })
  const paste = (): Promise<unknown> =>
    backend.articles.paste({
      content: `The talks ${(n += 1)} went on and on. On the island.`,
      mediaType: 'text/plain',
      title: `Article ${n}`,
    })
  const quote = async (): Promise<unknown> =>
    backend.annotations.createByQuote({
      article: random.pick(await articleIds()),
      quote: 'on',
      occurrence: 1 + random.below(2),
      tags: some(await tagIds()),
      claim: `A claim ${(n += 1)}`,
    })
  const link = async (): Promise<unknown> =>
    linkEvidence(backend, {
      claim: random.pick(await claimIds()),
      stance: random.pick(['supports', 'disputes', 'mentions'] as const),
      chain: [{ name: `source ${random.below(8)}` }, { name: random.pick(['Post', 'Wire']) }],
    })
  const edits: (() => Promise<unknown>)[] = [
    tag,
    async () =>
      backend.tags.update({
        id: random.pick(await tagIds()),
        fields: { parent: random.pick(await tagIds()) },
      }),
    async () =>
      backend.tags.update({ id: random.pick(await tagIds()), fields: { name: `renamed tag ${(n += 1)}` } }),
    async () => backend.tags.merge({ id: random.pick(await tagIds()), into: random.pick(await tagIds()) }),
    async () => backend.tags.remove({ id: random.pick(await tagIds()) }),
    paste,
    async () =>
      backend.articles.update({
        id: random.pick(await articleIds()),
        fields: {
          tags: some(await tagIds()),
          outletName: random.pick(['Post', 'Wire', 'Gazette', '']),
          reading: random.pick(['unread', 'read'] as const),
        },
      }),
    async () => backend.articles.remove({ id: random.pick(await articleIds()) }),
    quote,
    async () => {
      const { rows } = await backend.annotations.list({})
      await backend.annotations.update({ id: random.pick(rows).id, fields: { tags: some(await tagIds()) } })
    },
    async () => {
      const { rows } = await backend.annotations.list({})
      await backend.annotations.remove({ id: random.pick(rows).id })
    },
    link,
    async () =>
      backend.claims.update({
        id: random.pick(await claimIds()),
        fields: { tags: some(await tagIds()), status: random.pick(['disputed', 'confirmed'] as const) },
      }),
    async () => backend.claims.remove({ id: random.pick(await claimIds()) }),
    async () =>
      backend.sources.merge({ id: random.pick(await sourceIds()), into: random.pick(await sourceIds()) }),
    async () =>
      backend.sources.update({ id: random.pick(await sourceIds()), fields: { name: `source ${(n += 1)}` } }),
    async () => backend.trash.restore({ id: random.pick(await backend.trash.list()).id }),
    () => backend.history.undo(),
    () => backend.history.undo(),
    () => backend.history.redo(),
  ]
  // Something of each kind is there from the beginning: so nearly all that is tried can be done.
  for (const make of [paste, paste, paste, tag, tag, tag, quote, quote, quote, link, link]) await make()
  let [made, refused] = [0, 0]
  // What cannot be done just now (nothing deleted yet, a tag below itself) is no Change, and another edit takes its place.
  while (made < count)
    if (await attempt(random.pick(edits))) made += 1
    else refused += 1
  return refused
}

describe('the read model', () => {
  it.each([1, 2, 3, 4].slice(0, tries(1, 4)))(
    'kept through random edits is the one that is made anew (seed %i)',
    async (seed) => {
      const { app, backend, folder, home } = await newNotebook()
      expect(await editAtRandom(backend, new Random(seed), 100)).toBeLessThan(25)
      const kept = await everything(backend)
      expect(await backend.health.check()).toEqual([])
      await app.close()
      await rm(join(folder, '.cache'), { recursive: true })
      const again = await reopen(app, folder, home)
      expect(await everything(again.backend)).toEqual(kept)
    },
  )
})
