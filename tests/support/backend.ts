import type { App } from '../../src/backend/app.ts'
import { backendClient, type Backend as TypedBackend } from '../../src/backend/router.ts'
import type { Id } from '../../src/core/records/base.ts'

/** What is sent, as a script sends it: ids are any strings. */
export type Plain<T> = T extends Id
  ? string
  : T extends Blob | AbortSignal
    ? T
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T

type PlainCalls<T> = T extends (...sent: infer Sent) => infer Answer
  ? (...sent: Plain<Sent> extends readonly unknown[] ? Plain<Sent> : never) => Answer
  : { [K in keyof T]: PlainCalls<T[K]> }

/** The contract in process, to which anything can be sent: also the id of a record of another kind. */
export type Backend = PlainCalls<TypedBackend>

export const plainBackend = (app: App): Backend =>
  // The schemas are what the tests try; the types would keep wrong ids away from them.
  backendClient(app) as unknown as Backend
