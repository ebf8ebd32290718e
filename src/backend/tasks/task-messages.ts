import { Problem, type ProblemCode } from '../../core/problem.ts'
import type { TaskName } from './tasks.ts'

/** What a thread for heavy work is asked. */
export interface TaskRequest {
  id: number
  /** null cancels the task with this id */
  task: TaskName | null
  input: unknown
}

/** A failure as it crosses from a thread. */
export interface TaskError {
  message: string
  code?: ProblemCode | undefined
  action?: string | undefined
}

export type TaskReply =
  | { id: number; output: unknown }
  | { id: number; progress: { done: number; total: number } }
  | { id: number; error: TaskError }

/** The failure again as what was thrown. */
export const problemOf = ({ code, message, action }: TaskError): Error =>
  code === undefined ? new Error(message) : new Problem(code, message, action)
