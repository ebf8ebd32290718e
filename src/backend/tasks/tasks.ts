import { readArticle } from '../../core/import/registry.ts'
import { readFromBackup, restoreBackup, verifyBackup, writeBackup } from '../backups/zip-notebook.ts'
import { checkFolder } from '../health/check-folder.ts'
import { compactLog, rewriteLog, statesInLog } from '../health/log-tasks.ts'

/** The heavy work that is done in a thread of its own, by name: input and output cross it. */
export const tasks = {
  ...{ readArticle, checkFolder, statesInLog, rewriteLog, compactLog },
  ...{ writeBackup, verifyBackup, restoreBackup, readFromBackup },
}

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<K extends TaskName> = Parameters<Tasks[K]>[0]
export type TaskOutput<K extends TaskName> = Awaited<ReturnType<Tasks[K]>>
