import { ORPCError } from '@orpc/server'
import { ProblemData } from '../contract/shared.ts'

/** Whether an error is one of the contract, told by the backend. */
export function isContractProblem(error: unknown): error is ORPCError<'PROBLEM' | 'DEFECT', ProblemData> {
  const isOurs = error instanceof ORPCError && (error.code === 'PROBLEM' || error.code === 'DEFECT')
  return isOurs && ProblemData.safeParse(error.data).success
}

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export const print = (line: string): void => {
  process.stdout.write(`${harmless(line)}\n`)
}

export const warn = (line: string): void => {
  process.stderr.write(`${harmless(line)}\n`)
}

/** Control characters from an article or a file name could drive the terminal. */
const harmless = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ')

/** Text of record on one line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
