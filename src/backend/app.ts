import { EventEmitter } from 'node:events'
import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { LiveState } from '../contract/exports.ts'
import type { AppState, OpenNotebook } from '../contract/notebooks.ts'
import { touchedBy } from '../core/listing/touched.ts'
import type { Overview } from '../storage/read-model/model-server.ts'
import type { ChangeEvent, LongWork, ProblemReport } from '../contract/shared.ts'
import { isEntryOf, type Change, type Entry } from '../core/changes/change.ts'
import { problem } from '../core/problem.ts'
import type { Annotation } from '../core/records/annotation.ts'
import type { Id } from '../core/records/base.ts'
import { formatVersion } from '../core/records/migrations.ts'
import { withoutAround } from '../core/text/scan.ts'
import { readIfThere } from '../storage/files.ts'
import { readNotebookFile } from '../storage/notebook-file.ts'
import { NotebookStore } from '../storage/notebook-store.ts'
import { backupFolder, backupsName, makeBackup } from './backups/backups.ts'
import { BackupSchedule } from './backups/backup-schedule.ts'
import { removeDeadRestores, removePartialCopies } from './backups/leftovers.ts'
import { ChosenFiles } from './import/chosen-files.ts'
import { DefectLog } from './program/defect-log.ts'
import { makeSample, sampleFolder, sampleTitle } from './sample/make-sample.ts'
import { toReport } from './program/problems.ts'
import { RecentNotebooks } from './program/recent-notebooks.ts'
import { Turns } from './program/turns.ts'
import { Reprints } from './reprints/reprints.ts'
import type { Following, LiveExport } from './export/live-export.ts'
import { StatementsAhead } from './statements/ahead.ts'
import { TaskThread } from './tasks/task-thread.ts'

/** How often the windows are told of progress, in milliseconds. */
const progressInterval = 200

export interface AppOptions {
  version: string
  /** The folder that new notebooks are made in. */
  home: string
  /** Whether a caller may name any folder (the command line, browser mode), or only known and granted ones. */
  anyPath: boolean
  /** Whether it goes on running: then it remembers opened notebooks for the start page and watches their files. */
  stays: boolean
}

