import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
const inputs = ['src', 'package.json', 'electron.vite.config.ts']
const output = join(root, 'out/renderer/index.html')

function newest(path: string): number {
  const state = statSync(path)
  if (!state.isDirectory()) return state.mtimeMs
  return Math.max(state.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Builds main, preload and window when something has changed since the last time. @returns whether they are there */
export function buildIfNeeded(): boolean {
  const changed = Math.max(...inputs.map((path) => newest(join(root, path))))
  if (existsSync(output) && statSync(output).mtimeMs > changed) return true
  console.log('Building…')
  const build = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [build, 'build'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) console.error(stdout, stderr)
  return status === 0
}
