import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asId } from '../../src/core/records/base.ts'
import { makeAnnotation, type Annotation } from '../../src/core/records/annotation.ts'
import { readText } from '../../src/core/text/read-text.ts'
import { median, milliseconds, times } from '../measure.ts'
import { child } from './run-child.ts'
import { largeSize, openNotebook, type OpenBench } from './notebooks.ts'
import { timed, type Row } from './report.ts'

const runs = 80
/** In turn in the one notebook and in the other, so that both have the same weather. */
const blocks = 4
const manyChanges = 20_000

/** Edits, acknowledged and durable, in the large notebook and in an empty one. */
export async function benchChanges(large: string, folder: string): Promise<Row[]> {
  const full = await openNotebook(large)
  const empty = await openNotebook(join(folder, 'edits'))
  try {
    const one = await oneHighlight(full, empty, folder)
    return [
      ...one.rows,
      ...(await manyAtOnce(full, one.ours)),
      ...(await farReaching(full)),
      ...(await oneAfterAnother(folder)),
    ]
  } finally {
    await full.close()
    await empty.close()
  }
}

const words = 'Everything that was said that evening was said twice. '

async function article(bench: OpenBench): Promise<{ id: string; text: string }> {
  const { id } = await bench.backend.articles.paste({
    content: words.repeat(110) + String(Math.random()),
    mediaType: 'text/plain',
    title: 'To be marked',
  })
  const { html } = await bench.backend.articles.text({ id, version: 1 })
  return { id, text: readText(html) }
}

const mark = (bench: OpenBench, { id, text }: { id: string; text: string }, n: number): Promise<unknown> => {
  const start = (n * 7) % 5_000
  return bench.backend.annotations.create({
    article: id,
    start,
    end: start + 40,
    exact: text.slice(start, start + 40),
  })
}

async function logSize(folder: string): Promise<number> {
  return (await stat(join(folder, 'log', `${new Date().toISOString().slice(0, 7)}.jsonl`))).size
}

async function oneHighlight(
  full: OpenBench,
  empty: OpenBench,
  folder: string,
): Promise<{ rows: Row[]; ours: number }> {
  const there = await article(full)
  const alone = await article(empty)
  const inFull: number[] = []
  const inEmpty: number[] = []
  for (let n = 0; n < 20; n += 1) {
    await mark(full, there, n)
    await mark(empty, alone, n)
  }
  const before = [await logSize(full.app.store.folder), await logSize(empty.app.store.folder)] as const
  for (let block = 0; block < blocks; block += 1) {
    inFull.push(...(await times(runs / blocks, (n) => mark(full, there, block * 20 + n))))
    await full.app.store.save()
    inEmpty.push(...(await times(runs / blocks, (n) => mark(empty, alone, block * 20 + n))))
    await empty.app.store.save()
  }
  const bytes = ((await logSize(full.app.store.folder)) - before[0]) / runs
  const bytesEmpty = ((await logSize(empty.app.store.folder)) - before[1]) / runs
  const bare = await bareAppend(join(folder, 'bare.log'), Math.round(bytes))
  const { taken: whole } = (await child('one-file', join(folder, 'whole.json'), String(largeSize * 10))) as {
    taken: number
  }
  const ours = median(inFull)
  const rows: Row[] = [
    timed('one highlight, acknowledged durable', ours, 'in an empty notebook', median(inEmpty), 1.2),
    timed('one highlight, acknowledged durable', ours, 'one bare append and sync', bare, 3),
    {
      what: 'bytes in the log for one highlight',
      ours: bytes.toFixed(0),
      peer: `in an empty notebook ${bytesEmpty.toFixed(0)}`,
      ratio: bytes / bytesEmpty,
      goal: 1.1,
    },
    {
      ...timed('one highlight', ours, 'lowdb’s JSONFile with everything in one file', whole, 0),
      ratio: whole / ours,
      goal: 100,
      atLeast: true,
    },
  ]
  return { rows, ours }
}

