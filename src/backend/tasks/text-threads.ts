import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { type Problem, problem } from '../../core/problem.ts'
import { startThread } from '../../storage/start-thread.ts'
import type { TaskName } from './tasks.ts'
import { bytesIn, problemOf, type TaskOptions, type TaskReply, type TaskRequest } from './task-messages.ts'

/**
 * What work over one text may cost: processor time in seconds, and memory of its thread in megabytes. Work that goes on page by page
 * says how far it is, and each step may take as long; all of them together no longer than a person would wait.
 */
const budget = { seconds: 4, allSeconds: 900, megabytes: 240 }
/** How often it is looked how much was used, in milliseconds. */
const look = 200
/** How long a thread without work stays, in milliseconds. */
const idle = 20_000
/** How many work at a time: on large machines not all that could, each takes memory. */
export const threadsAtOnce = Math.max(1, Math.min(6, availableParallelism()))
/** Work that gives parts waits for those who take them, and they may need a thread for that: it has threads of its own. */
const isGiving = ({ onPart }: Pick<TaskOptions, 'onPart'>): boolean => onPart !== undefined

interface Waiting {
  task: TaskName
  input: unknown
  signal: AbortSignal | undefined
  onProgress: TaskOptions['onProgress']
  onPart: TaskOptions['onPart']
  patience: number
  resolve: (output: unknown) => void
  reject: (error: Error) => void
}

/**
 * Threads for work over texts that came from outside. Each does one thing at a time, up to a budget of processor time and
 * memory; whoever is over it, or is cancelled, ends with its thread. So nothing that a text says holds up anything else.
 */
export class TextThreads {
  readonly #waiting: Waiting[] = []
  readonly #threads = new Set<TextThread>()
  #isClosed = false

  /** @throws Problem what the task throws, `cancelled`, `too-large` when it is over the budget */
  run(
    task: TaskName,
    input: unknown,
    { signal, onProgress, onPart, patience = 1 }: TaskOptions,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(cancelled())
        return
      }
      const waiting: Waiting = { task, input, signal, onProgress, onPart, patience, resolve, reject }
      signal?.addEventListener('abort', () => this.#withdraw(waiting), { once: true })
      this.#waiting.push(waiting)
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const { reject } of this.#waiting.splice(0)) reject(cancelled())
    await Promise.all([...this.#threads].map((thread) => thread.end(cancelled())))
    this.#isClosed = false
  }

  #withdraw(waiting: Waiting): void {
    const at = this.#waiting.indexOf(waiting)
    if (at === -1) return
    this.#waiting.splice(at, 1)
    waiting.reject(cancelled())
  }

  #next(): void {
    if (this.#isClosed) return
    const at = this.#waiting.findIndex((one) => this.#busyWith(isGiving(one)) < threadsAtOnce)
    const [work] = at === -1 ? [] : this.#waiting.splice(at, 1)
    if (work) ([...this.#threads].find((thread) => thread.isFree) ?? this.#start()).do(work)
  }

  /** How many threads give parts, or do not. */
  #busyWith(givesParts: boolean): number {
    return [...this.#threads].filter(({ work }) => work !== null && isGiving(work) === givesParts).length
  }

  #start(): TextThread {
    const thread = new TextThread(
      () => this.#next(),
      () => {
        this.#threads.delete(thread)
        this.#next()
      },
    )
    this.#threads.add(thread)
    return thread
  }
}

class TextThread {
  readonly #worker: Worker
  readonly #onFree: () => void
  readonly #onGone: () => void
  #work: Waiting | null = null
  #looks: NodeJS.Timeout | undefined
  #rest: NodeJS.Timeout | undefined
  #last = 0
  /** How far the work said that it is. */
  #done = 0
  #isGone = false

  constructor(onFree: () => void, onGone: () => void) {
    this.#onFree = onFree
    this.#onGone = onGone
    this.#worker = startThread(import.meta.url, './task-worker.ts', 'task-worker', {
      maxOldGenerationSizeMb: budget.megabytes,
      maxYoungGenerationSizeMb: 32,
    })
    this.#worker.on('message', (reply: TaskReply) => this.#receive(reply))
    this.#worker.on('error', (error) => this.#fail(error))
  }

  get isFree(): boolean {
    return this.#work === null && !this.#isGone
  }

  get work(): Waiting | null {
    return this.#work
  }

  do(work: Waiting): void {
    clearTimeout(this.#rest)
    this.#work = work
    this.#done = 0
    this.#last += 1
    this.#worker.ref()
    const request: TaskRequest = { id: this.#last, task: work.task, input: work.input }
    this.#worker.postMessage(request, bytesIn(work.input))
    work.signal?.addEventListener(
      'abort',
      () => {
        if (this.#work === work) void this.end(cancelled())
      },
      { once: true },
    )
    this.#watch(work).catch((error: unknown) => this.#fail(error))
  }

  /** Ends the thread, whatever it is doing. */
  async end(reason: Error): Promise<void> {
    if (this.#isGone) return
    this.#isGone = true
    clearTimeout(this.#looks)
    clearTimeout(this.#rest)
    const work = this.#work
    this.#work = null
    await this.#worker.terminate()
    work?.reject(reason)
    this.#onGone()
  }

  /** Looks from time to time how much the work has used, since it began: what was done before is not charged to it. */
  async #watch(work: Waiting): Promise<void> {
    const began = performance.now()
    const elapsed = (): number => (performance.now() - began) / 1_000
    const before = await this.#secondsUsed(0)
    let step = { done: 0, used: 0 }
    while (this.#work === work) {
      await new Promise<void>((resolve) => {
        this.#looks = setTimeout(resolve, look)
        this.#looks.unref()
      })
      const used = (await this.#secondsUsed(before + elapsed())) - before
      if (this.#done > step.done) step = { done: this.#done, used }
      const isOver =
        used - step.used > budget.seconds * work.patience || used > budget.allSeconds * work.patience
      // It may be done by now, and another one have begun.
      if (this.#work === work && isOver) await this.end(tooCostly())
    }
  }

  /** Processor time of the thread. @param elsewhere what is said where the system cannot tell */
  async #secondsUsed(elsewhere: number): Promise<number> {
    try {
      const { user, system } = await this.#worker.cpuUsage()
      return (user + system) / 1e6
    } catch {
      return elsewhere
    }
  }

  #receive(reply: TaskReply): void {
    const work = this.#work
    if (work === null || reply.id !== this.#last) return
    if ('progress' in reply) {
      this.#done = reply.progress.done
      work.onProgress?.(reply.progress.done, reply.progress.total)
      return
    }
    if ('part' in reply) {
      work.onPart?.(reply.part, () =>
        this.#worker.postMessage({ id: reply.id, taken: true } satisfies TaskRequest),
      )
      return
    }
    this.#work = null
    clearTimeout(this.#looks)
    this.#worker.unref()
    this.#rest = setTimeout(() => void this.end(cancelled()), idle)
    this.#rest.unref()
    if ('output' in reply) work.resolve(reply.output)
    else work.reject(problemOf(reply.error))
    this.#onFree()
  }

  #fail(error: unknown): void {
    const isOutOfMemory =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    void this.end(isOutOfMemory ? tooCostly() : error instanceof Error ? error : new Error(String(error)))
  }
}

/** Those of the program: whoever has work over a text shares them. */
export const textThreads = new TextThreads()

const cancelled = (): Problem => problem('cancelled', 'cancelled', {})
const tooCostly = (): Problem => problem('too-large', 'takesTooLong', {})
