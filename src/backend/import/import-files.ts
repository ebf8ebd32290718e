import type { ImportedArticle, ImportEvent } from '../../contract/articles.ts'
import { checkSize } from '../../core/import/check-size.ts'
import type { ImportOption } from '../../core/import/import-options.ts'
import { problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import type { Said } from '../../core/words/say.ts'
import type { App } from '../app.ts'
import type { Turn } from '../program/turns.ts'
import { withProgress } from '../program/with-progress.ts'
import { threadsAtOnce } from '../tasks/text-threads.ts'
import { comingFile, importFile, type ComingFile } from './import-article.ts'

export type Incoming = File | { chosen: string }

/** What is to be brought in, and how. */
export interface ImportRequest {
  files: readonly Incoming[]
  versionOf?: Id<'article'> | undefined
  password?: string | undefined
  take?: ImportOption['name'] | undefined
}

/** So many files are on their way: one comes in while each thread reads another one. */
const atOnce = threadsAtOnce + 1
/** Larger ones are not read before their turn, in bytes: they would be in memory beside each other. */
const mostAhead = 16 << 20

/** A file that is being made ready for its turn. */
interface Begun {
  incoming: Incoming
  name: string
  turn: Turn
  ready: Promise<ComingFile>
  /** Who is told how far it is, when it is its turn. */
  listener: { tell?: (done: number, total: number) => void }
}

/**
 * Brings files in, in their order, and after those that were asked for before: two may be versions of one article. While one comes in,
 * the next ones are read.
 */
export async function* importFiles(
  app: App,
  request: ImportRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportEvent> {
  const { files } = request
  const counts = { imported: 0, existing: 0, failed: 0 }
  const begun: Begun[] = []
  let next = 0
  try {
    for (let done = 0; done < files.length; done += 1) {
      for (let one = files[next]; one && begun.length < atOnce; one = files[next]) {
        begun.push(begin(app, request, one, signal))
        next += 1
      }
      const [one] = begun
      if (!one || (await isCancelledBefore(one.turn, signal))) return
      const reading = { type: 'reading' as const, file: one.name, done, total: files.length }
      yield { ...reading, part: null }
      for await (const event of bringIn(app, request, one, signal)) {
        if ('total' in event) {
          yield { ...reading, part: event }
          continue
        }
        if (event.type === 'failed') counts.failed += 1
        else counts[event.article.existing ? 'existing' : 'imported'] += 1
        yield event
      }
      begun.shift()
      one.turn.over()
    }
  } finally {
    for (const one of begun) giveUp(one)
  }
  yield { type: 'done', ...counts }
}

function begin(app: App, request: ImportRequest, incoming: Incoming, signal: AbortSignal | undefined): Begun {
  const { versionOf, password, take } = request
  const name = incoming instanceof File ? incoming.name : app.chosen.nameOf(incoming.chosen)
  const turn = app.imports.take()
  const listener: Begun['listener'] = {}
  const makeReady = async (): Promise<ComingFile> => {
    if ((await sizeOf(app, incoming)) > mostAhead) await turn.begins
    const { bytes, mediaType } = await bytesOf(app, incoming)
    const input = { bytes, fileName: name, mediaType, given: { password }, take }
    const onProgress = (done: number, total: number): void => listener.tell?.(done, total)
    return comingFile({ ...importing(app, signal), onProgress }, input, versionOf !== undefined)
  }
  const ready = makeReady()
  // What fails is told when it is its turn.
  ready.catch(() => undefined)
  return { incoming, name, turn, ready, listener }
}

const importing = (
  { store, thread }: App,
  signal: AbortSignal | undefined,
): Pick<App, 'store' | 'thread'> & { signal: AbortSignal | undefined } => ({ store, thread, signal })

/** Waits for a turn. @returns whether it was cancelled meanwhile */
async function isCancelledBefore({ begins }: Turn, signal: AbortSignal | undefined): Promise<boolean> {
  if (!signal) await begins
  else if (!signal.aborted)
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true })
      void begins.then(resolve)
    })
  return signal?.aborted === true
}

/** Whoever is not waited for any more ends its thread. */
function giveUp({ turn, ready }: Begun): void {
  turn.over()
  void ready.then(({ articles }) => articles.return(undefined)).catch(() => undefined)
}

type Brought = Extract<ImportEvent, { type: 'imported' | 'failed' }>

async function* bringIn(
  app: App,
  { versionOf }: ImportRequest,
  { incoming, name, ready, listener }: Begun,
  signal: AbortSignal | undefined,
): AsyncGenerator<Brought | { done: number; total: number }> {
  let options: readonly ImportOption[] = []
  // Who may be asked for again need not be chosen again.
  let isOver = true
  try {
    const file = await ready
    if (file.input.take === undefined) options = file.importer.options ?? []
    const events = withProgress<ImportedArticle>((onProgress) => {
      listener.tell = onProgress
      return importFile(importing(app, signal), file, versionOf)
    })
    for await (const event of events) {
      if ('done' in event) {
        yield event
        continue
      }
      const offered = event.existing ? [] : namesOf(options, event.warnings, null)
      isOver &&= offered.length === 0
      yield { type: 'imported', file: name, article: event, options: offered }
    }
    if (isOver) forget(app, incoming)
  } catch (error) {
    const report = app.report('articles.import', error)
    const offered = namesOf(options, [], report.code)
    if (report.code !== 'password-needed' && offered.length === 0) forget(app, incoming)
    yield { type: 'failed', file: name, problem: report, options: offered }
  }
}

const namesOf = (
  options: readonly ImportOption[],
  told: readonly Said[],
  problem: string | null,
): ImportOption['name'][] =>
  options.filter(({ isOffered }) => isOffered(told, problem)).map(({ name }) => name)

/** Whoever chose it need not be asked again where it is. */
function forget({ chosen }: App, incoming: Incoming): void {
  if (!(incoming instanceof File)) chosen.forget(incoming.chosen)
}

const sizeOf = async ({ chosen }: App, incoming: Incoming): Promise<number> =>
  incoming instanceof File ? incoming.size : chosen.sizeOf(incoming.chosen)

/** The bytes of one file. @throws Problem */
async function bytesOf(
  { chosen }: App,
  incoming: Incoming,
): Promise<{ bytes: Uint8Array; mediaType?: string }> {
  if (!(incoming instanceof File)) return { bytes: await chosen.read(incoming.chosen) }
  checkSize(incoming.name, incoming.size)
  try {
    return { bytes: new Uint8Array(await incoming.arrayBuffer()), mediaType: incoming.type }
  } catch (cause) {
    throw problem('unreadable', 'fileNotReadable', { name: incoming.name }, { cause })
  }
}
