import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build-if-needed.ts'
import { readCorpus } from './statements/corpus.ts'
import { Teacher } from './statements/teach.ts'

/**
 * `npm run learn-statements [file]`: learns by which single words, endings, parts of speech and places statements are known, of articles
 * in which they are marked (PolNeAR 1.0.0, its training part), and writes the weights of these signs. The same bytes each time; no two
 * words of the articles in a row are kept.
 */
const most = 1_000_000
const target = join(root, 'src/core/statements/english/model.json')
const file = process.argv[2] ?? join(root, '../shared/corpus/attribution/train.jsonl')

const articles = readCorpus(file)
const weights = new Teacher(articles).teach(() => true)
const marked = articles.reduce((sum, { gold }) => sum + gold.length, 0)
const from = `PolNeAR 1.0.0: ${articles.length} articles with ${marked} marked attributions; weights of single signs, in hundredths`
const text = `${JSON.stringify({ from, ...weights })}\n`
if (Buffer.byteLength(text) > most)
  throw new Error(`The model has ${Buffer.byteLength(text)} bytes, more than ${most}.`)
writeFileSync(target, text)
console.log(`${target}: ${Buffer.byteLength(text)} bytes`)
