import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The steps of the tour through the sample, by their words in the catalogue. */
export const tourSteps = ['origins', 'chain', 'statements', 'openWork'] as const

/** A short tour through the sample notebook; who ended it once is not asked again. */
export const useTour = defineStore('tour', () => {
  const isDone = useLocalStorage('ascribe.tour-done', false)
  /** Which step is shown, from 0; null when there is none. */
  const step = ref<number | null>(null)
  return {
    step,
    begin: (): void => {
      if (!isDone.value) step.value = 0
    },
    end: (): void => {
      isDone.value = true
      step.value = null
    },
  }
})