/** The running program: which notebook is open, which were, and what its windows are told. */
export class App extends EventEmitter<{ event: [event: ChangeEvent] }> {
  readonly options: AppOptions
  /** Zip files that were exported for download, by name. */
  readonly downloads = new Map<string, Uint8Array>()
  /** Files that were chosen in a dialog of the shell, to be imported. */
  readonly chosen = new ChosenFiles()
  /** In which order files come in. */
  readonly imports = new Turns()
  /** Where defects of the program are noted. */
  readonly defects: DefectLog
  /** Where heavy work is done. */
  readonly thread = new TaskThread()
  #store: NotebookStore | null = null
  #schedule: BackupSchedule | null = null
  #reprints: Reprints | null = null
  #ahead: StatementsAhead | null = null
  #live: LiveExport | null = null
  readonly #recents: RecentNotebooks
  /** The notebook that was left open is being opened. */
  #reopening: Promise<void> | null = null
  /** Why it could not be opened. */
  #notReopened: ProblemReport | null = null
  readonly #granted = new Set<string>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: AppOptions) {
    super()
    this.setMaxListeners(0)
    this.options = options
    this.defects = new DefectLog(options.home, options.version)
    this.#recents = new RecentNotebooks(options.home)
  }

  /** The open notebook. @throws Problem `no-notebook` */
  get store(): NotebookStore {
    if (this.#store === null) throw problem('no-notebook', 'noNotebook', {})
    return this.#store
  }

  /** The articles of the open notebook that repeat each other. @throws Problem `no-notebook` */
  get reprints(): Reprints {
    return (this.#reprints ??= new Reprints(this.store, this.thread))
  }

  /** The folder that follows the open notebook, if one does. */
  get live(): LiveState | null {
    return this.#live?.state ?? null
  }

  /** Has a folder follow the open notebook from now on, in the place of another one; null: none any more. */
  async follow(following: Following | null): Promise<LiveState | null> {
    return this.#inTurn(async () => {
      const { store } = this
      if (this.options.stays) await this.#recents.follow(store.folder, following)
      await this.#startLive(store, following, true)
      this.emit('event', { type: 'health' })
      return this.live
    })
  }

  /** One after another, and never while another notebook is being opened. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** @param isNew whether the folder may have to be made: one that followed before and is gone was moved by somebody */
  async #startLive(store: NotebookStore, following: Following | null, isNew: boolean): Promise<void> {
    await this.#live?.close()
    this.#live = null
    if (!following || this.#store !== store) return
    const { LiveExport } = await import('./export/live-export.ts')
    this.#live = new LiveExport(
      { store, thread: this.thread, report: (where, error) => this.report(where, error) },
      { ...following, isNew },
      () => this.emit('event', { type: 'health' }),
    )
  }

  /** Allows a folder that the user chose in a dialog of the shell. */
  grant(folder: string): void {
    this.#granted.add(resolve(folder))
  }

  /** @throws Problem `no-permission` for a folder that nobody chose */
  checkGranted(folder: string): string {
    const path = resolve(folder)
    if (this.options.anyPath || this.#granted.has(path)) return path
    throw problem('no-permission', 'folderNotChosen', { path: folder })
  }

  /** @throws Problem `no-permission` for a file that is neither a copy that Ascribe made nor chosen in a dialog */
  checkBackup(file: string): string {
    const path = resolve(file)
    return path.startsWith(join(resolve(this.options.home), backupsName, sep))
      ? path
      : this.checkGranted(path)
  }

  /**
   * Opens the notebook that was open when the program ended. If that fails, the state says why; and what ends the program once more is
   * not opened by itself again.
   */
  reopen(): Promise<void> {
    const open = async (): Promise<void> => {
      const folder = await this.#recents.leftOpen()
      if (folder === null) return
      await this.#recents.closed()
      await this.open(folder).catch((error: unknown) => {
        this.#notReopened = this.report('reopen', error)
      })
    }
    this.#reopening ??= open().finally(() => (this.#reopening = null))
    return this.#reopening
  }

  /** The state for a window that is shown: not before the notebook that was left open is there. */
  async stateWhenOpen(): Promise<AppState> {
    await this.#reopening
    return this.state()
  }

  /** Somebody is at a place of the open notebook, by the path of it. */
  async at(place: string): Promise<void> {
    if (this.#store !== null && this.options.stays) await this.#recents.at(this.#store.folder, place)
  }

  async open(folder: string): Promise<AppState> {
    const path = resolve(folder)
    const recent = await this.#recents.all()
    const isKnown =
      recent.some((entry) => entry.folder === path) || resolve(path, '..') === resolve(this.options.home)
    if (!isKnown) this.checkGranted(path)
    // Opened once more, it would be in its own way.
    if (await this.#isOpen(path)) return this.state()
    return this.#switch(() => this.#openStore(path))
  }

  async #isOpen(folder: string): Promise<boolean> {
    const current = this.#store?.folder
    if (current === undefined) return false
    const [one, other] = await Promise.all([current, folder].map((path) => realpath(path).catch(() => path)))
    return one === other
  }

  /** Before a notebook is brought to a newer format, it is copied. */
  async #openStore(folder: string): Promise<NotebookStore> {
    const store = await NotebookStore.open(folder, async (file) => {
      const target = backupFolder(this.options.home, file)
      const reason = ` before format ${formatVersion}`
      await makeBackup(this.thread, { folder, target, reason }, { onProgress: this.progressOf('backup') })
    })
    // Who may write the notebook is the only one who copies it: what is unfinished there was left by a crash.
    if (store.readOnly === null) {
      await removePartialCopies(backupFolder(this.options.home, store.file))
      await removeDeadRestores(this.options.home)
    }
    return store
  }

  /**
   * Makes a notebook of a backup and opens it.
   * @param folder where; without it a new folder in the home folder
   */
  async restore(
    file: string,
    folder: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{ state: AppState; leftOut: string[] }> {
    const target =
      folder ?? (await this.#freeFolder(`${basename(dirname(file)).replace(/ [0-9a-f]{8}$/, '')} restored`))
    if (folder !== undefined) this.checkGranted(folder)
    const { leftOut } = await this.thread.run(
      'restoreBackup',
      { file: this.checkBackup(file), folder: target },
      { signal, onProgress: this.progressOf('restore') },
    )
    return { state: await this.#switch(() => this.#openStore(target)), leftOut }
  }

  /** Tells the windows how far long work is. */
  progressOf(work: LongWork): (done: number, total: number) => void {
    return (done, total) => this.emit('event', { type: 'working', work, done, total })
  }

  /**
   * Opens the notebook with this id, unless it is open.
   * @throws Problem `not-found` when it was not opened here before
   */
  async openById(id: Id<'notebook'>): Promise<AppState> {
    const state = await this.state()
    if (state.notebook?.id === id) return state
    for (const { folder } of state.recent) {
      const file = await readNotebookFile(folder).catch(() => null)
      if (file?.id === id) return this.open(folder)
    }
    throw problem('not-found', 'unknownNotebook', {})
  }

  /** @param folder where; without it a folder of that name in the home folder */
  async create(title: string, folder?: string): Promise<AppState> {
    return this.#switch(async () => NotebookStore.create(folder ?? (await this.#freeFolder(title)), title))
  }

  /** Opens the sample notebook, which is made where it is not there yet. */
  async openSample(): Promise<AppState> {
    const folder = join(this.options.home, sampleFolder)
    if (await this.#isOpen(folder)) return this.state()
    return this.#switch(async () => {
      if ((await readIfThere(join(folder, 'notebook.json'))) !== null) return this.#openStore(folder)
      const store = await NotebookStore.create(folder, sampleTitle)
      await makeSample(store, this.thread)
      return store
    })
  }

  /** Closes the notebook because the user is done with it: the next start does not open it. */
  async leave(): Promise<AppState> {
    if (this.options.stays) await this.#recents.closed()
    return this.close()
  }

  /** Closes the notebook because the program ends. */
  async close(): Promise<AppState> {
    const state = await this.#switch(() => Promise.resolve(null))
    await this.thread.close()
    return state
  }

  async state(): Promise<AppState> {
    const { version, home, anyPath } = this.options
    const recent = await this.#recents.all()
    const store = this.#store
    const place = recent.find((entry) => entry.folder === store?.folder)?.place ?? null
    const notebook = store === null ? null : await describeNotebook(store, place, this.live)
    return { version, home, anyPath, recent, notReopened: this.#notReopened, notebook }
  }

  /** Opens the other notebook before it closes the one that is open, so that a failure changes nothing. */
  async #switch(open: () => Promise<NotebookStore | null>): Promise<AppState> {
    return this.#inTurn(async () => {
      const current = this.#store
      const next = await open()
      if (next !== null && this.options.stays) await this.#recents.opened(next.folder, next.file.title)
      this.#notReopened = null
      if (current) {
        this.#schedule?.close()
        this.#schedule = null
        this.#reprints?.close()
        this.#reprints = null
        this.#ahead?.close()
        this.#ahead = null
        await this.#live?.close()
        this.#live = null
        current.removeAllListeners()
        await current.close()
      }
      this.#store = next
      if (next !== null) this.#follow(next)
      this.emit('event', { type: 'switched' })
      return this.state()
    })
  }

  /**
   * A failure that is told with the answer, or without any call: a defect is noted.
   * @param where the call, or the part of the program
   */
  report(where: string, error: unknown): ProblemReport {
    const report = toReport(error)
    if (report.code === 'defect') this.defects.note(where, error)
    return report
  }

  /** Tells the windows what happens in the notebook. */
  #follow(store: NotebookStore): void {
    store.on('change', (change, overview) => this.emit('event', toEvent(change, overview)))
    store.on('unsaved', (error) =>
      this.emit('event', { type: 'unsaved', problem: this.report('writing', error) }),
    )
    store.on('health', () => this.emit('event', { type: 'health' }))
    store.model.on('defect', (error) => this.defects.note('read model', error))
    store.model.on('whole', () => this.emit('event', { type: 'indexed' }))
    let lastTold = 0
    store.model.on('progress', () => {
      const { progress } = store.model
      if (progress === null || (performance.now() - lastTold < progressInterval && !progress.isPaused)) return
      lastTold = performance.now()
      this.emit('event', { type: 'indexing', ...progress })
    })
    if (!this.options.stays) return
    const tell = (error: unknown): void => {
      if (this.#store === store)
        this.emit('event', { type: 'unsaved', problem: this.report('attending', error) })
    }
    store.watch().catch(tell)
    if (store.readOnly === null) this.#attend(store, tell)
  }

  /** What goes on while a notebook is open: its log is kept short, it is copied, and reprints are looked for. */
  #attend(store: NotebookStore, tell: (error: unknown) => void): void {
    this.#schedule = new BackupSchedule(store, this.thread, this.options.home, (error) => {
      if (error === undefined) this.emit('event', { type: 'health' })
      else tell(error)
    })
    this.#ahead = new StatementsAhead(store, this.thread, (error) => this.defects.note('statements', error))
    store.on('change', ({ entries }) => {
      const withText = entries.flatMap((entry) =>
        isEntryOf(entry, 'article') && isNewText(entry) ? [entry.id] : [],
      )
      if (withText.length === 0) return
      this.#ahead?.soon(withText)
      this.reprints.soon((error) =>
        error === undefined ? this.emit('event', { type: 'health' }) : tell(error),
      )
    })
    this.#compactLog(store).catch(tell)
    this.#followAgain(store).catch(tell)
  }

  /** The folder that followed it when it was open last goes on. */
  async #followAgain(store: NotebookStore): Promise<void> {
    await this.#inTurn(async () => {
      const known = (await this.#recents.all()).find(({ folder }) => folder === store.folder)
      if (known?.following && this.#store === store) await this.#startLive(store, known.following, false)
    })
  }

  /** Only when a month has ended is there anything to do, and a thread to be started for it. */
  async #compactLog(store: NotebookStore): Promise<void> {
    if ((await store.log.toCompact()).length > 0)
      await this.thread.run('compactLog', { folder: store.folder })
  }

  /** A folder in the home folder that is not there yet, named after the title. */
  async #freeFolder(title: string): Promise<string> {
    const plain = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ')
    const base = withoutAround(plain, '. ').slice(0, 80).trim()
    const names = new Set(await readdir(this.options.home).catch(() => []))
    const wanted = base === '' ? 'Notebook' : base
    let name = wanted
    for (let n = 2; names.has(name); n += 1) name = `${wanted} ${n}`
    return join(this.options.home, name)
  }
}

