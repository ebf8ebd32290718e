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
  // A thread that is being ended may still write a last file while the folder goes: then it is tried again.
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  return { path, remove }
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

/** Runs the command line as `npm run -s ascribe -- …` does, as a process of its own. */
export const ascribeProcess = (home: string, ...args: string[]): Promise<CliResult> => run(home, {}, args)

let turn: Promise<unknown> = Promise.resolve()

/** The same within this process, one command after another: most commands need no process of their own to be tested. */
export function ascribe(home: string, ...args: string[]): Promise<CliResult> {
  const mine = turn.then(() => runHere(home, args))
  turn = mine.catch(() => undefined)
  return mine
}

async function runHere(home: string, args: string[]): Promise<CliResult> {
  const { run: runCommand } = await import('../../src/cli/run.ts')
  const result: CliResult = { code: 0, stdout: '', stderr: '' }
  const [out, err] = [process.stdout.write.bind(process.stdout), process.stderr.write.bind(process.stderr)]
  const before = process.env['ASCRIBE_HOME']
  const taking =
    (what: 'stdout' | 'stderr') =>
    (chunk: string | Uint8Array): boolean => {
      result[what] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
      return true
    }
  process.env['ASCRIBE_HOME'] = home
  process.stdout.write = taking('stdout')
  process.stderr.write = taking('stderr')
  process.exitCode = undefined
  try {
    result.code = await runCommand(['node', 'ascribe', ...args])
    return result
  } finally {
    process.exitCode = undefined
    process.stdout.write = out
    process.stderr.write = err
    if (before === undefined) Reflect.deleteProperty(process.env, 'ASCRIBE_HOME')
    else process.env['ASCRIBE_HOME'] = before
  }
}

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
