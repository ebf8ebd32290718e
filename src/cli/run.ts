import { ORPCError } from '@orpc/server'
import { CommanderError } from 'commander'
import { DefectLog } from '../backend/program/defect-log.ts'
import { homeFolder } from '../backend/program/home.ts'
import { version } from '../backend/program/version.ts'
import { printJson, warn } from './output.ts'
import { createProgram } from './program.ts'
import { reportOf } from './session.ts'

/** Runs one command. @returns the exit code: 0 done, 1 could not, 2 wrong use */
export async function run(argv: string[]): Promise<number> {
  try {
    await createProgram().parseAsync(argv)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const report = reportOf(error)
    if (argv.includes('--json')) printJson({ error: report })
    warn(report.message)
    if (report.action !== undefined) warn(report.action)
    if (report.code === 'defect') {
      const defects = new DefectLog(homeFolder(), version)
      // A defect in a call was noted where it was called.
      if (!(error instanceof ORPCError)) defects.noteNow('command line', error)
      warn(`It was noted in ${defects.path}.`)
    }
    if (argv.includes('--verbose')) tellCauses(error)
    return 1
  }
}

/** All that is known of a failure, for whoever is to mend it. */
function tellCauses(error: unknown): void {
  for (
    let cause = error;
    cause !== undefined && cause !== null;
    cause = cause instanceof Error ? cause.cause : null
  )
    warn(cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause))
}