/** Whether an article came, or got another text. */
function isNewText({ before, after }: Entry<'article'>): boolean {
  return after !== null && before?.versions.length !== after.versions.length
}

/** Of more than so many records a window asks for everything again: to name them would cost more. */
const mostTold = 500

function toEvent(change: Change, { steps, counts, damaged }: Overview): ChangeEvent {
  const { label, entries, emptied } = change
  const annotations = annotationsOf(change)
  const isTold = entries.length <= mostTold && emptied === undefined
  return {
    type: 'changed',
    label,
    records: isTold ? touchedBy(entries) : null,
    now: { steps, counts, damaged },
    ...(annotations ? { annotations } : {}),
  }
}

/** What changed, if it was nothing but highlights of one article. */
function annotationsOf({ entries }: Change): Extract<ChangeEvent, { type: 'changed' }>['annotations'] {
  const put: Annotation[] = []
  const removed: Id<'annotation'>[] = []
  let article: Id<'article'> | undefined
  for (const entry of entries) {
    if (entry.kind !== 'annotation') return undefined
    const own = (entry.after ?? entry.before)?.article
    if (own === undefined || (article !== undefined && article !== own)) return undefined
    article = own
    if (entry.after === null) removed.push(entry.id)
    else put.push(entry.after)
  }
  return article === undefined ? undefined : { article, put, removed }
}

async function describeNotebook(
  store: NotebookStore,
  place: string | null,
  live: LiveState | null,
): Promise<OpenNotebook> {
  const { counts, damaged, steps } = await store.model.askNow('overview')
  return {
    id: store.file.id,
    title: store.file.title,
    folder: store.folder,
    readOnly: store.readOnly,
    place,
    views: store.file.views,
    live,
    steps,
    counts,
    damaged,
    indexing: store.model.progress,
  }
}
