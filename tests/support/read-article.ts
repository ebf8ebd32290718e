import { engines } from '../../src/backend/import/engines.ts'
import type { ImportInput } from '../../src/core/import/importer.ts'
import { readArticles, type ReadArticle } from '../../src/core/import/read-articles.ts'

/** The first article of a file. @throws Problem */
export async function readArticle(input: ImportInput): Promise<ReadArticle> {
  for await (const article of readArticles(input, { progress: () => undefined, engines })) return article
  throw new Error('nothing was read')
}
