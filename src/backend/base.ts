import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { App } from './app.ts'
import { toContractError } from './program/problems.ts'

export interface Context {
  app: App
}

/** The contract to be implemented; expected failures become errors that a window can show. */
export const base = implement(contract)
  .$context<Context>()
  .use(async ({ next, context, path }) => {
    try {
      return await next()
    } catch (error) {
      const { answer, isDefect } = toContractError(error)
      if (isDefect) context.app.defects.note(path.join('.'), error)
      throw answer
    }
  })
