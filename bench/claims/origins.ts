import { asId } from '../../src/core/records/base.ts'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeNotebook, sizeFor, type Size } from '../../scripts/make-notebook/make.ts'
import { Random } from '../../scripts/make-notebook/random.ts'
import { corroborate } from '../../src/core/corroboration/corroborate.ts'
import type { Known, OriginArticle, OriginPiece, OriginSource } from '../../src/core/corroboration/known.ts'
import { stances } from '../../src/core/records/claim.ts'
import { sourceKinds } from '../../src/core/records/source.ts'
import type { Backend } from '../../tests/support/backend.ts'
import { openNotebook } from '../engine/notebooks.ts'
import { timed, type Row } from '../engine/report.ts'
import { median, times } from '../measure.ts'
import { bulk } from '../../tests/support/claim-edits.ts'

const rounds = 7

/** Claims with three pieces of evidence each, their sources and articles; the same for the same number. */
function generated(claims: number): { evidence: OriginPiece[][]; known: Known } {
  const random = new Random(claims)
  const sources = Array.from({ length: Math.ceil(claims / 5) }, (_, n): OriginSource => ({
    id: asId(`s${n}`),
    kind: sourceKinds[n % sourceKinds.length] ?? 'person',
    name: `Source ${n}`,
    descriptor: `people of ${n % 40}`,
    possiblySame: n % 50 === 1 ? [asId(`s${n - 1}`)] : [],
    derivedFrom: n % 30 === 2 ? [asId(`s${n - 2}`)] : [],
    relayer: null,
    bodies: [],
    isNot: () => false,
    isOfArticle: false,
    role: '',
  }))
  const articles = Array.from({ length: claims }, (_, n): OriginArticle => ({
    outlet: asId(`s${random.below(sources.length)}`),
    derivedFrom: n % 20 === 1 ? asId(`a${n - 1}`) : null,
  }))
  const evidence = Array.from({ length: claims }, (_, claim) =>
    Array.from({ length: 3 }, (__, at): OriginPiece => ({
      id: asId(`e${claim}-${at}`),
      stance: random.pick(stances),
      isWithdrawn: false,
      article: asId(`a${random.below(articles.length)}`),
      chain: Array.from({ length: 1 + random.below(3) }, () => asId(`s${random.zipf(sources.length)}`)),
    })),
  )
  const source = new Map<string, OriginSource>(sources.map((one) => [one.id, one]))
  const article = new Map(articles.map((one, n) => [`a${n}`, one]))
  return { evidence, known: { source: (id) => source.get(id), article: (id) => article.get(id) } }
}

async function inCore(claims: number): Promise<number> {
  const { evidence, known } = generated(claims)
  const work = (): void => {
    for (const pieces of evidence) corroborate(pieces, [], known)
  }
  work()
  return median(await times(rounds, work))
}

const notebookSize = (claims: number): Size => ({
  ...sizeFor(200),
  claims,
  evidence: claims * 3,
  sources: Math.ceil(claims / 5),
})

interface InNotebook {
  /** All origins. */
  all: number
  /** From a change of one claim to its new origins. */
  change: number
  /** A new status for all claims, until the list has it. */
  bulk: number
}

/** Times in milliseconds. */
async function inNotebook(claims: number): Promise<InNotebook> {
  const folder = join(tmpdir(), `ascribe-bench-origins-${claims}`)
  await rm(folder, { recursive: true, force: true })
  await makeNotebook(folder, notebookSize(claims), new Random(1), () => undefined)
  const { backend, close } = await openNotebook(folder)
  try {
    await backend.corroboration.of({})
    const all = median(await times(rounds, () => backend.corroboration.of({})))
    const { rows } = await backend.claims.list({ limit: 40 })
    const change = await times(rows.length, async (n) => {
      const id = rows[n]?.id ?? ''
      const { claim } = await backend.claims.get({ id })
      const before = performance.now()
      const evidence = claim.evidence.at(-1)?.id ?? ''
      await backend.claims.edit({ ids: [id], edits: [{ do: 'removeEvidence', evidence }] })
      await backend.corroboration.of({ claims: [id] })
      return performance.now() - before
    })
    return { all, change: median(change), bulk: await inBulk(backend, claims) }
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function inBulk(backend: Backend, claims: number): Promise<number> {
  const ids = (await backend.claims.list({ limit: claims })).rows.map(({ id }) => id)
  return median(
    await times(3, async (n) => {
      await bulk(backend, { ids, status: n % 2 === 0 ? 'confirmed' : 'disputed' })
      await backend.claims.list({ status: 'confirmed', limit: 40 })
    }),
  )
}

/** What corroboration costs as a notebook grows. */
export async function originsRows(): Promise<Row[]> {
  const [few, many] = [await inCore(1_000), await inCore(10_000)]
  const [small, large] = [await inNotebook(1_000), await inNotebook(10_000)]
  const peer = '1,000 claims with 3,000'
  return [
    timed('origins of 10,000 claims with 30,000 pieces of evidence', many, peer, few, 12),
    timed('the same, asked of a notebook', large.all, peer, small.all, 12),
    timed(
      'a change to one of 10,000 claims, until its origins are counted anew',
      large.change,
      'one of 1,000',
      small.change,
      2,
    ),
    // Most of 1,000 documents are still in memory from the time before; of 10,000 they are read.
    timed('another status for 10,000 claims, until the list has it', large.bulk, 'for 1,000', small.bulk, 20),
  ]
}