async function bareAppend(path: string, bytes: number): Promise<number> {
  const line = Buffer.alloc(bytes, 97)
  const file = await open(path, 'a')
  const taken = await times(runs, async () => {
    await file.appendFile(line)
    await file.datasync()
  })
  await file.close()
  return median(taken)
}

/** @param asAdded one highlight as a user adds it, in milliseconds */
async function manyAtOnce(full: OpenBench, asAdded: number): Promise<Row[]> {
  const { store } = full.app
  const { id } = await article(full)
  const records = (count: number): Annotation[] =>
    Array.from({ length: count }, (_, n) =>
      makeAnnotation({
        article: asId(id),
        version: 1,
        start: n,
        end: n + 40,
        exact: 'x'.repeat(40),
        prefix: '',
        suffix: '',
      }),
    )
  const make = async (count: number): Promise<number> => {
    const annotations = records(count)
    const [taken = Number.NaN] = await times(1, () =>
      store.commit(`Add ${count} highlights`, async (draft) => {
        for (const annotation of annotations) await draft.put('annotation', annotation)
      }),
    )
    return taken
  }
  await make(1000)
  const ones: number[] = []
  for (let n = 0; n < 30; n += 1) ones.push(await make(1))
  const one = median(ones)
  const thousand: number[] = []
  for (let n = 0; n < 7; n += 1) {
    thousand.push(await make(1000))
    await store.undo()
    await store.save()
    await store.steps()
  }
  const inStore = `one as a user adds it (without the call around it ${milliseconds(one)})`
  return [timed('1,000 highlights in one Change', median(thousand), inStore, asAdded, 20)]
}

/** The answer to an edit, and then to the list that shows it. */
async function farReaching({ backend }: OpenBench): Promise<Row[]> {
  const tags = await backend.tags.list()
  const uses = (tag: (typeof tags)[number]): number =>
    tag.articles + tag.annotations + tag.claims + tag.sources
  const [most] = tags.toSorted((a, b) => uses(b) - uses(a))
  const once = await backend.tags.create({ name: `Used once ${Math.random()}` })
  const { rows } = await backend.sources.list({ sort: 'asserts', descending: true, limit: 2 })
  const [source, into] = rows
  if (!most || !source || !into) throw new Error('the notebook has no tags or sources')
  const rename = (id: string) => async (): Promise<void> => {
    await backend.tags.update({ id, fields: { name: `Renamed ${Math.random()}` } })
    await backend.tags.list()
  }
  await rename(once.id)()
  const small = median(await times(9, rename(once.id)))
  const big = median(await times(9, rename(most.id)))
  const merges: number[] = []
  for (let n = 0; n < 5; n += 1) {
    merges.push(
      ...(await times(1, async () => {
        await backend.sources.merge({ id: source.id, into: into.id })
        await backend.sources.list({ limit: 50 })
      })),
    )
    await backend.history.undo()
  }
  return [
    timed(`rename a tag used ${uses(most)} times, and list the tags`, big, 'a tag used once', small, 30),
    timed(
      `merge two sources with ${source.asserts + source.relays + into.asserts + into.relays} mentions, and list`,
      ...([median(merges), 'rename of a tag used once', small, 30] as const),
    ),
  ]
}

async function oneAfterAnother(folder: string): Promise<Row[]> {
  const bench = await openNotebook(join(folder, 'many'))
  try {
    const claims: string[] = []
    for (let n = 0; n < 200; n += 1)
      claims.push((await bench.backend.claims.create({ statement: `Claim ${n}` })).id)
    const taken = await times(manyChanges, (n) =>
      bench.backend.claims.update({ id: claims[n % claims.length] ?? '', fields: { note: `Note ${n}` } }),
    )
    const first = median(taken.slice(100, 1_100))
    const last = median(taken.slice(-1_000))
    return [
      timed(
        `the last thousand of ${manyChanges.toLocaleString('en')} Changes`,
        last,
        'the first',
        first,
        1.2,
      ),
    ]
  } finally {
    await bench.close()
  }
}
