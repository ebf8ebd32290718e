import { reportOf } from '../backend.ts'
import { useDialogs } from '../stores/dialogs.ts'
import { useNotices } from '../stores/notices.ts'

/**
 * Sends an edit that was made from the state of `modified`; over another state, `base` is the one that it was made from: what it did to
 * lists is done to those that are there.
 */
export type Send<R> = (modified: string, base?: string) => Promise<R>

/**
 * Sends edits. Where something else was saved since the state that one was made from, both are shown, and the user says which is
 * to stay.
 * @returns undefined where nothing was saved: it failed, which was told, or the other one stays
 */
export function useSending(): <R>(modified: string, send: Send<R>) => Promise<R | undefined> {
  const notices = useNotices()
  const dialogs = useDialogs()
  return (modified, send) =>
    notices.attempt(async () => {
      let from = modified
      for (;;) {
        try {
          return await (from === modified ? send(from) : send(from, modified))
        } catch (error) {
          const { code, conflicts = [], modified: now } = reportOf(error)
          if (code !== 'changed-meanwhile' || now === undefined) throw error
          if ((await dialogs.decide(conflicts)) === 'theirs') return undefined
          from = now
        }
      }
    })
}
