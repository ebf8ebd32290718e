import type { ExportInput, WrittenBefore } from '../../core/export/exporter.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { Source } from '../../core/records/source.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import type { OpenWork } from '../../core/open-work/open-work.ts'
import type { OriginsAnswer } from '../../storage/read-model/corroboration.ts'
import type { RecordsByKind } from '../../storage/read-model/export-parts.ts'
import { inParallel } from './in-parallel.ts'
import { inTurnsAll } from './in-turns.ts'
import type { Plan } from './plan.ts'
import {
  articlesOf,
  inputOf,
  readArticle,
  readEach,
  type ArticleRead,
  type Reading,
  type Wanted,
} from './read-export-input.ts'

/** Of more records than this, all of the notebook is read: that is simpler, and no slower then. */
const most = 1_500
/** What is missing in what is made may be missing something itself: a name, the one that it was merged into. */
const mostRounds = 8

/** What a part is read for. */
interface Part {
  /** The records that it begins with. */
  about: readonly RecordId[]
  chosen: ExportInput['chosen']
  open: readonly OpenWork[]
  written?: Omit<WrittenBefore, 'index'>
}

/**
 * What an exporter needs for some files, and nothing else of the notebook: what stands around the records that they are about, then
 * whatever is found to be missing when they are made.
 * @returns null where that would be too much of it
 */
export async function readPart(
  reading: Reading,
  { exporter, request }: Plan,
  { about, chosen, open, written }: Part,
  wanted: Wanted,
): Promise<ExportInput | null> {
  const { store } = reading
  const part = new ReadPart(reading, open)
  /** Also what is not in the notebook at all: it is missed each time. */
  const missed = new Set<RecordId>()
  let found = await store.model.ask('recordsAround', about)
  for (let round = 0; round < mostRounds && part.hasRoomFor(found); round += 1) {
    await part.add(found)
    const input = { ...(await part.input({ ...wanted, chosen })), written }
    const { files, missing } = await exporter.write(input, request)
    await inTurnsAll(files)
    const lacking = [...(missing?.() ?? [])].filter((id) => !missed.has(id))
    for (const id of lacking) missed.add(id)
    found = await store.model.ask('familiesOf', lacking)
    if (part.hasAll(found)) return input
  }
  return null
}

const sizeOf = ({ articles, claims, sources }: RecordsByKind): number =>
  articles.length + claims.length + sources.length

/** What was read so far. */
class ReadPart {
  readonly #reading: Reading
  readonly #open: readonly OpenWork[]
  readonly #articles = new Map<Id<'article'>, ArticleRead | null>()
  readonly #claims = new Map<Id<'claim'>, Claim>()
  readonly #sources = new Map<Id<'source'>, Source>()
  readonly #origins = new Map<Id<'claim'>, OriginsAnswer['claims'][number]>()

  constructor(reading: Reading, open: readonly OpenWork[]) {
    this.#reading = reading
    this.#open = open
  }

  /** Of some records those that were not read yet. */
  #unread({ articles, claims, sources }: RecordsByKind): RecordsByKind {
    return {
      articles: articles.filter((id) => !this.#articles.has(id)),
      claims: claims.filter((id) => !this.#claims.has(id)),
      sources: sources.filter((id) => !this.#sources.has(id)),
    }
  }

  hasAll(found: RecordsByKind): boolean {
    return sizeOf(this.#unread(found)) === 0
  }

  hasRoomFor(found: RecordsByKind): boolean {
    const read = this.#articles.size + this.#claims.size + this.#sources.size
    return read + sizeOf(this.#unread(found)) <= most
  }

  /** Reads what was not read before. */
  async add(found: RecordsByKind): Promise<void> {
    const { store } = this.#reading
    const { articles, claims, sources } = this.#unread(found)
    const read = await inParallel(articles, (id) => readArticle(store, id))
    for (const [at, id] of articles.entries()) this.#articles.set(id, read[at] ?? null)
    for (const claim of await readEach(store, 'claim', claims)) this.#claims.set(claim.id, claim)
    for (const source of await readEach(store, 'source', sources)) this.#sources.set(source.id, source)
    if (claims.length === 0) return
    for (const one of (await store.model.ask('originsOf', claims)).claims) this.#origins.set(one.claim, one)
  }

  input(wanted: Wanted & Pick<ExportInput, 'chosen'>): Promise<ExportInput> {
    return inputOf(this.#reading, wanted, {
      ...articlesOf([...this.#articles.values()]),
      claims: [...this.#claims.values()],
      sources: [...this.#sources.values()],
      origins: [...this.#origins.values()],
      open: this.#open,
    })
  }
}
