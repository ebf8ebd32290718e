import { missingSqlite } from '../backend/program/sqlite.ts'

/** Exit codes: 0 done, 1 could not, 2 wrong use. */
const missing = await missingSqlite()
if (missing === undefined) {
  // Loaded only now: without node:sqlite it would fail with a stack trace.
  const { run } = await import('./run.ts')
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may stop reading (`| head`).
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await run(process.argv)
} else {
  process.stderr.write(`${missing}\n`)
  process.exitCode = 1
}
