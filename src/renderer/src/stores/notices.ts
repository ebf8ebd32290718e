import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ProblemReport } from '../../../contract/shared.ts'
import { reportOf } from '../backend.ts'

export interface Notice {
  id: number
  kind: 'done' | 'problem'
  message: string
  action: string | undefined
}

const shownFor = 6_000

/** What the window tells in passing; problems stay until they are dismissed. */
export const useNotices = defineStore('notices', () => {
  const notices = ref<Notice[]>([])
  let next = 1

  function add(kind: Notice['kind'], message: string, action?: string): void {
    const notice = { id: next, kind, message, action }
    next += 1
    notices.value = [...notices.value.filter((other) => other.message !== message), notice].slice(-4)
    if (kind === 'done') setTimeout(() => dismiss(notice.id), shownFor)
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  const done = (message: string): void => add('done', message)
  const problem = ({ message, action }: ProblemReport): void => add('problem', message, action)

  /** Does something that may fail; a failure is told, and answered with undefined. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      problem(reportOf(error))
      return undefined
    }
  }

  return { notices, dismiss, done, problem, attempt }
})
