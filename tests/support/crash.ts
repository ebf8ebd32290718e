import { speak } from '../../src/core/words/say.ts'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Random } from '../../scripts/make-notebook/random.ts'
import { checkFolder } from '../../src/backend/health/check-folder.ts'
import { Task } from '../../src/backend/tasks/task.ts'
import { asId } from '../../src/core/records/base.ts'
import type { RecordKind } from '../../src/core/records/record.ts'
import { ChangeLog } from '../../src/storage/change-log.ts'
import { NotebookStore } from '../../src/storage/notebook-store.ts'
import { root } from './ascribe.ts'

/** Lets a program edit the notebook, and kills it at a random moment. @returns the Changes that it had acknowledged */
export async function editUntilKilled(folder: string, random: Random): Promise<string[]> {
  const script = join(root, 'tests/support/crash-child.ts')
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    script,
    folder,
    String(random.below(1e9)),
  ])
  let output = ''
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  // So many answers first, however long a busy machine takes for them; then somewhere in what comes next.
  const answers = random.below(6)
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      if (output.split('\n').length > 1 + answers) resolve()
    })
    void gone.then(resolve)
  })
  await new Promise((resolve) => setTimeout(resolve, random.below(60)))
  child.kill('SIGKILL')
  await gone
  if (errors !== '') throw new Error(errors)
  // The last line may be torn: it was not told then.
  return output.split('\n').slice(1, -1)
}

/** What is wrong with a notebook after a crash, in words; nothing when it is whole. */
export async function inspect(folder: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const store = await NotebookStore.open(folder)
  const problems: string[] = []
  try {
    await store.model.whole
    await store.takeInAll()
    await store.save()
    // What a write that was killed left lying about is no loss; a repair removes it.
    for (const { where, message, remedy } of await checkFolder({ folder }, new Task()))
      if (remedy !== 'leftover') problems.push(`${where}: ${speak(message)}`)
    for (const message of store.findings) problems.push(speak(message))
    const { total } = await store.model.ask('listHistory', { limit: 1, offset: 0 })
    const inLog = new Set<string>()
    const state = new Map<string, { kind: RecordKind; record: unknown }>()
    for await (const { change } of new ChangeLog(folder).read(null)) {
      inLog.add(change.id)
      for (const { id, kind, after } of change.entries) state.set(id, { kind, record: after })
    }
    for (const id of acknowledged)
      if (!inLog.has(id)) problems.push(`the acknowledged change ${id} is not in the log`)
    if (total !== inLog.size) problems.push(`the history has ${total} changes, the log ${inLog.size}`)
    for (const [id, { kind, record }] of state) {
      if (!isDeepStrictEqual(await store.get(kind, asId(id)), record))
        problems.push(`the ${kind} ${id} is not in its last state`)
    }
  } finally {
    await store.close()
  }
  return problems
}
