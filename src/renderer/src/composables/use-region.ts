import { computed, type ComputedRef } from 'vue'
import { regions } from '../region-choice.ts'
import { usePreferences } from '../stores/preferences.ts'

/** As in which region figures and dates are typed here: that was chosen, or the system's. */
export function useRegion(): ComputedRef<string> {
  const preferences = usePreferences()
  return computed(() => regions.find((one) => one === preferences.region) ?? navigator.language)
}
