import { EventEmitter, once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { problem } from '../core/problem.ts'
import type { LogMark, LogPlace } from './change-log.ts'
import type { DocumentName } from './document-shapes.ts'
import type { CallName, ModelCalls, Reply, Request, WrittenStates } from './read-model/messages.ts'
import type { Overview, Unwritten } from './read-model/model-server.ts'
import type { ModelPlace } from './read-model/open-model.ts'
import type { QueryInput, QueryName, QueryOutput } from './read-model/queries.ts'
import { startThread } from './start-thread.ts'

/** How many of how many documents are in the model. */
export interface ModelProgress {
  done: number
  total: number
}

/** The thread stays small: what it reads is let go of soon. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 12 }

interface Pending {
  resolve: (output: unknown) => void
  reject: (error: Error) => void
}

/** The database of the model is broken; it must be made anew. */
class BrokenModel extends Error {}

/** What went wrong in the thread, as if it had been thrown here. */
const defectOf = ({
  name,
  message,
  stack,
}: {
  name: string
  message: string
  stack: string | undefined
}): Error => Object.assign(new Error(message), { name, stack })

/**
 * The derived database that every list, count and search reads, in a thread of its own: neither a question nor the making
 * of the model holds up the thread that answers the window. Answers come in the order of the questions and Changes.
 */
export class ReadModel extends EventEmitter<{
  progress: [progress: ModelProgress]
  whole: []
  /** The thread ended, or had to begin anew: nothing is lost, but it should not happen. */
  defect: [error: Error]
}> {
  #worker: Worker
  readonly #folder: string
  #place: ModelPlace = 'memory'
  #hasFailed = false
  readonly #unwritten: () => Promise<Unwritten[]>
  readonly #pending = new Map<number, Pending>()
  #last = 0
  #isClosed = false
  #isPaused = false
  #progress: ModelProgress | null = null
  #whole: Promise<void> = Promise.resolve()
  #renewal: Promise<void> | null = null

  private constructor(folder: string, unwritten: () => Promise<Unwritten[]>) {
    super()
    this.#folder = folder
    this.#unwritten = unwritten
    this.#worker = this.#start()
  }

  /** Starts the thread; the model is there after `open`. @param unwritten the documents that are newer in memory than on disk */
  static start(folder: string, unwritten: () => Promise<Unwritten[]>): ReadModel {
    return new ReadModel(folder, unwritten)
  }

  /** Opens the model; when it is not whole, it is made in the background. @param end where the log ends */
  async open(place: ModelPlace, end: LogMark | null): Promise<void> {
    this.#place = place
    const { isWhole } = await this.#call('open', { folder: this.#folder, place, end })
    if (!isWhole) this.#build()
  }

  /** How far the making of the model is; null when it is whole. */
  get progress(): (ModelProgress & { isPaused: boolean }) | null {
    return this.#progress === null ? null : { ...this.#progress, isPaused: this.#isPaused }
  }

  /** Answers when everything is in the model. */
  get whole(): Promise<void> {
    return this.#whole
  }

  /** Asks when everything is in the model. */
  async ask<K extends QueryName>(name: K, ...input: QueryInput<K>): Promise<QueryOutput<K>> {
    await this.#whole
    return this.askNow(name, ...input)
  }

  /** Asks of what is in the model by now: for lists, which are asked for again when more has come. */
  async askNow<K extends QueryName>(name: K, ...input: QueryInput<K>): Promise<QueryOutput<K>> {
    const ask = (): Promise<unknown> => this.#call('ask', { name, input })
    try {
      return (await ask()) as QueryOutput<K>
    } catch (error) {
      if (!(error instanceof BrokenModel)) throw error
      await this.renew()
      await this.#whole
      return (await ask()) as QueryOutput<K>
    }
  }

  /**
   * Takes a Change in that has just been made durable; it cannot fail for want of a good cache.
   * @param place where it stands in the log, from which the thread reads it: a large Change is not copied across
   */
  async apply(place: LogPlace): Promise<Overview> {
    try {
      return await this.#call('apply', place)
    } catch (error) {
      if (!(error instanceof BrokenModel)) throw error
      await this.renew()
      return this.ask('overview')
    }
  }

  /** Notes how documents stand on disk; if it cannot be noted, they are read again at the next start. */
  written(states: WrittenStates): void {
    if (states.size > 0) this.#call('written', states).catch(() => undefined)
  }

  /** Stops the making of the model for a while, or goes on. */
  async pause(isPaused: boolean): Promise<void> {
    this.#isPaused = isPaused
    await this.#call('pause', isPaused)
    if (this.#progress) this.emit('progress', this.#progress)
  }

  /** Makes the model anew: the database is damaged or cannot be written. The second time it is made in memory. */
  renew(): Promise<void> {
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = null))
    return this.#renewal
  }

  async #renew(): Promise<void> {
    const place = this.#hasFailed ? 'memory' : this.#place
    this.#hasFailed = true
    await this.#call('renew', { unwritten: await this.#unwritten(), place })
    this.#build()
  }

  /** Fills the history again from the log, whose places are other ones now. */
  async renewHistory(): Promise<void> {
    await this.#whole
    await this.#call('renewHistory', null)
    // What was asked meanwhile was answered with half of it.
    if (!this.#isClosed) this.emit('whole')
  }

  /** Takes documents in anew, as they are on disk. */
  async reindex(names: readonly DocumentName[]): Promise<void> {
    await this.#whole
    await this.#call('reindex', names)
  }

  /** Takes in what the program has written that may write this notebook. */
  async follow(names: readonly DocumentName[]): Promise<void> {
    await this.#whole
    await this.#call('follow', names)
  }

  /** The documents that are other ones on disk than those that the model was made from. */
  async changedOnDisk(): Promise<DocumentName[]> {
    await this.#whole
    return this.#call('changedOnDisk', null)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#whole.catch(() => undefined)
    const gone = once(this.#worker, 'exit')
    await this.#call('close', null).catch(() => undefined)
    // It ends by itself: to be ended in the middle of SQLite's work would take the whole process with it.
    await gone
    this.#rejectAll(problem('no-notebook', 'notebookClosed', {}))
  }

  #build(): void {
    this.#progress = { done: 0, total: 0 }
    const whole: Promise<void> = this.#call('build', null).then(
      () => {
        // Another making may have begun meanwhile.
        if (this.#whole !== whole) return this.#whole
        this.#progress = null
        if (!this.#isClosed) this.emit('whole')
        return undefined
      },
      async (error: unknown) => {
        if (this.#isClosed) return
        if (!(error instanceof BrokenModel)) throw error
        await this.renew()
        await this.#whole
      },
    )
    this.#whole = whole
    // Whoever waits for it is told; without one, the next question fails and is told.
    this.#whole.catch(() => undefined)
  }

  #start(): Worker {
    const worker = startThread(
      import.meta.url,
      './read-model/model-worker.ts',
      'model-worker',
      resourceLimits,
    )
    worker.on('message', (reply: Reply) => this.#receive(reply))
    worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))))
    return worker
  }

  /** The thread has ended (out of memory, say): another one makes the model in memory. */
  #fail(error: Error): void {
    this.emit('defect', error)
    this.#rejectAll(new BrokenModel(error.message))
    if (this.#isClosed) return
    this.#worker = this.#start()
    this.#call('open', { folder: this.#folder, place: 'memory', end: null }).catch(() => undefined)
    this.renew().catch(() => undefined)
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error)
    this.#pending.clear()
  }

  #receive(reply: Reply): void {
    if ('progress' in reply) {
      this.#progress = reply.progress
      this.emit('progress', reply.progress)
      return
    }
    const pending = this.#pending.get(reply.id)
    this.#pending.delete(reply.id)
    if (this.#pending.size === 0 && !this.#isClosed) this.#worker.unref()
    if ('output' in reply) pending?.resolve(reply.output)
    else pending?.reject(reply.error.isBroken ? new BrokenModel(reply.error.message) : defectOf(reply.error))
  }

  #call<K extends CallName>(call: K, input: ModelCalls[K]['input']): Promise<ModelCalls[K]['output']> {
    if (this.#isClosed && call !== 'close')
      return Promise.reject(problem('no-notebook', 'notebookClosed', {}))
    this.#last += 1
    const request: Request<K> = { id: this.#last, call, input }
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { resolve: resolve, reject })
      // As long as an answer is awaited the program goes on.
      this.#worker.ref()
      this.#worker.postMessage(request)
    })
  }
}
