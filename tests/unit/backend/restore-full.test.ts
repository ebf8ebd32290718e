import type fs from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, it, onTestFinished, vi } from 'vitest'
import { ZipFile } from 'yazl'
import { restoreBackup } from '../../../src/backend/backups/zip-notebook.ts'
import { Task } from '../../../src/backend/tasks/task.ts'
import { temporaryFolder } from '../../support/ascribe.ts'

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const createWriteStream = (): Writable =>
    new Writable({
      write: (_chunk, _encoding, done) =>
        done(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })),
    })
  return { ...real, default: { ...real, createWriteStream }, createWriteStream }
})

it('a disk that is full while a copy is restored is said of the file that was written, not of the copy', async () => {
  const { path, remove } = await temporaryFolder()
  onTestFinished(remove)
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('{}'), 'notebook.json')
  zip.end()
  const file = join(path, 'copy.zip')
  await writeFile(file, await buffer(zip.outputStream))
  const failure = await restoreBackup({ file, folder: join(path, 'restored') }, new Task()).catch(
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({ code: 'disk-full' })
  expect(String(failure)).toMatch(/The disk is full: “.*notebook\.json” could not be written/)
  expect(String(failure)).not.toContain('copy.zip')
  expect(await readdir(path)).toEqual(['copy.zip'])
})
