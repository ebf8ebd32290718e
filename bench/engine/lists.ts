import { articleSorts, type ArticleQuery } from '../../src/core/listing/queries.ts'
import { median, milliseconds, times } from '../measure.ts'
import { openNotebook, type OpenBench } from './notebooks.ts'
import { timed, type Row } from './report.ts'

const rounds = 7
type Query = Partial<ArticleQuery> & Pick<ArticleQuery, 'sort'>

/** Fifty rows of the library by every column with every filter, with counts, and the numbers beside all filters. */
export async function benchLists(large: string, small: string): Promise<{ rows: Row[]; notes: string[] }> {
  const full = await openNotebook(large)
  const few = await openNotebook(small)
  try {
    const notes = [await firstAsked(full)]
    const ratios: { query: string; ratio: number; ours: number; theirs: number }[] = []
    for (const sort of articleSorts) {
      for (const filter of filters) {
        const ours = await measure(full, sort, filter)
        const theirs = await measure(few, sort, filter)
        ratios.push({ query: `${sort}, ${filter}`, ratio: ours / theirs, ours, theirs })
      }
    }
    ratios.sort((a, b) => b.ratio - a.ratio)
    const [worst] = ratios
    if (!worst) throw new Error('nothing was measured')
    const list = median(ratios.map(({ ours }) => ours))
    const facets = median(await times(rounds * 3, () => full.backend.facets()))
    const rows = [
      {
        what: `50 of the articles, ${ratios.length} orders and filters, the middle one`,
        ours: milliseconds(list),
        peer: `100 articles ${milliseconds(median(ratios.map(({ theirs }) => theirs)))}`,
        ratio: median(ratios.map(({ ratio }) => ratio)),
        goal: 3,
      },
      {
        what: `50 of the articles, the slowest beside 100 articles (by ${worst.query})`,
        ours: milliseconds(worst.ours),
        peer: `100 articles ${milliseconds(worst.theirs)}`,
        ratio: worst.ratio,
        goal: 3,
      },
      timed('facets over everything', facets, 'the list', list, 5),
    ]
    return { rows, notes }
  } finally {
    await full.close()
    await few.close()
  }
}

/** A filter by words is remembered until something changes; the first time FTS5 must count what it finds. */
async function firstAsked({ backend }: OpenBench): Promise<string> {
  const taken: number[] = []
  for (const text of ['zon so ', 'ka or ', 'qua fi ', 'fi or ', 'so jun '])
    taken.push(...(await times(1, () => backend.articles.list({ text, limit: 50, sort: 'title' }))))
  return `a filter by two words that nearly all articles have, asked for the first time: ${milliseconds(median(taken))}`
}

const filters = [
  'no filter',
  'a common tag',
  'a rare tag',
  'reading state',
  'outlet',
  'a common word',
  'a rare word',
] as const

async function measure(
  { backend }: OpenBench,
  sort: ArticleQuery['sort'],
  filter: (typeof filters)[number],
): Promise<number> {
  const medians: number[] = []
  for (const value of await valuesOf(backend, filter)) {
    const query: Query = { sort, limit: 50, ...value }
    medians.push(
      median(
        await times(rounds, (round) => backend.articles.list({ ...query, descending: round % 2 === 0 })),
      ),
    )
  }
  return Math.max(...medians)
}

const known = new WeakMap<object, Map<string, Partial<ArticleQuery>[]>>()

/** Several values for a filter, so that no answer is that of the question before. */
async function valuesOf(
  backend: OpenBench['backend'],
  filter: (typeof filters)[number],
): Promise<Partial<ArticleQuery>[]> {
  const cache = known.get(backend) ?? new Map<string, Partial<ArticleQuery>[]>()
  known.set(backend, cache)
  const there = cache.get(filter)
  if (there) return there
  const found = await findValues(backend, filter)
  cache.set(filter, found)
  return found
}

async function findValues(
  backend: OpenBench['backend'],
  filter: (typeof filters)[number],
): Promise<Partial<ArticleQuery>[]> {
  const byUse = (await backend.tags.list()).filter(({ articles }) => articles > 0)
  byUse.sort((a, b) => b.articles - a.articles)
  switch (filter) {
    case 'no filter':
      return [{}]
    case 'a common tag':
      return byUse.slice(0, 4).map(({ id }) => ({ tag: id }))
    case 'a rare tag':
      return byUse.slice(-4).map(({ id }) => ({ tag: id }))
    case 'reading state':
      return [{ reading: 'unread' }, { reading: 'reading' }, { reading: 'read' }]
    case 'outlet': {
      const { rows } = await backend.sources.list({ sort: 'articles', descending: true, limit: 4 })
      return rows.map(({ id }) => ({ outlet: id }))
    }
    case 'a common word':
      return ['zon ', 'ka ', 'qua ', 'so '].map((text) => ({ text }))
    case 'a rare word': {
      const { rows } = await backend.articles.list({ limit: 40, sort: 'title' })
      const found: Partial<ArticleQuery>[] = []
      for (const word of new Set(rows.flatMap(({ title }) => title.split(' ')))) {
        const text = `${word} `
        const { total } = await backend.articles.list({ text, limit: 1 })
        if (total < 100 && found.length < 4) found.push({ text })
      }
      return found.length > 0 ? found : [{ text: 'nothingatall ' }]
    }
  }
}
