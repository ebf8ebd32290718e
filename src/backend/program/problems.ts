import { ORPCError } from '@orpc/server'
import { ProblemData, type ProblemReport } from '../../contract/shared.ts'
import { ChangedMeanwhile } from '../../core/changes/meanwhile.ts'
import { Problem } from '../../core/problem.ts'
import { toProblem } from '../../storage/files.ts'

/** An expected failure, as far as this is one. */
function asProblem(error: unknown): Problem | undefined {
  const problem = toProblem(error, pathOf(error))
  return problem instanceof Problem ? problem : undefined
}

const pathOf = (error: unknown): string =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'the file'

/** Any failure in words for people. A defect of the program is named as one. */
export function toReport(error: unknown): ProblemReport {
  const problem = asProblem(error)
  if (problem) {
    const { code, message, action } = problem
    const report = { code, message, ...(action === undefined ? {} : { action }) }
    if (!(problem instanceof ChangedMeanwhile)) return report
    const { conflicts, modified } = problem
    return {
      ...report,
      ...ProblemData.pick({ conflicts: true, modified: true }).parse({ conflicts, modified }),
    }
  }
  return {
    code: 'defect',
    message: `Something went wrong in Ascribe itself: ${error instanceof Error ? error.message : String(error)}.`,
    action: 'Try again. If it happens again, please report it: the log of defects says where it was.',
  }
}

/**
 * The same as an error of the contract, with the code and the action as its data. An error that is one already stays.
 * @returns whether it is a defect, which is to be noted
 */
export function toContractError(error: unknown): { told: unknown; isDefect: boolean } {
  if (error instanceof ORPCError) return { told: error, isDefect: false }
  const { message, ...data } = toReport(error)
  const isDefect = data.code === 'defect'
  const told = isDefect
    ? new ORPCError('DEFECT', { status: 500, message, data, cause: error })
    : new ORPCError('PROBLEM', { status: 422, message, data, cause: error })
  return { told, isDefect }
}

export { orProblem } from '../../storage/files.ts'
