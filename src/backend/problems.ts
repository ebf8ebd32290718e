import { ORPCError } from '@orpc/server'
import type { ProblemReport } from '../contract/shared.ts'
import { Problem } from '../core/problem.ts'
import { toProblem } from '../storage/files.ts'

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
    return {
      code: problem.code,
      message: problem.message,
      ...(problem.action === undefined ? {} : { action: problem.action }),
    }
  }
  return {
    code: 'unsupported',
    message: `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}.`,
    action: 'Try again; if it happens again, please report it.',
  }
}

/** The same as an error of the contract, with the code and the action as its data. */
export function toContractError(error: unknown): unknown {
  const problem = asProblem(error)
  if (!problem) return error
  const { code, message, action } = toReport(problem)
  return new ORPCError('PROBLEM', { status: 422, message, data: { code, action }, cause: error })
}

export { orProblem } from '../storage/files.ts'
