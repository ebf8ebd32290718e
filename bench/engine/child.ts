import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import MiniSearch from 'minisearch'
import { plainBackend } from '../../tests/support/backend.ts'
import { readText } from '../../src/core/text/read-text.ts'
import { median, times } from '../measure.ts'
import { newApp } from './notebooks.ts'
import { Stretches } from './stretches.ts'

/**
 * One measurement in a process of its own, so that its memory is its own: `open`, `rebuild`, `bare` (a bare script that
 * inserts the same texts into FTS5), `minisearch`, `one-file` (lowdb’s own adapter). Prints its result as JSON.
 */
const [what = '', folder = '', database = ''] = process.argv.slice(2)
const rss = (): number => process.memoryUsage.rss()

/** Titles and texts of everything that the search finds, as the files have them. */
function* texts(): Generator<{ title: string; body: string }> {
  for (const name of readdirSync(join(folder, 'articles'))) {
    const { article, annotations } = JSON.parse(readFileSync(join(folder, 'articles', name), 'utf8')) as {
      article: { title: string; versions: { text: { sha256: string } }[] }
      annotations: { exact: string; note: string }[]
    }
    const hash = article.versions.at(-1)?.text.sha256 ?? ''
    yield {
      title: article.title,
      body: readText(readFileSync(join(folder, 'texts', `${hash}.html`), 'utf8')),
    }
    for (const { exact, note } of annotations) yield { title: exact, body: note }
  }
  for (const name of readdirSync(join(folder, 'claims'))) {
    const { claim } = JSON.parse(readFileSync(join(folder, 'claims', name), 'utf8')) as {
      claim: { statement: string; note: string }
    }
    yield { title: claim.statement, body: claim.note }
  }
  for (const name of readdirSync(join(folder, 'sources'))) {
    const { source } = JSON.parse(readFileSync(join(folder, 'sources', name), 'utf8')) as {
      source: { name: string; note: string }
    }
    yield { title: source.name, body: source.note }
  }
}

async function open(): Promise<object> {
  const before = rss()
  const stretches = new Stretches()
  stretches.start()
  const app = newApp()
  const start = performance.now()
  await app.open(folder)
  const { rows } = await plainBackend(app).articles.list({ limit: 50 })
  const page = performance.now() - start
  const grown = rss() - before
  let most = rss()
  const timer = setInterval(() => (most = Math.max(most, rss())), 20)
  await app.store.model.whole
  const whole = performance.now() - start
  clearInterval(timer)
  const result = { page, whole, grown, most, rows: rows.length, delay: stretches.stop() }
  await app.close()
  return result
}

function bare(): object {
  rmSync(database, { force: true })
  const start = performance.now()
  const db = new DatabaseSync(database)
  db.exec(
    "CREATE VIRTUAL TABLE search USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'); BEGIN",
  )
  const insert = db.prepare('INSERT INTO search VALUES (?, ?)')
  for (const { title, body } of texts()) insert.run(title, body)
  db.exec("COMMIT; INSERT INTO search (search, rank) VALUES ('rank', 'bm25(4.0, 1.0)')")
  const whole = performance.now() - start
  db.close()
  return { whole }
}

function miniSearch(): object {
  const before = rss()
  const start = performance.now()
  const index = new MiniSearch({ fields: ['title', 'body'] })
  let id = 0
  for (const text of texts()) index.add({ id: (id += 1), ...text })
  const ready = performance.now() - start
  return { ready, grown: rss() - before, documents: index.documentCount }
}

/** What a simple application does: every highlight in one JSON file, written anew each time. */
async function oneFile(): Promise<object> {
  const row = (n: number): object => ({
    id: `01950000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    article: `article ${n % 1000}`,
    version: 1,
    start: n,
    end: n + 40,
    exact: 'x'.repeat(40),
    prefix: 'p'.repeat(32),
    suffix: 's'.repeat(32),
    page: null,
    note: '',
    tags: [],
    style: 'yellow',
    state: 'exact',
    created: '2031-01-01T00:00:00.000Z',
    modified: '2031-01-01T00:00:00.000Z',
  })
  const highlights = Array.from({ length: Number(database) }, (_, n) => row(n))
  const db = new Low<{ highlights: object[] }>(new JSONFile(folder), { highlights })
  await db.write()
  const taken = await times(7, async (n) => {
    db.data.highlights.push(row(1_000_000 + n))
    await db.write()
  })
  return { taken: median(taken) }
}

const measurements: Record<string, () => object | Promise<object>> = {
  open,
  rebuild: () => {
    if (existsSync(join(folder, '.cache'))) rmSync(join(folder, '.cache'), { recursive: true })
    return open()
  },
  bare,
  minisearch: miniSearch,
  'one-file': oneFile,
}
const result = await measurements[what]?.()
process.stdout.write(JSON.stringify(result))
