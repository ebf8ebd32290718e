import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ProblemReport } from '../../../contract/shared.ts'
import { reportOf } from '../backend.ts'

export interface Notice {
  id: number
  kind: 'done' | 'problem'
  message: string
  action: string | undefined
  /** Whether the last step of the notebook is what it tells of. */
  canUndo: boolean
}

/** In milliseconds: what everyone needs to see it, and what slow readers need for each letter. */
const shownFor = 6_000
const letterTime = 60
/** So long, in milliseconds, something may be looked at: a pointer that was left there holds nothing for ever. */
const heldFor = 60_000
/** After this time, in milliseconds, one wonders whether anything happens. */
const patience = 700

/**
 * What the window tells in passing: one thing, that was done or went wrong. The newest replaces the one before; a problem stays until
 * something succeeds that was begun after it.
 */
export const useNotices = defineStore('notices', () => {
  const notices = ref<Notice[]>([])
  /** Where a view wants them, so that they cover nothing and move nothing that is used. */
  const place = shallowRef<HTMLElement | null>(null)
  /** How many things take longer than one expects. */
  const slow = ref(0)
  let next = 1
  let timer: ReturnType<typeof setTimeout> | undefined

  function add(notice: Omit<Notice, 'id'>): void {
    // One at a time: what was done can be undone from the status line, too.
    notices.value = [{ ...notice, id: next }]
    next += 1
    if (notice.kind === 'done') release()
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  /** What was done is told for so long, in milliseconds; what went wrong stays. */
  function goAfter(time: (told: Notice) => number): void {
    clearTimeout(timer)
    const told = notices.value.find(({ kind }) => kind === 'done')
    if (told) timer = setTimeout(() => dismiss(told.id), time(told))
  }
  /** What is looked at or about to be pressed does not go away. */
  const hold = (): void => goAfter(() => heldFor)
  const release = (): void => goAfter(({ message }) => shownFor + letterTime * message.length)

  const done = (message: string, { canUndo = false } = {}): void =>
    add({ kind: 'done', message, action: undefined, canUndo })
  const problem = ({ message, action }: ProblemReport): void =>
    add({ kind: 'problem', message, action, canUndo: false })

  /** Something succeeded: problems from before are over, and the last step is another one now. */
  function settle(before: number): void {
    notices.value = notices.value
      .filter(({ id, kind }) => kind === 'done' || id >= before)
      .map((notice) => (notice.id < before ? { ...notice, canUndo: false } : notice))
  }

  /** @returns to be called when it is over */
  function watchTime(): () => void {
    let isSlow = false
    const wait = setTimeout(() => {
      isSlow = true
      slow.value += 1
    }, patience)
    return () => {
      clearTimeout(wait)
      if (isSlow) slow.value -= 1
    }
  }

  /** Does something that may fail; a failure is told, and answered with undefined. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    const before = next
    const isOver = watchTime()
    try {
      const answer = await work()
      settle(before)
      return answer
    } catch (error) {
      problem(reportOf(error))
      return undefined
    } finally {
      isOver()
    }
  }

  return { notices, slow, place, dismiss, hold, release, done, problem, attempt }
})
