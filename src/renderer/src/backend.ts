import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../contract/contract.ts'
import { sessionHeaders } from './session.ts'
import { ProblemData, type ProblemReport } from '../../contract/shared.ts'
import { actionOf, messageOf, wrong } from '../../core/problem.ts'
import type { Said } from '../../core/words/say.ts'
import { spoken } from './words.ts'

const link = new RPCLink({ url: new URL('/rpc', location.href).href, headers: sessionHeaders })

/** Everything that the window may ask; the only way from here to the backend. */
export const backend: ContractRouterClient<typeof contract> = createORPCClient(link)

/** A failure in the language of the window. */
export function inWords(report: ProblemReport): ProblemReport {
  const { said } = report
  if (said === undefined) return report
  const action = actionOf(said)
  return { ...report, message: spoken(messageOf(said)), action: action && spoken(action) }
}

/** Any failure in words for people. */
export function reportOf(error: unknown): ProblemReport {
  if (error instanceof ORPCError) {
    const data = ProblemData.safeParse(error.data)
    if (data.success) return inWords({ ...data.data, message: error.message })
    if (error.code === 'BAD_REQUEST') return of('bad-input', wrong('notUnderstood', {}))
  }
  if (error instanceof TypeError) return of('defect', wrong('unreached', {}))
  return of('defect', wrong('unexpected', { error: String(error) }))
}

const of = (code: ProblemReport['code'], said: Said): ProblemReport => inWords({ code, said, message: '' })
