import { DatabaseSync } from 'node:sqlite'
import { matchExpression } from '../../src/storage/read-model/match-expression.ts'
import { milliseconds, times } from '../measure.ts'
import { openNotebook } from './notebooks.ts'
import type { Row } from './report.ts'

const rounds = 3

/** Words, phrases and beginnings of words, common and rare, against the same question to a bare FTS5 table. */
export async function benchSearch(large: string, bareDatabase: string): Promise<Row[]> {
  const { backend, close } = await openNotebook(large)
  const bare = new DatabaseSync(bareDatabase, { readOnly: true })
  const find = bare.prepare(
    `SELECT rowid, title, snippet(search, -1, char(2), char(3), '…', 20) AS snippet FROM search
     WHERE search MATCH ? ORDER BY rank LIMIT 50`,
  )
  try {
    const { rows } = await backend.articles.list({ limit: 20, sort: 'created' })
    const questions = rows.flatMap(({ title }) => {
      const [first = '', second = ''] = title.split(' ')
      return [`${first} `, `"${first} ${second}"`, first.slice(0, 3)]
    })
    questions.push('zon ', 'ka ', 'zon ka ', '"zon ka"', 'z')
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      for (const text of questions) {
        theirs.push(...(await times(1, () => find.all(matchExpression(text) ?? ''))))
        ours.push(...(await times(1, () => backend.search({ text, limit: 50 }))))
      }
    }
    const p95 = (taken: number[]): number =>
      taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? Number.NaN
    const [our, their] = [p95(ours), p95(theirs)]
    return [
      {
        what: `search, ${questions.length} questions, 95th percentile`,
        ours: milliseconds(our),
        peer: `the bare FTS5 query ${milliseconds(their)}`,
        ratio: our / their,
        goal: 1.5,
      },
    ]
  } finally {
    bare.close()
    await close()
  }
}
