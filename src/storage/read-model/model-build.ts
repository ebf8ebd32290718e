import { parseForHistory } from '../../core/changes/change.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import type { ChangeLog } from '../change-log.ts'
import { documentsInOrder, firstPage } from '../document-files.ts'
import type { DocumentName } from '../document-shapes.ts'
import { forgetHits } from './hits.ts'
import { forgetChanges, indexChange } from './index-change.ts'
import { indexTexts } from './index-record.ts'
import type { ModelWriter } from './model-writer.ts'
import { recount } from './recount.ts'
import { TouchedSums, type SearchText } from './touched.ts'

/** How long one piece of work may take before questions get their turn, in milliseconds. */
export const slice = 20
/** How long a transaction may collect before it is written, in milliseconds. */
const transactionLength = 3_000
/** How many texts are collected before they go into the search, in their order, and how many at once. */
const textsTogether = 2_000
const textsAtOnce = 50
/** How many records are counted at once, at the end. */
const countedAtOnce = 100

/** What a making of the model goes by. */
export interface Turns {
  /** Whether it is to end: the model is closed, or another making has begun. */
  isOver: () => boolean
  /** Gives questions their turn, and waits while the making is paused. */
  rest: () => Promise<void>
}

/** The making of the model from the documents and the log, in small pieces with questions in between. */
export class ModelBuild {
  readonly #writer: ModelWriter
  readonly #log: ChangeLog
  readonly #turns: Turns
  /** What is counted at the end. */
  readonly #later = new TouchedSums({ isBuilding: true })
  readonly #texts: SearchText[] = []

  constructor(writer: ModelWriter, log: ChangeLog, turns: Turns) {
    this.#writer = writer
    this.#log = log
    this.#turns = turns
  }

  async run(onProgress: (done: number, total: number) => void): Promise<void> {
    const { db } = this.#writer
    const { isOver } = this.#turns
    this.#writer.applied ??= new Set()
    const names = documentsInOrder(this.#writer.folder)
    db.beginBulk()
    await this.#readDocuments(names, onProgress)
    if (isOver()) return
    await this.#recountLater()
    if (isOver()) return
    forgetChanges(db)
    await this.readHistory(() => onProgress(names.length, names.length))
    if (isOver()) return
    db.setNote('whole', '1')
    db.endBulk()
    this.#writer.applied = null
  }

  async #readDocuments(
    names: readonly DocumentName[],
    onProgress: (done: number, total: number) => void,
  ): Promise<void> {
    let lastCommit = performance.now()
    for (let at = 0; at < names.length && !this.#turns.isOver();) {
      at += this.#indexSlice(names, at)
      if (at < firstPage) continue
      onProgress(at, names.length)
      await this.#turns.rest()
      if (this.#texts.length >= textsTogether) await this.#indexTextsInTurn()
      if (this.#turns.isOver() || performance.now() - lastCommit < transactionLength) continue
      this.#writer.db.commitBulk()
      lastCommit = performance.now()
    }
    await this.#indexTextsInTurn()
  }

  /** Takes in as many documents as fit into a slice of time. @returns how many */
  #indexSlice(names: readonly DocumentName[], from: number): number {
    const until = performance.now() + slice
    const touched = new TouchedSums({ isBuilding: true })
    let at = from
    let haveTagsChanged = false
    do {
      const name = names[at]
      if (name !== undefined) haveTagsChanged = this.#writer.indexDocument(name, touched) || haveTagsChanged
      at += 1
    } while (at < names.length && performance.now() < until)
    for (const id of touched.sources) this.#later.sources.add(id)
    for (const id of touched.articles) this.#later.articles.add(id)
    // What the first page shows is counted at once.
    if (from >= firstPage) touched.articles.clear()
    touched.sources.clear()
    this.#texts.push(...touched.texts.splice(0))
    this.#writer.settle(touched, haveTagsChanged)
    return at - from
  }

  async #indexTextsInTurn(): Promise<void> {
    if (this.#turns.isOver()) return
    const { db } = this.#writer
    forgetHits(db)
    const sorted = this.#texts.splice(0).sort((a, b) => a.row - b.row)
    for (let at = 0; at < sorted.length && !this.#turns.isOver(); at += textsAtOnce) {
      indexTexts(
        db,
        sorted.slice(at, at + textsAtOnce).filter(({ row }) => this.#isWaitedFor(row)),
      )
      await this.#turns.rest()
    }
  }

  /** A Change may have removed the record meanwhile, or put it with another text. */
  #isWaitedFor(row: number): boolean {
    const record = this.#writer.db.one<{ id: RecordId; isFound: number }>(
      'SELECT id, EXISTS (SELECT 1 FROM search_docsize WHERE id = ?1) AS isFound FROM record WHERE row = ?1',
      row,
    )
    return record !== undefined && !(record.isFound === 1 && this.#writer.applied?.has(record.id) === true)
  }

  /** Brings sums up to date, some at a time. */
  async #recountLater(): Promise<void> {
    const { articles, sources } = this.#later
    const claims = this.#writer.db.all<{ id: Id<'claim'> }>('SELECT id FROM claim WHERE merged_into IS NULL')
    const all: { article?: Id<'article'>; source?: Id<'source'>; claim?: Id<'claim'> }[] = [
      ...[...articles].map((article) => ({ article })),
      ...[...sources].map((source) => ({ source })),
      ...claims.map(({ id }) => ({ claim: id })),
    ]
    for (let at = 0; at < all.length && !this.#turns.isOver(); at += countedAtOnce) {
      const touched = new TouchedSums()
      for (const { article, source, claim } of all.slice(at, at + countedAtOnce)) {
        if (article !== undefined) touched.articles.add(article)
        if (source !== undefined) touched.sources.add(source)
        if (claim !== undefined) touched.origins.add(claim)
      }
      recount(this.#writer.db, touched)
      await this.#turns.rest()
    }
  }

  /** Fills the history from the log. */
  async readHistory(onSlice: () => void): Promise<void> {
    const { db } = this.#writer
    let until = performance.now() + slice
    const lines = this.#log.read(null, {
      parse: parseForHistory,
      onDamage: () => undefined,
    })
    for await (const { change, place } of lines) {
      if (this.#turns.isOver()) return
      indexChange(db, change, place)
      if (performance.now() < until) continue
      onSlice()
      await this.#turns.rest()
      until = performance.now() + slice
    }
    if (!this.#turns.isOver()) this.#writer.indexWaiting()
  }
}
