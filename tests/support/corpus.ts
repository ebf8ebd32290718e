import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ascribe.ts'
import { readArticle } from './read-article.ts'

/** Where real pages for tests and measurements lie, beside the project. */
export const corpusPages = join(root, '../shared/corpus')

/** The texts of record of the real pages, without the very short ones. */
export async function corpusTexts(): Promise<string[]> {
  const pages = join(corpusPages, 'pages')
  const texts: string[] = []
  for (const name of readdirSync(pages)) {
    const bytes = readFileSync(join(pages, name, 'source.html'))
    texts.push((await readArticle({ bytes, fileName: 'source.html' })).text.text)
  }
  return texts.filter((text) => text.length >= 200)
}

export const normalise = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** How alike two texts are, from 0 to 1: the share of the runs of three words that both have (Dice). */
export function compareTexts(a: string, b: string): number {
  const left = shingles(a)
  const right = shingles(b)
  let shared = 0
  let total = 0
  for (const [run, count] of left) {
    shared += Math.min(count, right.get(run) ?? 0)
    total += count
  }
  for (const count of right.values()) total += count
  return total === 0 ? 1 : (2 * shared) / total
}

function shingles(text: string): Map<string, number> {
  const words = normalise(text).split(' ')
  const runs = new Map<string, number>()
  for (let at = 0; at < words.length; at += 1) {
    const run = words.slice(at, at + 3).join(' ')
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}
