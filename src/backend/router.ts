import { createRouterClient, type RouterClient } from '@orpc/server'
import type { App } from './app.ts'
import { base } from './base.ts'
import { about } from './calls/about.ts'
import { annotations } from './calls/annotations.ts'
import { articles } from './calls/articles.ts'
import { backups } from './calls/backups.ts'
import { changes } from './calls/changes.ts'
import { claims } from './calls/claims.ts'
import { corroboration } from './calls/corroboration.ts'
import { exports } from './calls/exports.ts'
import { openWork } from './calls/open-work.ts'
import { health } from './calls/health.ts'
import { history, trash } from './calls/history.ts'
import { names } from './calls/names.ts'
import { notebooks } from './calls/notebooks.ts'
import { pictures } from './calls/pictures.ts'
import { reprints } from './calls/reprints.ts'
import { statements } from './calls/statements.ts'
import { sources } from './calls/sources.ts'
import { tags } from './calls/tags.ts'
import { unmerge } from './calls/unmerge.ts'

export const router = base.router({
  notebooks,
  articles,
  annotations,
  claims,
  corroboration,
  reprints,
  names,
  openWork,
  pictures,
  sources,
  statements,
  tags,
  exports,
  search: base.search.handler(({ context, input }) =>
    context.app.store.model.askNow('search', input.text, input.limit),
  ),
  unmerge,
  facets: base.facets.handler(({ context }) => context.app.store.model.askNow('facets')),
  history,
  trash,
  health,
  backups,
  changes,
  about,
})

export type Backend = RouterClient<typeof router>

/** The contract without a window: the command line calls it in process. */
export const backendClient = (app: App): Backend => createRouterClient(router, { context: { app } })
