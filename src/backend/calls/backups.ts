import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { base } from '../base.ts'
import { backupFolder, listBackups, makeBackup } from '../backups/backups.ts'

const list = base.backups.list.handler(async ({ context: { app } }) => {
  const folder = backupFolder(app.options.home, app.store.file)
  return { folder, backups: await listBackups(folder) }
})

const create = base.backups.create.handler(async ({ context: { app }, input, signal }) => {
  const { store, thread } = app
  if (store.readOnly === null) await store.save()
  const options = { signal, onProgress: app.progressOf('backup') }
  if (input.file === undefined) {
    const target = backupFolder(app.options.home, store.file)
    const backup = await makeBackup(thread, { folder: store.folder, target }, options)
    app.emit('event', { type: 'health' })
    return backup
  }
  app.checkGranted(dirname(input.file))
  const { leftOut } = await thread.run('writeBackup', { folder: store.folder, file: input.file }, options)
  const { size } = await stat(input.file)
  return { file: input.file, at: new Date().toISOString(), bytes: size, isBeforeMigration: false, leftOut }
})

const verify = base.backups.verify.handler(({ context: { app }, input, signal }) =>
  app.thread.run(
    'verifyBackup',
    { file: app.checkBackup(input.file) },
    { signal, onProgress: app.progressOf('backup') },
  ),
)

const restore = base.backups.restore.handler(({ context: { app }, input, signal }) =>
  app.restore(input.file, input.folder, signal),
)

export const backups = { list, create, verify, restore }
