import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/**
 * A folder that looks to a packager like Electron's own, without its binary: what is put around it can be looked at, not
 * started.
 * @param version that of the package `electron`
 */
export async function makeElectronStandIn(folder: string, version: string): Promise<void> {
  const app = join(folder, 'default-app')
  await mkdir(app, { recursive: true })
  await mkdir(join(folder, 'dist/resources'), { recursive: true })
  await writeFile(join(app, 'main.js'), '')
  await writeFile(join(app, 'package.json'), '{"name":"electron","main":"main.js"}')
  await createPackage(app, join(folder, 'dist/resources/default_app.asar'))
  await writeFile(join(folder, 'dist/version'), version)
  await writeFile(join(folder, 'dist/electron'), '#!/bin/sh\nexit 0\n')
  await chmod(join(folder, 'dist/electron'), 0o755)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    await writeFile(join(folder, 'dist', name), '')
}
