import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build-if-needed.ts'

/** The Electron binary, or undefined where it has not been downloaded; never downloads anything itself. */
export function findElectron(): string | undefined {
  const named = process.env['ELECTRON_EXEC_PATH']
  if (named !== undefined && existsSync(named)) return named
  const package_ = join(root, 'node_modules/electron')
  const pathFile = join(package_, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(package_, 'dist'), name)
  return existsSync(binary) ? binary : undefined
}

/** Why an Electron window cannot be opened here, whatever is downloaded; undefined when it can. */
export function whyNoWindow(): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'There is no display'
  return process.getuid?.() === 0 ? 'Electron’s sandbox does not work for the root user' : undefined
}
