import { App } from '../backend/app.ts'
import { homeFolder } from '../backend/program/home.ts'
import { toReport } from '../backend/program/problems.ts'
import { backendClient, type Backend } from '../backend/router.ts'
import { version } from '../backend/program/version.ts'
import type { ChangeEvent, LongWork } from '../contract/shared.ts'
import { Problem } from '../core/problem.ts'
import { speak } from '../core/words/say.ts'
import { isContractProblem, warn } from './output.ts'

export const createApp = (): App => new App({ version, home: homeFolder(), anyPath: true, stays: false })

/** Opens a notebook, does the work, and closes it again whatever happens. */
export async function withNotebook<T>(folder: string, work: (backend: Backend) => Promise<T>): Promise<T> {
  const app = createApp()
  const backend = backendClient(app)
  app.on('event', tellWork)
  try {
    await app.open(folder)
    await wholeModel(app)
    await app.store.takeInAll()
    await tellDamage(app)
    return await work(backend)
  } finally {
    await app.close()
    await app.defects.settled()
  }
}

/** What cannot be read is missing from every answer: that is said beside it. */
async function tellDamage(app: App): Promise<void> {
  const { damaged } = await app.store.model.ask('overview')
  for (const { message } of damaged.slice(0, 10)) warn(speak(message))
  if (damaged.length > 10) warn(`And ${damaged.length - 10} more; “check” names all.`)
}

/** Only a large notebook takes long enough to be told of. */
function tellWork(event: ChangeEvent): void {
  if (event.type !== 'working' || event.total <= 1_000) return
  process.stderr.write(`\r${workNames[event.work]}: ${event.done} of ${event.total}`)
  if (event.done >= event.total - 1) process.stderr.write('\n')
}

const workNames: Record<LongWork, string> = {
  check: 'Checking the notebook',
  repair: 'Repairing the notebook',
  backup: 'Copying the notebook',
  restore: 'Restoring the copy',
  reprints: 'Comparing articles',
  statements: 'Looking for statements',
}

/** A command answers of the whole notebook. Only a large one whose index is made anew takes long enough to be told of. */
async function wholeModel(app: App): Promise<void> {
  const { model } = app.store
  model.on('progress', ({ done, total }) => {
    if (total > 1_000)
      process.stderr.write(`\rPreparing the search index: ${done} of ${total}${done === total ? '\n' : ''}`)
  })
  await model.whole
  model.removeAllListeners('progress')
}

/** Any failure as what is printed for it. */
export function reportOf(error: unknown): { code: string; message: string; action?: string | undefined } {
  if (isContractProblem(error))
    return { code: error.data.code, message: error.message, action: error.data.action }
  if (error instanceof Problem) return { code: error.code, message: error.message, action: error.action }
  return toReport(error)
}
