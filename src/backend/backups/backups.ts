import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup, MadeBackup } from '../../contract/backups.ts'
import { isMissing, orProblem } from '../../storage/files.ts'
import type { NotebookFile } from '../../storage/notebook-file.ts'
import type { TaskOptions } from '../tasks/task-messages.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { toPrune } from './prune.ts'

const fileName = /^(\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2})( before format \d+)?\.zip$/

/** The folder in the folder of all notebooks that has the copies. */
export const backupsName = 'Backups'

/** The folder for the copies of one notebook, in the folder of all notebooks. */
export const backupFolder = (home: string, { id, title }: Pick<NotebookFile, 'id' | 'title'>): string =>
  join(
    home,
    backupsName,
    `${title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 60)} ${id.slice(-8)}`,
  )

/** The copies in a folder, the newest first. @throws Problem */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = await orProblem(folder, () =>
    readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    }),
  )
  const found: Backup[] = []
  for (const name of names) {
    const match = fileName.exec(name)
    if (!match) continue
    const [, date, hour, minute, second, migration] = match
    const state = await stat(join(folder, name)).catch(() => null)
    if (state)
      found.push({
        file: join(folder, name),
        at: `${date ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.000Z`,
        bytes: state.size,
        isBeforeMigration: migration !== undefined,
      })
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/**
 * Makes a copy of a notebook, verified, and removes those that no rule keeps.
 * @param reason a part of its name for copies that are always kept
 */
export async function makeBackup(
  thread: TaskThread,
  { folder, target, reason = '' }: { folder: string; target: string; reason?: string },
  options: TaskOptions = {},
): Promise<MadeBackup> {
  const at = new Date().toISOString()
  const name = `${at.slice(0, 10)} ${at.slice(11, 19).replaceAll(':', '-')}${reason}.zip`
  const file = join(target, name)
  const { leftOut } = await thread.run('writeBackup', { folder, file }, options)
  const backups = await listBackups(target)
  const copies = backups.map((backup) => ({ ...backup, isKept: backup.isBeforeMigration }))
  for (const copy of toPrune(copies, Date.now())) await rm(copy.file, { force: true })
  const { size } = await stat(file)
  return { file, at: `${at.slice(0, 19)}.000Z`, bytes: size, isBeforeMigration: reason !== '', leftOut }
}
