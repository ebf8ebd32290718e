import { Random } from '../../scripts/make-notebook/random.ts'
import { plainBackend } from './backend.ts'
import './built-threads.ts'
import { createApp } from './app.ts'
import { linkEvidence } from './claim-edits.ts'

/** Edits a notebook at random until it is killed; prints the id of every Change when its call has answered. */
const [folder = '', seed = '1'] = process.argv.slice(2)
const random = new Random(Number(seed))
const app = createApp(folder)
await app.open(folder)
const backend = plainBackend(app)
let last = ''
app.store.on('change', ({ id }) => (last = id))

const claims: string[] = (await backend.claims.list({})).rows.map(({ id }) => id)
const articles: string[] = (await backend.articles.list({})).rows.map(({ id }) => id)
let n = Date.now()

const edits: (() => Promise<unknown>)[] = [
  async () => backend.tags.create({ name: `tag ${(n += 1)}` }),
  async () => claims.push((await backend.claims.create({ statement: `Claim ${(n += 1)}` })).id),
  async () => {
    if (claims.length > 0)
      await backend.claims.update({ id: random.pick(claims), fields: { note: `note ${(n += 1)}` } })
  },
  async () => {
    if (claims.length > 0)
      await linkEvidence(backend, {
        claim: random.pick(claims),
        stance: 'supports',
        chain: [{ name: `source ${(n += 1)}` }],
      })
  },
  async () => {
    const content = `Article ${(n += 1)} says that the talks went on. And on. And on.`
    articles.push(
      (await backend.articles.paste({ content, mediaType: 'text/plain', title: `Article ${n}` })).id,
    )
  },
  async () => {
    if (articles.length > 0)
      await backend.annotations.createByQuote({
        article: random.pick(articles),
        quote: 'on',
        occurrence: 1 + random.below(3),
        claim: `From a highlight ${(n += 1)}`,
      })
  },
  async () => {
    const [first, second] = await backend.tags.list()
    if (first && second) await backend.tags.merge({ id: first.id, into: second.id })
  },
  async () => {
    const { rows } = await backend.sources.list({ limit: 2 })
    if (rows[0] && rows[1]) await backend.sources.merge({ id: rows[0].id, into: rows[1].id })
  },
  async () => backend.history.undo(),
  async () => backend.history.redo(),
]

process.stdout.write('ready\n')
for (;;) {
  last = ''
  // What cannot be done just now (nothing to undo, a record that an undo took away) is no Change.
  await random
    .pick(edits)()
    .catch(() => undefined)
  if (last !== '') process.stdout.write(`${last}\n`)
}
