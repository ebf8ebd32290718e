import { parentPort } from 'node:worker_threads'
import { isBrokenDatabase } from '../sqlite-errors.ts'
import type { ModelDatabase } from './database.ts'
import type { CallName, ModelCalls, Reply, Request } from './messages.ts'
import { ModelServer } from './model-server.ts'
import { queries, type QueryName } from './queries.ts'

let server: ModelServer | undefined

const theServer = (): ModelServer => {
  if (!server) throw new Error('the read model is not open')
  return server
}

const send = (reply: Reply): void => parentPort?.postMessage(reply)

const calls: { [K in CallName]: (input: ModelCalls[K]['input']) => Promise<ModelCalls[K]['output']> } = {
  async open({ folder, place }) {
    server = await ModelServer.open(folder, place)
    return { isWhole: server.isWhole }
  },
  ask({ name, input }) {
    const query = queries[name as QueryName] as (db: ModelDatabase, ...rest: readonly unknown[]) => unknown
    return Promise.resolve(query(theServer().db, ...input))
  },
  apply: (place) => Promise.resolve(theServer().apply(place)),
  written(states) {
    theServer().written(states)
    return Promise.resolve(null)
  },
  async build() {
    await theServer().build((done, total) => send({ progress: { done, total } }))
    return null
  },
  pause(isPaused) {
    theServer().pause(isPaused)
    return Promise.resolve(null)
  },
  renew({ unwritten, place }) {
    theServer().renew(unwritten, place)
    return Promise.resolve(null)
  },
  reindex(names) {
    theServer().reindex(names)
    return Promise.resolve(null)
  },
  async renewHistory() {
    await theServer().renewHistory()
    return null
  },
  changedOnDisk: () => theServer().changedOnDisk(),
  close() {
    server?.close()
    setImmediate(() => parentPort?.close())
    return Promise.resolve(null)
  },
}

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    send({ id, output: await work() })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    send({ id, error: { message, isBroken: isBrokenDatabase(error) } })
  }
}

parentPort?.on('message', <K extends CallName>({ id, call, input }: Request<K>) => {
  // Called at once, so that questions are answered in the order in which they came.
  void answer(id, () => calls[call](input))
})
