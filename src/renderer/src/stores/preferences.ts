import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { watchEffect } from 'vue'
import type { Theme } from '../../../contract/host.ts'
import { host } from '../host.ts'

export const textSizes = [15, 16, 17, 18, 19, 21, 23, 26] as const

/** How this person likes the window; kept on this machine, not in the notebook. */
export const usePreferences = defineStore('preferences', () => {
  const theme = useLocalStorage<Theme>('ascribe.theme', 'system')
  /** The size of an article's text, in pixels. */
  const textSize = useLocalStorage<number>('ascribe.text-size', 19)

  watchEffect(() => {
    const root = document.documentElement
    if (theme.value === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme.value
    void host?.setTheme(theme.value)
  })

  function changeTextSize(step: 1 | -1): void {
    const sizes: readonly number[] = textSizes
    const index = sizes.findIndex((size) => size >= textSize.value)
    textSize.value = sizes[Math.min(sizes.length - 1, Math.max(0, index + step))] ?? 19
  }

  return { theme, textSize, changeTextSize }
})
