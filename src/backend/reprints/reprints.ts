import * as z from 'zod'
import type { ReprintRow } from '../../contract/reprints.ts'
import { dismissalOf } from '../../core/records/dismissal.ts'
import { idOf, type Id } from '../../core/records/base.ts'
import { problem } from '../../core/problem.ts'
import { Enclosure, mostBytes } from '../../storage/enclosure.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskOptions } from '../tasks/task-messages.ts'
import type { TaskThread } from '../tasks/task-thread.ts'

/** Goes up when passages are compared in another way; what an older one found is found anew. */
const version = 2
const fileName = '.cache/reprints.json'
/** How long it waits after an import for the next one, in milliseconds. */
const patience = 1_500

const Span = z.object({ start: z.int(), end: z.int() })
const Found = z.object({
  version: z.literal(version),
  /** The articles that were compared, with the hashes of their texts. */
  compared: z.record(z.string(), z.string()),
  pairs: z.array(
    z.object({
      articles: z.tuple([idOf('article'), idOf('article')]),
      score: z.number(),
      passages: z.array(z.object({ spans: z.tuple([Span, Span]), likeness: z.number() })),
    }),
  ),
})
type Found = z.infer<typeof Found>
type Pair = Found['pairs'][number]

/** The articles of a notebook that repeat each other. What was compared is kept in the cache; only what is new is compared. */
export class Reprints {
  readonly #store: NotebookStore
  readonly #thread: TaskThread
  #turn: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #found: Found | null = null

  constructor(store: NotebookStore, thread: TaskThread) {
    this.#store = store
    this.#thread = thread
  }

  /** Compares what is new after imports, when nothing was imported for a moment. */
  soon(onDone: (error?: unknown) => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.pairs().then(
        () => onDone(),
        (error: unknown) => onDone(error),
      )
    }, patience)
    this.#timer.unref()
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  /** All pairs that there are now. @throws Problem `cancelled` */
  pairs(options: TaskOptions = {}): Promise<Pair[]> {
    const mine = this.#turn.then(() => this.#update(options))
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async #update(options: TaskOptions): Promise<Pair[]> {
    const { model, folder } = this.#store
    const found = (this.#found ??= await this.#read())
    const articles = await model.ask('articleTexts')
    const now = Object.fromEntries(articles.map(({ id, sha256 }) => [id, sha256]))
    const fresh = articles.filter(({ id, sha256 }) => found.compared[id] !== sha256).map(({ id }) => id)
    const isGone = (id: Id<'article'>): boolean => found.compared[id] !== now[id]
    const kept = found.pairs.filter(({ articles: [one, other] }) => !isGone(one) && !isGone(other))
    if (fresh.length === 0 && kept.length === found.pairs.length) return found.pairs
    const pairs =
      fresh.length === 0 ? [] : await this.#thread.run('findReprints', { folder, articles, fresh }, options)
    const all = [...kept, ...pairs].sort((a, b) => b.score - a.score)
    this.#found = { version, compared: now, pairs: all }
    // Only a convenience: what cannot be kept is found again.
    if (this.#store.readOnly === null)
      await this.#folder.write(fileName, JSON.stringify(this.#found)).catch(() => undefined)
    return all
  }

  async #read(): Promise<Found> {
    try {
      const bytes = await this.#folder.read(fileName, mostBytes.document)
      return Found.parse(JSON.parse(bytes?.toString('utf8') ?? ''))
    } catch {
      return { version, compared: {}, pairs: [] }
    }
  }

  get #folder(): Enclosure {
    return new Enclosure(this.#store.folder)
  }
}

/** The pairs as they are listed, with what the user decided about them. */
export async function reprintRows(store: NotebookStore, pairs: readonly Pair[]): Promise<ReprintRow[]> {
  const known = new Map(
    (await store.model.ask('articlesNamed', [...new Set(pairs.flatMap(({ articles }) => articles))])).map(
      (one) => [one.id, one],
    ),
  )
  return pairs.flatMap(({ articles, score, passages }) => {
    const [one, other] = [known.get(articles[0]), known.get(articles[1])]
    if (!one || !other) return []
    const dismissed =
      dismissalOf(one.dismissed, 'reprint', other.id) ?? dismissalOf(other.dismissed, 'reprint', one.id)
    return [
      {
        articles,
        score,
        passages: passages.length,
        dismissed: dismissed?.reason ?? null,
        titles: [one.title, other.title],
        outlets: [one.outlet, other.outlet],
        published: [one.published, other.published],
        modified: [one.modified, other.modified],
        repeats: one.derivedFrom === other.id ? 0 : other.derivedFrom === one.id ? 1 : null,
      },
    ]
  })
}

/** The pair of these two articles. @throws Problem `not-found` */
export function pairOf(pairs: readonly Pair[], [one, other]: [Id<'article'>, Id<'article'>]): Pair {
  const found = pairs.find(({ articles }) => articles.includes(one) && articles.includes(other))
  if (found) return found
  throw problem('not-found', 'noCommonPassage', {})
}
