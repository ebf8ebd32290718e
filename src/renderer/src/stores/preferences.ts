import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'
import type { Theme } from '../../../contract/host.ts'
import { host } from '../host.ts'
import type { RegionChoice } from '../region-choice.ts'
import { languageKey, type LanguageChoice } from '../language-choice.ts'

export const textSizes = [15, 16, 17, 18, 19, 21, 23, 26] as const
export const textFonts = ['serif', 'sans'] as const
/** How long lines are, as characters in a line, roughly. */
export const measures = { narrow: 25, normal: 31, wide: 42 } as const
export const lineHeights = { close: 1.45, normal: 1.6, open: 1.85 } as const
export const papers = ['plain', 'sepia'] as const
export const sidebars = ['wide', 'rail'] as const
export const paintings = ['style', 'tag'] as const

/** How this person likes the window; kept on this machine, not in the notebook. */
export const usePreferences = defineStore('preferences', () => {
  const theme = useLocalStorage<Theme>('ascribe.theme', 'system')
  const language = useLocalStorage<LanguageChoice>(languageKey, 'system')
  /** As in which region figures and dates are typed. */
  const region = useLocalStorage<RegionChoice>('ascribe.region', 'system')
  /** The size of an article's text, in pixels. */
  const textSize = useLocalStorage<number>('ascribe.text-size', 19)
  const textFont = useLocalStorage<(typeof textFonts)[number]>('ascribe.text-font', 'serif')
  const measure = useLocalStorage<keyof typeof measures>('ascribe.measure', 'normal')
  const lineHeight = useLocalStorage<keyof typeof lineHeights>('ascribe.line-height', 'normal')
  const paper = useLocalStorage<(typeof papers)[number]>('ascribe.paper', 'plain')
  /** Whether highlights have the colour of their style or of their first tag. */
  const paintBy = useLocalStorage<(typeof paintings)[number]>('ascribe.paint-by', 'style')
  /** The sidebar with names, or with pictures only. */
  const sidebar = useLocalStorage<(typeof sidebars)[number]>('ascribe.sidebar', 'wide')
  /** Nothing but the text. Not kept: a window opens with everything in it. */
  const focus = ref(false)

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

  function foldSidebar(): void {
    sidebar.value = sidebar.value === 'rail' ? 'wide' : 'rail'
  }

  return {
    sidebar,
    language,
    region,
    foldSidebar,
    theme,
    textSize,
    textFont,
    measure,
    lineHeight,
    paper,
    paintBy,
    focus,
    changeTextSize,
  }
})
