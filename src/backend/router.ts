import { createRouterClient, type RouterClient } from '@orpc/server'
import { search } from '../storage/read-model/search.ts'
import type { App } from './app.ts'
import { base } from './base.ts'
import { annotations } from './calls/annotations.ts'
import { articles } from './calls/articles.ts'
import { changes } from './calls/changes.ts'
import { claims } from './calls/claims.ts'
import { exports } from './calls/exports.ts'
import { history } from './calls/history.ts'
import { notebooks } from './calls/notebooks.ts'
import { sources } from './calls/sources.ts'
import { tags } from './calls/tags.ts'
import { checkNotebook } from './check-notebook.ts'

export const router = base.router({
  notebooks,
  articles,
  annotations,
  claims,
  sources,
  tags,
  exports,
  search: base.search.handler(({ context, input }) =>
    search(context.app.store.model.db, input.text, input.limit),
  ),
  history,
  check: base.check.handler(({ context }) => checkNotebook(context.app.store)),
  changes,
})

export type Backend = RouterClient<typeof router>

/** The contract without a window: the command line calls it in process. */
export const backendClient = (app: App): Backend => createRouterClient(router, { context: { app } })
