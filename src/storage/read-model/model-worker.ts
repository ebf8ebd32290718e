import { parentPort } from 'node:worker_threads'
import { isBrokenDatabase } from '../sqlite-errors.ts'
import { Enclosure } from '../enclosure.ts'
import type { ModelDatabase } from './database.ts'
import type { CallName, ModelCalls, Reply, Request } from './messages.ts'
import type { ModelServer } from './model-server.ts'
import { openModel, type OpenedModel } from './open-model.ts'
import { queries, type QueryName } from './queries.ts'

/**
 * How long after opening the part that writes is loaded, in milliseconds, unless it is needed before. The first page needs only
 * questions.
 */
const loadingDelay = 300

let folder = new Enclosure('')
let opened: OpenedModel | undefined
let server: ModelServer | undefined

const theModel = (): OpenedModel => {
  if (!opened) throw new Error('the read model is not open')
  return opened
}

/** The part that writes: parsers and schemas, which take a moment to load. */
async function writer(): Promise<ModelServer> {
  const { db } = theModel()
  const { ModelServer: Server } = await import('./model-server.ts')
  return (server ??= new Server(db, folder))
}

const send = (reply: Reply): void => parentPort?.postMessage(reply)

async function open(input: ModelCalls['open']['input']): Promise<{ isWhole: boolean }> {
  folder = new Enclosure(input.folder)
  opened = openModel(folder, input.place, input.end)
  if (opened.isWhole && !opened.isInStep) {
    try {
      await (await writer()).catchUpWithLog()
    } catch {
      ;(await writer()).renew([], input.place)
      return { isWhole: false }
    }
  }
  setTimeout(() => void writer().catch(() => undefined), loadingDelay).unref()
  return { isWhole: opened.isWhole }
}

const calls: { [K in CallName]: (input: ModelCalls[K]['input']) => Promise<ModelCalls[K]['output']> } = {
  open,
  ask({ name, input }) {
    server?.catchUp()
    const query = queries[name as QueryName] as (db: ModelDatabase, ...rest: readonly unknown[]) => unknown
    return Promise.resolve(query(server?.db ?? theModel().db, ...input))
  },
  apply: async (place) => (await writer()).apply(place),
  async written(states) {
    ;(await writer()).written(states)
    return null
  },
  async build() {
    await (await writer()).build((done, total) => send({ progress: { done, total } }))
    return null
  },
  async pause(isPaused) {
    ;(await writer()).pause(isPaused)
    return null
  },
  async renew({ unwritten, place }) {
    ;(await writer()).renew(unwritten, place)
    return null
  },
  async follow(names) {
    ;(await writer()).follow(names)
    return null
  },
  async reindex(names) {
    ;(await writer()).reindex(names)
    return null
  },
  async renewHistory() {
    await (await writer()).renewHistory()
    return null
  },
  changedOnDisk: async () => (await writer()).changedOnDisk(),
  close() {
    if (server) server.close()
    else opened?.db.close()
    setImmediate(() => parentPort?.close())
    return Promise.resolve(null)
  },
}

/** These go on while questions are answered. */
const long = new Set<CallName>(['build', 'renewHistory', 'changedOnDisk'])

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    send({ id, output: await work() })
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    send({ id, error: { name, message, stack, isBroken: isBrokenDatabase(error) } })
  }
}

let turn: Promise<void> = Promise.resolve()

parentPort?.on('message', <K extends CallName>({ id, call, input }: Request<K>) => {
  // One after another, so that what is asked after a Change is answered with it.
  turn = turn.then(() => {
    const answered = answer(id, () => calls[call](input))
    return long.has(call) ? undefined : answered
  })
})
