import { asId } from '../src/core/records/base.ts'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { App } from '../src/backend/app.ts'
import { plainBackend } from '../tests/support/backend.ts'
import { compare, median, times } from './measure.ts'

const articles = 200
const perArticle = 50
const runs = 60

/** One highlight, acknowledged and safe on the disk: its time and bytes, in an empty and in a filled notebook. */
export async function saveBench(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ascribe-bench-'))
  const app = new App({ version: '0', home: folder, anyPath: true, stays: false })
  const backend = plainBackend(app)
  try {
    await app.create('Bench', join(folder, 'notebook'))
    const text = Array.from(
      { length: 120 },
      (_, n) => `Sentence number ${n} says that the talks went on.`,
    ).join(' ')
    const add = async (n: number): Promise<string> =>
      (
        await backend.articles.paste({
          content: `${text} ${n}`,
          mediaType: 'text/plain',
          title: `Article ${n}`,
        })
      ).id
    const mark = (article: string, n: number): Promise<unknown> =>
      backend.annotations.createByQuote({ article, quote: `Sentence number ${n % 120} says` })
    const log = join(folder, 'notebook/log', `${new Date().toISOString().slice(0, 7)}.jsonl`)
    const size = async (): Promise<number> => (await stat(log)).size

    const first = await add(0)
    await mark(first, 119)
    const before = await size()
    const empty = await times(runs, (n) => mark(first, n))
    const bytes = ((await size()) - before) / runs
    await fill(app, add, mark)
    const last = await add(articles + 1)
    const beforeFull = await size()
    const full = await times(runs, (n) => mark(last, n))
    const bytesFull = ((await size()) - beforeFull) / runs
    const bare = await bareAppend(join(folder, 'bare.log'), Math.round(bytes))
    const whole = await wholeFile(join(folder, 'whole.json'))
    const filled = `${articles} articles with ${(articles * perArticle).toLocaleString('en')} highlights`
    return [
      compare('one highlight, in an empty notebook', median(empty), 'one bare append and sync', bare),
      compare(`one highlight, beside ${filled}`, median(full), 'in an empty notebook', median(empty)),
      compare(
        `one highlight, beside ${filled}`,
        median(full),
        'lowdb’s JSONFile with all in one file, no sync',
        whole,
      ),
      `bytes in the log for one highlight: ${bytes.toFixed(0)} in an empty notebook, ${bytesFull.toFixed(0)} in the filled one`,
    ]
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(
  app: App,
  add: (n: number) => Promise<string>,
  mark: (article: string, n: number) => Promise<unknown>,
): Promise<void> {
  for (let n = 1; n <= articles; n += 1) {
    const article = await add(n)
    const [made] = [await mark(article, 0)] as { annotation: { id: string } }[]
    const annotation = await app.store.need('annotation', asId(made?.annotation.id ?? ''))
    await app.store.commit('fill', async (draft) => {
      for (let more = 1; more < perArticle; more += 1) {
        const id = `${annotation.id.slice(0, -6)}${String(more).padStart(6, '0')}`
        await draft.put('annotation', { ...annotation, id: asId(id) })
      }
    })
  }
}

async function bareAppend(path: string, bytes: number): Promise<number> {
  const line = Buffer.alloc(bytes, 97)
  const taken = await times(runs, async () => {
    const file = await open(path, 'a')
    await file.appendFile(line)
    await file.datasync()
    await file.close()
  })
  return median(taken)
}

/** What a simple application does: every highlight in one JSON file, written anew each time. */
async function wholeFile(path: string): Promise<number> {
  const row = (n: number): object => ({
    id: `id-${n}`,
    article: 'a',
    start: n,
    end: n + 40,
    exact: 'x'.repeat(40),
    prefix: 'p'.repeat(32),
    suffix: 's'.repeat(32),
    note: '',
    tags: [],
    style: 'yellow',
    state: 'exact',
    created: '2031-01-01T00:00:00Z',
    modified: '2031-01-01T00:00:00Z',
  })
  const db = new Low<{ highlights: object[] }>(new JSONFile(path), {
    highlights: Array.from({ length: articles * perArticle }, (_, n) => row(n)),
  })
  await db.write()
  const taken = await times(10, async (n) => {
    db.data.highlights.push(row(1_000_000 + n))
    await db.write()
  })
  return median(taken)
}
