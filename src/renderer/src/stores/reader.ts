import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ReaderAction } from '../views/reader/reader-keys.ts'

/** What the article that is being read can do, for the command palette. */
export const useReader = defineStore('reader', () => {
  const perform = shallowRef<((action: ReaderAction) => void) | null>(null)
  const use = (next: (action: ReaderAction) => void): void => void (perform.value = next)
  const leave = (old: (action: ReaderAction) => void): void => {
    if (perform.value === old) perform.value = null
  }
  return { perform, use, leave }
})
