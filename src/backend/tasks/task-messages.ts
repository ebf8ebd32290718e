import { Problem, type ProblemCode } from '../../core/problem.ts'
import type { Said } from '../../core/words/say.ts'
import type { TaskName } from './tasks.ts'

/** What a thread for heavy work is asked. */
export type TaskRequest =
  | {
      id: number
      /** null cancels the task with this id */
      task: TaskName | null
      input: unknown
    }
  /** A part that the task gave was taken. */
  | { id: number; taken: true }

export interface TaskOptions {
  onProgress?: ((done: number, total: number) => void) | undefined
  /** Is given what the task gives before it is done; a few at most, until it says that one was taken. */
  onPart?: ((part: unknown, taken: () => void) => void) | undefined
  signal?: AbortSignal | undefined
  /** How many times longer than other work over texts it may take. */
  patience?: number | undefined
}

/** A failure as it crosses from a thread. */
export interface TaskError {
  message: string
  code?: ProblemCode | undefined
  said?: Said | undefined
  /** Of a defect: what kind, and where in the program. */
  name?: string | undefined
  stack?: string | undefined
}

export type TaskReply =
  | { id: number; output: unknown }
  | { id: number; progress: { done: number; total: number } }
  | { id: number; part: unknown }
  | { id: number; error: TaskError }

/** The bytes of an input that are given away with it, not copied: a whole file. */
export const bytesIn = (value: unknown): ArrayBuffer[] => {
  const bytes = value !== null && typeof value === 'object' && 'bytes' in value ? value.bytes : undefined
  // Only what has its buffer to itself.
  return bytes instanceof Uint8Array &&
    bytes.buffer instanceof ArrayBuffer &&
    bytes.byteLength === bytes.buffer.byteLength
    ? [bytes.buffer]
    : []
}

/** The failure again as what was thrown. */
export const problemOf = ({ code, message, said, name, stack }: TaskError): Error =>
  code === undefined || said === undefined || code === 'defect'
    ? Object.assign(new Error(message), { name: name ?? 'Error', stack })
    : new Problem(code, said)
