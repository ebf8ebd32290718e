import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { type Problem, problem } from '../../core/problem.ts'
import { startThread } from '../../storage/start-thread.ts'
import { eventQueue } from '../program/event-queue.ts'
import { problemOf, type TaskOptions, type TaskReply, type TaskRequest } from './task-messages.ts'
import { textThreads } from './text-threads.ts'
import type { TaskInput, TaskName, TaskOutput, TaskParts } from './tasks.ts'

const outOfMemory = (cause: Error): Problem => problem('unsupported', 'needsMemory', {}, { cause })

/** How long a thread without work stays, in milliseconds. */
const idle = 20_000
/** How long it may take to end, in milliseconds. */
const patience = 5_000

interface Running {
  resolve: (output: unknown) => void
  reject: (error: Error) => void
  onProgress: TaskOptions['onProgress']
}

/** What is done over texts that came from outside, and so has a budget and threads of its own. */
const overTexts = new Set<TaskName>([
  'readArticles',
  'partsOfPage',
  'carryOver',
  'compareTexts',
  'correctWords',
  'shareKept',
  'findStatements',
  'placePages',
  'drawPage',
])

/**
 * A thread for heavy work on the files of a notebook: started when it is needed, ended when it has had nothing to do for a
 * while. Work over foreign texts is given to threads that can be ended.
 */
export class TaskThread {
  /** Ends what this one has asked of the threads for texts; those are shared. */
  #texts = new AbortController()
  #worker: Worker | null = null
  #timer: NodeJS.Timeout | undefined
  readonly #running = new Map<number, Running>()
  #last = 0

  /** @throws Problem what the task throws, `cancelled` when it was cancelled */
  run<K extends TaskName>(task: K, input: TaskInput<K>, options: TaskOptions = {}): Promise<TaskOutput<K>> {
    if (overTexts.has(task)) {
      const signals = [this.#texts.signal, ...(options.signal ? [options.signal] : [])]
      const own = { ...options, signal: AbortSignal.any(signals) }
      return textThreads.run(task, input, own) as Promise<TaskOutput<K>>
    }
    clearTimeout(this.#timer)
    const worker = (this.#worker ??= this.#start())
    this.#last += 1
    const id = this.#last
    return new Promise((resolve, reject) => {
      this.#running.set(id, {
        resolve: resolve as Running['resolve'],
        reject,
        onProgress: options.onProgress,
      })
      worker.ref()
      worker.postMessage({ id, task, input } satisfies TaskRequest)
      options.signal?.addEventListener('abort', () =>
        this.#worker?.postMessage({ id, task: null, input: null } satisfies TaskRequest),
      )
    })
  }

  /**
   * What a task gives, as it comes. Whoever asks for no more of it cancels it.
   * @throws Problem what the task throws, `cancelled` when it was cancelled
   */
  async *parts<K extends keyof TaskParts>(
    task: K,
    input: TaskInput<K>,
    options: TaskOptions = {},
  ): AsyncGenerator<TaskParts[K]> {
    const left = new AbortController()
    const signal = AbortSignal.any([left.signal, ...(options.signal ? [options.signal] : [])])
    type Given = { part: TaskParts[K]; taken: () => void } | { failed: unknown } | 'done'
    const given = eventQueue<Given>((push) => {
      // What crosses from a thread is what its task gave.
      const onPart = (part: unknown, taken: () => void): void => push({ part: part as TaskParts[K], taken })
      this.run(task, input, { ...options, signal, onPart }).then(
        () => push('done'),
        (failed: unknown) => push({ failed }),
      )
      return () => left.abort()
    }, undefined)
    for await (const one of given) {
      if (one === 'done') return
      if ('failed' in one) throw one.failed
      yield one.part
      one.taken()
    }
  }

  /** Cancels what the thread is doing, and lets it end. */
  async close(): Promise<void> {
    this.#texts.abort()
    this.#texts = new AbortController()
    await this.#endWorker()
  }

  async #endWorker(): Promise<void> {
    clearTimeout(this.#timer)
    const worker = this.#worker
    if (worker === null) return
    this.#worker = null
    const gone = once(worker, 'exit')
    worker.ref()
    for (const id of this.#running.keys())
      worker.postMessage({ id, task: null, input: null } satisfies TaskRequest)
    worker.postMessage('end')
    await Promise.race([gone, delay(patience, undefined, { ref: false })])
    this.#fail(problem('cancelled', 'workEnded', {}))
    await worker.terminate()
  }

  #start(): Worker {
    const worker = startThread(import.meta.url, './task-worker.ts', 'task-worker')
    worker.on('message', (reply: TaskReply) => this.#receive(reply))
    worker.on('error', (error: Error) => {
      this.#worker = null
      const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#fail(isOutOfMemory ? outOfMemory(error) : error)
    })
    return worker
  }

  #receive(reply: TaskReply): void {
    const running = this.#running.get(reply.id)
    if ('progress' in reply) {
      running?.onProgress?.(reply.progress.done, reply.progress.total)
      return
    }
    // Only work over texts gives parts.
    if ('part' in reply) return
    this.#running.delete(reply.id)
    if (this.#running.size === 0) this.#rest()
    if ('output' in reply) running?.resolve(reply.output)
    else running?.reject(problemOf(reply.error))
  }

  #rest(): void {
    this.#worker?.unref()
    this.#timer = setTimeout(() => void this.#endWorker(), idle)
    this.#timer.unref()
  }

  #fail(error: Error): void {
    for (const { reject } of this.#running.values()) reject(error)
    this.#running.clear()
  }
}
