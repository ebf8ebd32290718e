import type { ShallowRef } from 'vue'
import { usePageKeys } from './use-page-keys.ts'

const controls = 'a[href], button:not(:disabled), summary, input:not(:disabled), [tabindex="0"]'

/**
 * J and K go from one item of a page to the next one, and to the one before: to the first control in it, or to itself.
 * @param items a selector for them
 * @returns the same, for other keys
 */
export function useStepKeys(
  root: Readonly<ShallowRef<HTMLElement | null>>,
  items: string,
): (by: 1 | -1) => void {
  const step = (by: 1 | -1): void => {
    const all = [...(root.value?.querySelectorAll<HTMLElement>(items) ?? [])]
    const at = all.findIndex((item) => item.contains(document.activeElement))
    const next = at === -1 ? all[by === 1 ? 0 : all.length - 1] : all[at + by]
    const control = next?.matches(controls) ? next : next?.querySelector<HTMLElement>(controls)
    control?.focus()
    // The control may stand at the end of what is to be read.
    if (control !== next) next?.scrollIntoView({ block: 'nearest' })
  }
  usePageKeys(() => ({ j: () => step(1), k: () => step(-1) }))
  return step
}
