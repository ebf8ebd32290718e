import { setTimeout as delay } from 'node:timers/promises'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { keyOfFound, type FoundProblem } from './finding.ts'

/** How long another program may take to write its documents, in milliseconds. */
const settling = 1_500

/** Another program may be writing the notebook: what is wrong only now and then is not wrong. */
async function foundTwice(look: () => Promise<FoundProblem[]>): Promise<FoundProblem[]> {
  const first = await look()
  if (first.length === 0) return first
  await delay(settling)
  const second = new Set((await look()).map(keyOfFound))
  return first.filter((one) => second.has(keyOfFound(one)))
}

/**
 * Looks at everything in the open notebook, in another thread. What is changed while it looks is left out: it is new, and
 * would only seem to be wrong.
 * @throws Problem `cancelled`
 */
export async function checkNotebook(
  { store, thread, signal }: { store: NotebookStore; thread: TaskThread; signal?: AbortSignal | undefined },
  onProgress?: (done: number, total: number) => void,
): Promise<FoundProblem[]> {
  const changed = new Set<string>()
  const note = ({ entries }: { entries: readonly { id: string }[] }): void => {
    for (const { id } of entries) changed.add(id)
  }
  if (store.readOnly === null) await store.save()
  await store.model.whole
  // Whatever was changed before now has been told when this is answered.
  await store.steps()
  store.on('change', note)
  try {
    const look = (): Promise<FoundProblem[]> =>
      thread.run('checkFolder', { folder: store.folder }, { onProgress, signal })
    const found = store.readOnly === null ? await look() : await foundTwice(look)
    const isOld = ({ where, message, about }: FoundProblem): boolean => {
      const named = [...about, where, ...Object.values(message.with)].map(String)
      const isChanged = named.some((text) => [...changed].some((id) => text.includes(id)))
      return !isChanged && (changed.size === 0 || where !== '.cache')
    }
    const log = store.findings.map((message) => ({ where: 'log', message, remedy: null, about: [] }))
    return [...found.filter(isOld), ...log]
  } finally {
    store.off('change', note)
  }
}
