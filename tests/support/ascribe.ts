import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const root = join(import.meta.dirname, '../..')
const entry = join(root, 'src/cli/index.ts')
const flags = ['--disable-warning=ExperimentalWarning']

/** A new folder that goes when the test is over. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ascribe-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export interface Running {
  /** The address with its one-time token. */
  address: string
  process: ChildProcess
  stop: () => Promise<void>
}

/** Starts browser mode as `npm start -- --browser --no-open` does. */
export async function startAscribe(home: string, ...more: string[]): Promise<Running> {
  const child = spawn(process.execPath, [...flags, entry, 'serve', '--no-open', ...more], {
    cwd: root,
    env: { ...process.env, ASCRIBE_HOME: home },
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer): void => {
      output += data.toString()
      const found = /http:\/\/\S+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)))
  })
  return {
    address,
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

export interface CliResult {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line as `npm run -s ascribe -- …` does. */
export const ascribe = (home: string, ...args: string[]): Promise<CliResult> => run(home, {}, args)

/** The same as a user without rights, for files that the root user could read; null where that cannot be done. */
export async function ascribeWithoutRights(home: string, ...args: string[]): Promise<CliResult | null> {
  const nobody = 65_534
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  const probe = await run(home, user, ['--version'])
  return probe.code === 0 ? run(home, user, args) : null
}

async function run(home: string, user: { uid?: number; gid?: number }, args: string[]): Promise<CliResult> {
  const env = { ...process.env, ASCRIBE_HOME: home }
  const options = { cwd: root, env, maxBuffer: 64 * 1024 * 1024, ...user }
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [...flags, entry, ...args],
      options,
    )
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as CliResult
    return { code, stdout, stderr }
  }
}
