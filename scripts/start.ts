import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded, root } from './build-if-needed.ts'
import { findElectron, whyNoWindow } from './find-electron.ts'

/** `npm start`: the Electron window, or browser mode where there can be none. */

const installTime = 5 * 60_000

function readArguments(): { browser: boolean; noOpen: boolean; port: string | undefined } {
  try {
    const { values } = parseArgs({
      options: { browser: { type: 'boolean' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } },
    })
    return { browser: values.browser === true, noOpen: values['no-open'] === true, port: values.port }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    console.error('Usage: npm start -- [--browser] [--no-open] [--port <n>]')
    process.exit(2)
  }
}

/** The Electron binary, downloaded where it is missing. @returns undefined when it cannot be had */
function getElectron(): string | undefined {
  const there = findElectron()
  if (there !== undefined) return there
  console.log('Installing Electron’s binary…')
  const install = join(root, 'node_modules/electron/install.js')
  spawnSync(process.execPath, [install], { cwd: root, stdio: 'ignore', timeout: installTime })
  return findElectron()
}

function run(command: string, args: string[]): void {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}

const options = readArguments()
if (!buildIfNeeded()) process.exit(1)
const reason = options.browser ? undefined : whyNoWindow()
const electron = options.browser || reason !== undefined ? undefined : getElectron()
if (electron !== undefined) run(electron, [root])
else {
  if (!options.browser) {
    console.log(
      `${reason ?? 'Electron’s binary could not be downloaded'}, so Ascribe starts in browser mode instead.`,
    )
  }
  run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(root, 'src/cli/index.ts'),
    'serve',
    ...(options.port === undefined ? [] : ['--port', options.port]),
    ...(options.noOpen ? ['--no-open'] : []),
  ])
}
