import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import type { App } from '../../../src/backend/app.ts'
import { folderBefore } from '../../../src/backend/export/folder-before.ts'
import { LastExport } from '../../../src/backend/export/last-export.ts'
import { planOf } from '../../../src/backend/export/plan.ts'
import { outgoing, prepareExport } from '../../../src/backend/export/prepare-export.ts'
import { readExportInput } from '../../../src/backend/export/read-export-input.ts'
import { askedSince, renewal } from '../../../src/backend/export/renew-export.ts'
import { ExportSelection, type ExportEvent } from '../../../src/contract/exports.ts'
import { asId } from '../../../src/core/records/base.ts'
import { Enclosure } from '../../../src/storage/enclosure.ts'
import { attempt } from '../../support/attempt.ts'
import type { Backend } from '../../support/backend.ts'
import { tries } from '../../support/length.ts'
import { newNotebook } from '../../support/notebooks.ts'
import { makeWorld, originEdits, type World } from '../../support/world.ts'

type Done = Extract<ExportEvent, { type: 'done' }>
async function run(backend: Backend, folder: string): Promise<Done> {
  const last = (await Array.fromAsync(await backend.exports.run({ folder }))).at(-1)
  if (last?.type !== 'done') throw new Error(JSON.stringify(last))
  return last
}

/** Which files would be made anew; null for all. */
async function toRenew({ store, thread }: App, folder: string): Promise<number | null> {
  const plan = await planOf(ExportSelection.parse({}))
  const target = new Enclosure(folder)
  const last = await LastExport.open(new Enclosure(store.folder), folder, plan.by)
  try {
    const since = await askedSince({ store, thread }, plan, last)
    const before = await folderBefore(target, plan.by, last)
    return since && ((await renewal({ store, thread }, plan, before, { last, since }))?.only.size ?? null)
  } finally {
    last.close()
  }
}

/** What stands in the files of a folder. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort()
  const read = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
  return Object.fromEntries(await Promise.all(read))
}

/** What was remembered is gone: everything is made anew. */
async function forget(notebook: string): Promise<void> {
  const cache = join(notebook, '.cache')
  for (const name of await readdir(cache)) if (name.startsWith('export-')) await rm(join(cache, name))
}

/** Edits of everything that stands in files, besides those that change origins. */
function moreEdits(backend: Backend, world: World, random: Random): (() => Promise<unknown>)[] {
  const { articles, claims, sources, tags } = world
  const [claim, source, article] = [claims, sources, articles].map((ids) => (): string => random.pick(ids))
  const word = (): string => random.pick(['one', 'two', 'three', 'four'])
  if (!claim || !source || !article) return []
  return [
    () => backend.claims.update({ id: claim(), fields: { statement: `${word()} of ${word()} met` } }),
    () => backend.claims.update({ id: claim(), fields: { status: random.pick(['disputed', 'confirmed']) } }),
    () => backend.claims.update({ id: claim(), fields: { note: word(), event: '2031-05' } }),
    () => backend.claims.update({ id: claim(), add: { tags: [random.pick(tags)] } }),
    () =>
      backend.claims.edit({
        ids: [claim()],
        edits: [{ do: 'addRelation', kind: random.pick(['contradicts', 'refines']), claim: claim() }],
      }),
    () => backend.claims.update({ id: claim(), fields: { accused: [source()] } }),
    async () => {
      const made = await backend.claims.create({ statement: `A new one on ${word()}` })
      claims.push(made.id)
    },
    () => backend.sources.update({ id: source(), fields: { name: `${word()} ${word()}` } }),
    () => backend.sources.update({ id: source(), fields: { role: word(), note: word() } }),
    () => backend.articles.update({ id: article(), fields: { title: `On ${word()}`, published: '2031' } }),
    () => backend.articles.update({ id: article(), fields: { note: word(), tags: [random.pick(tags)] } }),
    () => backend.tags.update({ id: random.pick(tags), fields: { name: `${word()}-${word()}` } }),
    async () => {
      const { rows } = await backend.annotations.list({})
      return backend.annotations.update({ id: random.pick(rows).id, fields: { note: word() } })
    },
  ]
}

