import { ORPCError } from '@orpc/server'
import { ProblemData, type ProblemReport } from '../../contract/shared.ts'
import { ChangedMeanwhile } from '../../core/changes/meanwhile.ts'
import { Problem, problem } from '../../core/problem.ts'
import { toProblem } from '../../storage/files.ts'

/** An expected failure, as far as this is one. */
function asProblem(error: unknown): Problem | undefined {
  const found = toProblem(error, pathOf(error))
  return found instanceof Problem ? found : undefined
}

const pathOf = (error: unknown): string =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'the file'

/** Any failure in words for people. A defect of the program is named as one. */
export function toReport(error: unknown): ProblemReport {
  const expected = asProblem(error)
  if (expected) {
    const { code, message, action, said } = expected
    const report = { code, message, said, ...(action === undefined ? {} : { action }) }
    if (!(expected instanceof ChangedMeanwhile)) return report
    const { conflicts, modified } = expected
    return {
      ...report,
      ...ProblemData.pick({ conflicts: true, modified: true }).parse({ conflicts, modified }),
    }
  }
  const { message, action, said } = problem('defect', 'defect', {
    error: error instanceof Error ? error.message : String(error),
  })
  return { code: 'defect', message, said, ...(action === undefined ? {} : { action }) }
}

/**
 * The same as an error of the contract, with the code and the action as its data. An error that is one already stays.
 * @returns whether it is a defect, which is to be noted
 */
export function toContractError(error: unknown): { answer: unknown; isDefect: boolean } {
  // An answer that does not fit its schema is one of the library's own, and a defect of ours.
  if (error instanceof ORPCError && (error.status < 500 || error.code === 'DEFECT'))
    return { answer: error, isDefect: false }
  const report = toReport(error)
  if (report.code !== 'defect') return { answer: problemOf(report, error), isDefect: false }
  const { message, ...data } = report
  return { answer: new ORPCError('DEFECT', { status: 500, message, data, cause: error }), isDefect: true }
}

/** An expected failure as the contract tells it. @param status of the answer over HTTP */
export const asContractError = (error: Problem, status: number): ORPCError<'PROBLEM', ProblemData> =>
  problemOf(toReport(error), error, status)

function problemOf(
  { message, ...data }: ProblemReport,
  cause: unknown,
  status = 422,
): ORPCError<'PROBLEM', ProblemData> {
  return new ORPCError('PROBLEM', { status, message, data, cause })
}

export { orProblem } from '../../storage/files.ts'
