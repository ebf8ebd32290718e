import { useNotices } from '../stores/notices.ts'

/** Changes some fields of a record; given a function, they are made from the newest state of it. */
export type Edit<R, F> = (fields: F | ((record: R) => F)) => Promise<boolean>

/**
 * Edits of one record, one after another: each is made from the answer to the one before, so that two quick ones never
 * undo each other.
 * @param remember shows the answer before the list or page is asked for again
 */
export function useEdits<R, F extends object>(
  current: () => R | undefined,
  update: (fields: F) => Promise<R>,
  remember: (record: R) => void,
): Edit<R, F> {
  const notices = useNotices()
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let newest: R | undefined

  const perform = async (fields: F | ((record: R) => F)): Promise<boolean> => {
    const record = newest ?? current()
    if (record === undefined) return false
    const answer = await notices.attempt(() => update(typeof fields === 'function' ? fields(record) : fields))
    if (answer === undefined) return false
    newest = answer
    remember(answer)
    return true
  }
  return (fields) => {
    waiting += 1
    const mine = turn.then(() => perform(fields))
    turn = mine.finally(() => {
      waiting -= 1
      if (waiting === 0) newest = undefined
    })
    return mine
  }
}
