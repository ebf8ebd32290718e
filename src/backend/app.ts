import { EventEmitter } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import type { AppState, OpenNotebook } from '../contract/notebooks.ts'
import type { ChangeEvent, Steps } from '../contract/shared.ts'
import type { Change } from '../core/changes/change.ts'
import { Problem } from '../core/problem.ts'
import type { Annotation } from '../core/records/annotation.ts'
import type { Id } from '../core/records/base.ts'
import { readIfThere, writeAtomically } from '../storage/files.ts'
import { NotebookStore } from '../storage/notebook-store.ts'
import type { OnProgress } from '../storage/read-model.ts'
import { makeSample, sampleFolder, sampleTitle } from './sample/make-sample.ts'
import { toReport } from './problems.ts'

const Recent = z.object({ recent: z.array(z.object({ folder: z.string(), title: z.string() })) })
const recentKept = 12

export interface AppOptions {
  version: string
  /** The folder that new notebooks are made in. */
  home: string
  /** Whether a caller may name any folder (the command line, browser mode), or only known and granted ones. */
  anyPath: boolean
  /** Whether opened notebooks are remembered for the start page. */
  keepsRecent: boolean
}

/** The running program: which notebook is open, which were, and what its windows are told. */
export class App extends EventEmitter<{ event: [event: ChangeEvent] }> {
  readonly options: AppOptions
  /** Zip files that were exported for download, by name. */
  readonly downloads = new Map<string, Uint8Array>()
  #store: NotebookStore | null = null
  readonly #granted = new Set<string>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: AppOptions) {
    super()
    this.setMaxListeners(0)
    this.options = options
  }

  /** The open notebook. @throws Problem `no-notebook` */
  get store(): NotebookStore {
    if (this.#store === null)
      throw new Problem('no-notebook', 'No notebook is open.', 'Open or make one first.')
    return this.#store
  }

  /** Allows a folder that the user chose in a dialog of the shell. */
  grant(folder: string): void {
    this.#granted.add(resolve(folder))
  }

  /** @throws Problem `no-permission` for a folder that nobody chose */
  checkGranted(folder: string): string {
    const path = resolve(folder)
    if (this.options.anyPath || this.#granted.has(path)) return path
    throw new Problem(
      'no-permission',
      `“${folder}” was not chosen in a dialog.`,
      'Choose the folder with the button.',
    )
  }

  async open(folder: string, onProgress?: OnProgress): Promise<AppState> {
    const path = resolve(folder)
    const recent = await this.#recent()
    const isKnown =
      recent.some((entry) => entry.folder === path) || resolve(path, '..') === resolve(this.options.home)
    if (!isKnown) this.checkGranted(path)
    return this.#switch(() => NotebookStore.open(path, onProgress))
  }

  /** @param folder where; without it a folder of that name in the home folder */
  async create(title: string, folder?: string): Promise<AppState> {
    return this.#switch(async () => NotebookStore.create(folder ?? (await this.#freeFolder(title)), title))
  }

  /** Opens the sample notebook, which is made where it is not there yet. */
  async openSample(): Promise<AppState> {
    const folder = join(this.options.home, sampleFolder)
    return this.#switch(async () => {
      if ((await readIfThere(join(folder, 'notebook.json'))) !== null) return NotebookStore.open(folder)
      const store = await NotebookStore.create(folder, sampleTitle)
      await makeSample(store)
      return store
    })
  }

  async close(): Promise<AppState> {
    return this.#switch(() => Promise.resolve(null))
  }

  async state(): Promise<AppState> {
    const { version, home, anyPath } = this.options
    const notebook = this.#store === null ? null : describeNotebook(this.#store)
    return { version, home, anyPath, recent: await this.#recent(), notebook }
  }

  /** Opens the other notebook before it closes the one that is open, so that a failure changes nothing. */
  async #switch(open: () => Promise<NotebookStore | null>): Promise<AppState> {
    const turn = this.#turn.then(async () => {
      const current = this.#store
      const next = await open()
      if (next !== null) await this.#remember(next)
      if (current) {
        current.removeAllListeners()
        await current.close()
      }
      this.#store = next
      next?.on('change', (change) => {
        this.emit('event', toEvent(change, next.steps()))
      })
      next?.on('unsaved', (error) => this.emit('event', { type: 'unsaved', problem: toReport(error) }))
      this.emit('event', { type: 'switched' })
      return this.state()
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #recent(): Promise<AppState['recent']> {
    const content = await readIfThere(this.#recentPath).catch(() => null)
    try {
      return Recent.parse(JSON.parse(content?.toString('utf8') ?? '{"recent":[]}')).recent
    } catch {
      // Only a convenience: a damaged list starts again.
      return []
    }
  }

  async #remember(store: NotebookStore): Promise<void> {
    if (!this.options.keepsRecent) return
    const entry = { folder: store.folder, title: store.file.title }
    const others = (await this.#recent()).filter(({ folder }) => folder !== store.folder)
    const recent = [entry, ...others].slice(0, recentKept)
    await writeAtomically(this.#recentPath, `${JSON.stringify({ recent }, null, 2)}\n`).catch(() => undefined)
  }

  get #recentPath(): string {
    return join(this.options.home, '.recent.json')
  }

  /** A folder in the home folder that is not there yet, named after the title. */
  async #freeFolder(title: string): Promise<string> {
    const base = title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^\.+|[. ]+$/g, '')
      .trim()
      .slice(0, 80)
    const names = new Set(await readdir(this.options.home).catch(() => []))
    const wanted = base === '' ? 'Notebook' : base
    let name = wanted
    for (let n = 2; names.has(name); n += 1) name = `${wanted} ${n}`
    return join(this.options.home, name)
  }
}

function toEvent(change: Change, steps: Steps): ChangeEvent {
  const records = change.entries.map(({ kind, id }) => ({ kind, id }))
  const annotations = annotationsOf(change)
  return { type: 'changed', label: change.label, records, steps, ...(annotations ? { annotations } : {}) }
}

/** What changed, if it was nothing but highlights of one article. */
function annotationsOf({ entries }: Change): Extract<ChangeEvent, { type: 'changed' }>['annotations'] {
  const put: Annotation[] = []
  const removed: Id[] = []
  let article: Id | undefined
  for (const { kind, id, before, after } of entries) {
    if (kind !== 'annotation') return undefined
    const record = (after ?? before) as Annotation
    if (article !== undefined && article !== record.article) return undefined
    article = record.article
    if (after === null) removed.push(id)
    else put.push(after as Annotation)
  }
  return article === undefined ? undefined : { article, put, removed }
}

function describeNotebook(store: NotebookStore): OpenNotebook {
  const { model } = store
  return {
    id: store.file.id,
    title: store.file.title,
    folder: store.folder,
    readOnly: store.readOnly,
    steps: store.steps(),
    counts: {
      articles: model.db.count('SELECT count(*) FROM article'),
      claims: model.db.count('SELECT count(*) FROM claim'),
      sources: model.db.count('SELECT count(*) FROM source WHERE merged_into IS NULL'),
      tags: model.db.count('SELECT count(*) FROM tag WHERE merged_into IS NULL'),
    },
    damaged: model.damaged(),
  }
}
