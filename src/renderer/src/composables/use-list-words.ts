import { computed } from 'vue'
import { useLanguage } from './use-language.ts'

/** Some names as one writes them after each other in the language of the window. */
export function useListWords(): (names: readonly string[]) => string {
  const language = useLanguage()
  const format = computed(() => new Intl.ListFormat(language.value, { type: 'unit', style: 'short' }))
  return (names) => format.value.format(names)
}
