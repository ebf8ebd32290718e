import { asId } from '../../src/core/records/base.ts'
import { Random } from '../../scripts/make-notebook/random.ts'
import { Vocabulary } from '../../scripts/make-notebook/vocabulary.ts'
import { ReprintSearch, type Reprint, type ReprintArticle } from '../../src/core/reprints/reprint-search.ts'
import { milliseconds } from '../measure.ts'
import type { Row } from '../engine/report.ts'

const paragraphs = 10
const wordsInParagraph = 55

/** Articles of which a quarter take paragraphs from an earlier one, with more or fewer words changed. */
function articlesOf(count: number): ReprintArticle[] {
  const random = new Random(7)
  const words = new Vocabulary(random)
  const made: string[][] = []
  for (let n = 0; n < count; n += 1) {
    const earlier = n > 0 && random.next() < 0.25 ? made[random.below(n)] : undefined
    const share = random.next() * 0.2
    made.push(
      Array.from({ length: paragraphs }, (_, at) =>
        earlier && random.next() < 0.7
          ? (earlier[at] ?? '').replace(/\p{L}+/gu, (word) => (random.next() < share ? words.name() : word))
          : words.paragraph(wordsInParagraph),
      ),
    )
  }
  return made.map((text, n) => ({ id: asId(`a${n}`), text: text.join('\n') }))
}

function searched(articles: readonly ReprintArticle[]): { search: ReprintSearch; prepared: number } {
  const before = performance.now()
  const search = new ReprintSearch()
  for (const article of articles) search.add(article)
  return { search, prepared: performance.now() - before }
}

function taken(work: () => Reprint[]): { found: Reprint[]; time: number } {
  const before = performance.now()
  const found = work()
  return { found, time: performance.now() - before }
}

const keys = (found: readonly Reprint[]): string[] => found.map(({ articles }) => articles.join())

/** How many articles are compared each with each; the time for that grows with the square: 2,000 take some eight minutes. */
const compared = Number(process.env['BENCH_REPRINTS'] ?? 500)
const many = 2_000

/** Finding reprints, against comparing each passage with each other one; and what four times the articles cost. */
export function reprintRows(): Row[] {
  const { search, prepared } = searched(articlesOf(compared))
  const ours = taken(() => search.find())
  const all = taken(() => search.findByAllPairs())
  const known = new Set(keys(ours.found))
  const there = keys(all.found)
  const recall = there.filter((key) => known.has(key)).length / there.length
  const time = prepared + ours.time
  const [few, most] = [timeFor(many / 4), timeFor(many)]
  return [
    {
      what: `reprints among ${compared} articles, times faster`,
      ours: milliseconds(time),
      peer: `comparing all pairs of passages ${milliseconds(prepared + all.time)}`,
      ratio: (prepared + all.time) / time,
      goal: 50,
      atLeast: true,
    },
    {
      what: 'of the pairs of articles that the full comparison finds',
      ours: `${known.size} found`,
      peer: `${there.length} there`,
      ratio: recall,
      goal: 0.99,
      atLeast: true,
    },
    {
      what: `reprints among ${many} articles`,
      ours: milliseconds(most),
      peer: `a quarter of them ${milliseconds(few)}`,
      ratio: most / few,
      goal: 5,
    },
  ]
}

function timeFor(count: number): number {
  const { search, prepared } = searched(articlesOf(count))
  return prepared + taken(() => search.find()).time
}