describe('an export that is renewed', () => {
  it.each(Array.from({ length: tries(1, 20) }, (_, n) => n + 1))(
    'has, after any edits, what one has that is made anew (seed %i)',
    async (seed) => {
      const steps = tries(15, 120)
      const random = new Random(seed)
      const { app, backend, folder: notebook, home } = await newNotebook()
      const world = await makeWorld(backend)
      const edits = [...originEdits(backend, world, random), ...moreEdits(backend, world, random)]
      const folder = join(home, 'vault')
      await run(backend, folder)
      let renewed = 0
      for (let step = 0; step < steps; step += 1) {
        for (let n = random.below(3); n >= 0; n -= 1) await attempt(random.pick(edits))
        if ((await toRenew(app, folder)) !== null) renewed += 1
        await run(backend, folder)
        const files = await filesIn(folder)
        await forget(notebook)
        await run(backend, folder)
        expect(await filesIn(folder), `after step ${step}`).toEqual(files)
      }
      expect(renewed).toBe(steps)
    },
  )

  it('touches the files of what changed, and no others', async () => {
    const { app, backend, home } = await newNotebook()
    const world = await makeWorld(backend)
    const folder = join(home, 'vault')
    await run(backend, folder)
    expect(await toRenew(app, folder)).toBe(0)
    await backend.claims.update({ id: world.claims[0] ?? '', fields: { note: 'Ask.' } })
    expect(await toRenew(app, folder)).toBe(1)
    expect(await run(backend, folder)).toMatchObject({ written: 1, removed: 0 })
    await rm(join(folder, 'sources'), { recursive: true })
    expect((await run(backend, folder)).written).toBe(world.sources.length)
  })

  it('makes everything anew where a source is confidential', async () => {
    const { app, backend, home } = await newNotebook()
    const world = await makeWorld(backend)
    const folder = join(home, 'vault')
    await run(backend, folder)
    await backend.sources.update({ id: world.sources[1] ?? '', fields: { confidential: true } })
    expect(await toRenew(app, folder)).toBeNull()
    await backend.sources.update({ id: world.sources[1] ?? '', fields: { confidential: false } })
    // What was left out is to come back everywhere.
    expect(await toRenew(app, folder)).toBeNull()
  })
})

describe('an export of a part', () => {
  const seeds = Array.from({ length: tries(1, 12) }, (_, n) => n + 1)
  const cases = ['markdown', 'memo'].flatMap((format) => seeds.map((seed) => [format, seed] as const))
  it.each(cases)(
    'as %s has what it has when all of the notebook was read (seed %i)',
    async (format, seed) => {
      const { app, backend } = await newNotebook()
      const random = new Random(seed)
      const world = await makeWorld(backend)
      const edits = [...originEdits(backend, world, random), ...moreEdits(backend, world, random)]
      for (let n = 0; n < 20; n += 1) await attempt(random.pick(edits))
      const left = {
        articles: (await backend.articles.list({})).rows,
        claims: (await backend.claims.list({})).rows,
      }
      const chosen = [
        ...left.claims.map(({ id }) => ({ articles: [], claims: [asId<'claim'>(id)] })),
        ...left.articles.map(({ id }) => ({ articles: [asId<'article'>(id)], claims: [] })),
      ]
      const { store, thread } = app
      for (const one of chosen) {
        const plan = await planOf(
          ExportSelection.parse({ format, profile: 'markdown' === format ? 'pandoc' : 'markdown', ...one }),
        )
        const input = await readExportInput({ store, thread }, one, {
          options: [],
          shown: undefined,
          isTable: false,
        })
        const whole = await outgoing(plan, input, undefined, null)
        const part = await prepareExport({ store, thread }, plan)
        const told = (files: typeof whole.files): unknown =>
          [...files].map(({ path, content }) => [path, content])
        expect(told(part.files)).toEqual(told(whole.files))
      }
    },
  )
})
