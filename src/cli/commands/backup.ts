import { resolve } from 'node:path'
import { Command } from 'commander'
import { backendClient } from '../../backend/router.ts'
import { print, printJson } from '../output.ts'
import { createApp, withNotebook } from '../session.ts'

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

export const backupCommand = (): Command =>
  new Command('backup')
    .description('copy a notebook into a zip file, which is read back and compared')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<file>', 'the zip file to be written')
    .action(async (notebook: string, file: string, options: { json?: true }) => {
      const backup = await withNotebook(notebook, (backend) =>
        backend.backups.create({ file: resolve(file) }),
      )
      const { at, bytes, leftOut } = backup
      if (options.json) printJson({ file: backup.file, at, bytes, leftOut })
      else if (leftOut.length === 0) print(`Copied and verified: ${backup.file} (${megabytes(bytes)})`)
      else {
        print(`Copied, but not all of it: ${backup.file} (${megabytes(bytes)})`)
        for (const name of leftOut)
          print(`Not in the copy, because it is no file in a folder of the notebook: ${name}`)
      }
      if (leftOut.length > 0) process.exitCode = 1
    })

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('make a notebook of a backup')
    .argument('<file>', 'the zip file')
    .argument('<notebook>', 'a new or empty folder for the notebook')
    .action(async (file: string, notebook: string, options: { json?: true }) => {
      const app = createApp()
      try {
        const { state, leftOut } = await backendClient(app).backups.restore({
          file: resolve(file),
          folder: resolve(notebook),
        })
        const { id, title, folder, counts } = state.notebook ?? {
          id: '',
          title: '',
          folder: notebook,
          counts: null,
        }
        if (options.json) printJson({ id, title, folder, counts, leftOut })
        else {
          print(`Restored “${title}” into ${folder}`)
          if (leftOut.length > 0) print(`Left in the copy, as no part of a notebook: ${leftOut.join(', ')}`)
        }
      } finally {
        await app.close()
      }
    })
