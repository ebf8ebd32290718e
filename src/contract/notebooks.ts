import { Said } from '../core/words/say.ts'
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { LiveState } from './exports.ts'
import { SavedView } from '../core/listing/saved-view.ts'
import { idOf } from '../core/records/base.ts'
import { Indexing, NotebookState, ProblemReport } from './shared.ts'

export const OpenNotebook = z.object({
  id: idOf('notebook'),
  title: z.string(),
  folder: z.string(),
  readOnly: Said.nullable(),
  /** Where in the window it was left: the path of a place. */
  place: z.string().nullable(),
  views: z.array(SavedView),
  /** The folder that follows it, if one does. */
  live: LiveState.nullable(),
  ...NotebookState.shape,
  /** While the read model is made: how far it is; null when it is whole. */
  indexing: Indexing.nullable(),
})
export type OpenNotebook = z.infer<typeof OpenNotebook>

export const AppState = z.object({
  version: z.string(),
  /** The folder that new notebooks are made in. */
  home: z.string(),
  recent: z.array(z.object({ folder: z.string(), title: z.string() })),
  notebook: OpenNotebook.nullable(),
  /** Why the notebook that was open when the program ended could not be opened again. */
  notReopened: ProblemReport.nullable(),
  /** Whether a folder may be named by its path (browser mode), or must be chosen in a dialog. */
  anyPath: z.boolean(),
})
export type AppState = z.infer<typeof AppState>

export const notebooks = {
  state: oc.output(AppState),
  create: oc.input(z.object({ title: z.string().trim().min(1).max(200) })).output(AppState),
  open: oc.input(z.object({ folder: z.string().min(1) })).output(AppState),
  openSample: oc.output(AppState),
  close: oc.output(AppState),
  /** Tells where in the window somebody is, so that the notebook opens there again. */
  at: oc.input(z.object({ place: z.string().startsWith('/').max(500) })).output(z.object({})),
  /** Keeps the views of the open notebook, in place of those it has. */
  /** Keeps a way to look at the claims, in place of one of that name. */
  keepView: oc.input(SavedView).output(z.object({})),
  forgetView: oc.input(SavedView.pick({ name: true })).output(z.object({})),
  /** Stops the making of the read model for a while, or goes on. */
  pauseIndexing: oc.input(z.object({ isPaused: z.boolean() })).output(z.object({})),
}
