import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { isBrokenModel } from '../storage/sqlite-errors.ts'
import type { App } from './app.ts'
import { toContractError } from './problems.ts'

export interface Context {
  app: App
}

/** The contract to be implemented; expected failures become errors that a window can show. */
export const base = implement(contract)
  .$context<Context>()
  .use(async ({ context, next }) => {
    try {
      return await next()
    } catch (error) {
      if (!isBrokenModel(error)) throw toContractError(error)
      // Only a cache: it is made anew, and the question is asked again.
      await context.app.store.renewModel()
      return next()
    }
  })
