import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFile } from '../../storage/files.ts'

/** The name of a folder that a copy is being restored into, beside the one that it will be. */
export const restoringName = (name: string): string => `${name}.restoring-${process.pid}`
const restoring = /\.restoring-(\d+)$/
/** A copy that is being written: `<name>.zip.part`, or its temporary file. */
const partialCopy = /\.zip\.part$/

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user cannot be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes what a program that is gone left of restoring copies into a folder. What cannot go stays. */
export async function removeDeadRestores(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const pid = restoring.exec(name)?.[1]
    if (pid === undefined || isRunning(Number(pid))) continue
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Removes unfinished copies in the folder of a notebook's copies; nobody may be writing one. What cannot go stays. */
export async function removePartialCopies(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!partialCopy.test(name) && !temporaryFile.test(name)) continue
    await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}
