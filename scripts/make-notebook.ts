import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeNotebook, sizeFor } from './make-notebook/make.ts'
import { Random } from './make-notebook/random.ts'

/** `npm run make-notebook -- --articles 10000 [--seed 1] <folder>`: a notebook for measuring. */
const { values, positionals } = parseArgs({
  options: { articles: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const articles = Number(values.articles)
const [folder] = positionals
if (folder === undefined || !Number.isInteger(articles) || articles < 1) {
  console.error('Usage: npm run make-notebook -- --articles <n> [--seed <n>] <folder>')
  process.exit(2)
}
const before = performance.now()
await makeNotebook(resolve(folder), sizeFor(articles), new Random(Number(values.seed)), (done) => {
  if (done % 1000 === 0 || done === articles) console.log(`${done} of ${articles} articles`)
})
console.log(`Made ${resolve(folder)} in ${((performance.now() - before) / 1000).toFixed(0)} s.`)
