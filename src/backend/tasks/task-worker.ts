import { parentPort } from 'node:worker_threads'
import { toReport } from '../program/problems.ts'
import { Task } from './task.ts'
import { type TaskReply, type TaskRequest } from './task-messages.ts'
import { tasks, type TaskName } from './tasks.ts'

const running = new Map<number, Task>()
/** Nothing new will come. */
let isEnding = false

const send = (reply: TaskReply): void => parentPort?.postMessage(reply)

async function run(id: number, name: TaskName, input: unknown): Promise<void> {
  const task = new Task(
    (done, total) => send({ id, progress: { done, total } }),
    (part) => send({ id, part }),
  )
  running.set(id, task)
  try {
    const work = tasks[name] as (input: unknown, task: Task) => unknown
    send({ id, output: await work(input, task) })
  } catch (error) {
    const { code, message, said } = toReport(error)
    const { name, stack } = error instanceof Error ? error : new Error(String(error))
    send({
      id,
      // Of a defect, what it says itself: the rest is said where it is told.
      error:
        code === 'defect'
          ? { code, name, stack, message: error instanceof Error ? error.message : message }
          : { code, message, said },
    })
  } finally {
    running.delete(id)
    if (isEnding && running.size === 0) parentPort?.close()
  }
}

parentPort?.on('message', (message: TaskRequest | 'end') => {
  if (message === 'end') {
    isEnding = true
    if (running.size === 0) parentPort?.close()
    return
  }
  if ('taken' in message) {
    running.get(message.id)?.took()
    return
  }
  const { id, task, input } = message
  if (task === null) running.get(id)?.cancel()
  else void run(id, task, input)
})
