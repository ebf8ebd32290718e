import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../tests/support/app.ts'
import { plainBackend } from '../tests/support/backend.ts'
import { given } from '../tests/support/given.ts'

interface Given {
  documents: Record<string, string>
  queries: { query: string; finds: string | null }[]
}

/** What is found of what people type, in their scripts and spellings; each search is told with its time. */
export async function searchBench(): Promise<string[]> {
  const { documents, queries } = given<Given>('search/cases.json', { documents: {}, queries: [] })
  if (queries.length === 0) return []
  const home = mkdtempSync(join(tmpdir(), 'ascribe-search-'))
  const app = createApp(home)
  try {
    await app.create('Search')
    const backend = plainBackend(app)
    const ids = new Map<string, string>()
    for (const [key, content] of Object.entries(documents))
      ids.set(
        (await backend.articles.paste({ content, mediaType: 'text/plain', title: `${key} document` })).id,
        key,
      )
    const missed: string[] = []
    let slowest = 0
    for (const { query, finds } of queries) {
      const start = performance.now()
      const found = (await backend.search({ text: query })).map(({ id }) => ids.get(id))
      slowest = Math.max(slowest, performance.now() - start)
      if (finds === null ? found.length > 0 : !found.includes(finds)) missed.push(query.slice(0, 20))
    }
    return [
      `${queries.length - missed.length} of ${queries.length} given searches find what they should; not: ${missed.join(', ') || 'none'}`,
      '(zyzzyva, quayside, Gazette and ferries-sold stand in notes, outlets and addresses that the documents alone do not have)',
      `the slowest took ${slowest.toFixed(1)} ms`,
    ]
  } finally {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  }
}
