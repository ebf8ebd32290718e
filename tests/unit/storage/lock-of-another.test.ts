import { told } from '../../support/told.ts'
import { spawn } from 'node:child_process'
import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createApp, newNotebook } from '../../support/notebooks.ts'

/** Takes the lock of a notebook as a user without rights, and says so. */
const taking = `
  const { DatabaseSync } = require('node:sqlite')
  const database = new DatabaseSync(process.argv[1])
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  console.log('taken')
  setInterval(() => undefined, 1_000)
`

it('a notebook that another user has locked says so', async ({ skip }) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    skip('only the root user can act as two users, on Linux')
  const { app, folder, home } = await newNotebook()
  await app.close()
  for (const path of [home, folder, ...(await readdir(folder)).map((name) => join(folder, name))])
    await chmod(path, 0o777)
  const other = spawn(process.execPath, ['-e', taking, join(folder, '.lock')], { uid: 65_534, gid: 65_534 })
  onTestFinished(() => void other.kill('SIGKILL'))
  const isTaken = await new Promise<boolean>((resolve) => {
    other.stdout.once('data', () => resolve(true))
    other.once('exit', () => resolve(false))
    other.once('error', () => resolve(false))
  })
  if (!isTaken) skip('there is no user without rights to run as')
  const next = createApp(home)
  onTestFinished(async () => {
    await next.close()
  })
  await next.open(folder)
  expect(told(next.store.readOnly)).toContain('Another user of this machine has locked this notebook')
})
