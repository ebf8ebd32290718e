import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ChangeEvent, LongWork } from '../../../contract/shared.ts'
import { useNotices } from './notices.ts'

/** Work that takes long: what goes on, how far it is, and the way to cancel it. */
export const useLongWork = defineStore('long-work', () => {
  const notices = useNotices()
  const current = ref<{ work: LongWork; done: number; total: number } | null>(null)
  /** What goes on without having been asked for here: the copy that is made before a notebook gets a newer format. */
  const background = ref<{ work: LongWork; done: number; total: number } | null>(null)
  let controller = new AbortController()

  /** Does something that takes long; a failure is told, and answered with undefined. */
  async function run<T>(work: LongWork, call: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    controller = new AbortController()
    const { signal } = controller
    current.value = { work, done: 0, total: 0 }
    try {
      return await notices.attempt(async () => {
        try {
          return await call(signal)
        } catch (error) {
          if (signal.aborted) return undefined
          throw error
        }
      })
    } finally {
      current.value = null
    }
  }

  function note(event: Extract<ChangeEvent, { type: 'working' }>): void {
    const { work, done, total } = event
    if (current.value === null) background.value = { work, done, total }
    else current.value = { work: current.value.work, done, total }
  }

  const cancel = (): void => controller.abort()

  return { current, background, run, note, cancel }
})
