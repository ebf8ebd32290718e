import { CommanderError } from 'commander'
import { printJson, warn } from './output.ts'
import { createProgram } from './program.ts'
import { reportOf } from './session.ts'

/** Runs one command. @returns the exit code: 0 done, 1 could not, 2 wrong use */
export async function run(argv: string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may stop reading (`| head`).
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    await createProgram().parseAsync(argv)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const report = reportOf(error)
    if (argv.includes('--json')) printJson({ error: report })
    warn(report.message)
    if (report.action !== undefined) warn(report.action)
    return 1
  }
}
