import { useSending, type Send } from './use-sending.ts'

/** Changes some fields of a record; given a function, they are made from the newest state of it. */
export type EditFields<R, F> = (fields: F | ((record: R) => F)) => Promise<boolean>

/** Puts something into a list of a record, or takes it out, whatever else is done with the list meanwhile. */
export type EditList<L> = <K extends keyof L>(list: K, elements: NonNullable<L[K]>) => Promise<boolean>

/** The edit of one record, as the contract has it. */
export interface RecordEdit<F, L> {
  fields?: F
  add?: Partial<L>
  remove?: Partial<L>
  modified: string
  base?: string | undefined
}

interface Edits<R, F, L> {
  edit: EditFields<R, F>
  add: EditList<L>
  remove: EditList<L>
  /** Does something else with the newest state of the record. @returns its answer; undefined when nothing was saved */
  send: (make: (record: R) => Send<R>) => Promise<R | undefined>
}

/**
 * Edits of one record, one after another: each is made from the answer to the one before, so that two quick ones never
 * undo each other.
 * @param remember shows the answer before the list or page is asked for again
 */
export function useEdits<R extends { modified: string }, F extends object, L extends object>(
  current: () => R | undefined,
  update: (edit: RecordEdit<F, L>) => Promise<R>,
  remember: (record: R, sent: number) => void,
): Edits<R, F, L> {
  const sending = useSending()
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let newest: R | undefined

  const perform = async (make: (record: R) => Send<R>): Promise<R | undefined> => {
    const record = newest ?? current()
    if (record === undefined) return undefined
    const sent = performance.now()
    const answer = await sending(record.modified, make(record))
    if (answer === undefined) return undefined
    newest = answer
    remember(answer, sent)
    return answer
  }
  const inTurn = (make: (record: R) => Send<R>): Promise<R | undefined> => {
    waiting += 1
    const mine = turn.then(() => perform(make))
    turn = mine.finally(() => {
      waiting -= 1
      if (waiting === 0) newest = undefined
    })
    return mine
  }
  const done = async (make: (record: R) => Send<R>): Promise<boolean> => (await inTurn(make)) !== undefined
  const listed = <K extends keyof L>(list: K, elements: NonNullable<L[K]>): Partial<L> => {
    const lists: Partial<L> = {}
    lists[list] = elements
    return lists
  }
  return {
    edit: (fields) =>
      done((record) => {
        const wanted = typeof fields === 'function' ? fields(record) : fields
        return (modified, base) => update({ fields: wanted, modified, base })
      }),
    add: (list, elements) => done(() => (modified) => update({ add: listed(list, elements), modified })),
    remove: (list, elements) =>
      done(() => (modified) => update({ remove: listed(list, elements), modified })),
    send: inTurn,
  }
}
