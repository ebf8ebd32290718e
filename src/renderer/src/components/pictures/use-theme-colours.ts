import { usePreferredDark } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'
import { usePreferences } from '../../stores/preferences.ts'

const names = [
  'paper',
  'surface',
  'sunken',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'accent',
  'accent-soft',
  'supports',
  'supports-soft',
  'disputes',
  'disputes-soft',
  'mentions',
  'cue-1',
  'cue-2',
  'cue-5',
  'cue-8',
] as const
export type Colours = Record<(typeof names)[number], string>

/** The colours of the theme as plain values, for what is not drawn by style sheets. */
export function useThemeColours(): ComputedRef<Colours> {
  const preferences = usePreferences()
  const isDark = usePreferredDark()
  return computed(() => {
    // Both decide which colours the style sheet gives.
    const theme = preferences.theme === 'system' ? (isDark.value ? 'dark' : 'light') : preferences.theme
    const probe = document.createElement('span')
    probe.style.colorScheme = theme
    document.body.append(probe)
    const style = getComputedStyle(probe)
    const found = names.map((name) => {
      probe.style.color = `var(--${name})`
      return [name, style.color] as const
    })
    probe.remove()
    return Object.fromEntries(found) as Colours
  })
}
