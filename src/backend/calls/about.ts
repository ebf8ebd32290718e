import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { base } from '../base.ts'

/** Beside the program, wherever it is: the source, the built window, the package, the archive of the desktop program. */
const places = ['../../../resources', '../../resources', '../resources', '../..', '..'].map((path) =>
  resolve(import.meta.dirname, path, 'third-party-notices.txt'),
)
/** How much of the log is shown, in characters. */
const shown = 20_000

const get = base.about.get.handler(async ({ context: { app } }) => {
  const notices = places.find((path) => existsSync(path))
  await app.defects.settled()
  const log = await readFile(app.defects.path, 'utf8').catch(() => '')
  const versions: Record<string, string | undefined> = { ...process.versions }
  const runsOn = [
    { name: 'Electron', version: versions['electron'] },
    { name: 'Chromium', version: versions['chrome'] },
    { name: 'Node.js', version: versions['node'] },
  ]
  return {
    version: app.options.version,
    runsOn: runsOn.flatMap(({ name, version }) => (version === undefined ? [] : { name, version })),
    licences: notices === undefined ? '' : await readFile(notices, 'utf8'),
    log: { path: app.defects.path, text: log.slice(-shown) },
  }
})

const note = base.about.note.handler(({ context: { app }, input }) => {
  app.defects.note('window', Object.assign(new Error(), input))
  return {}
})

export const about = { get, note }
