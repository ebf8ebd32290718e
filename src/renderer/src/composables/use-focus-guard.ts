import { useEventListener, useMutationObserver } from '@vueuse/core'
import { isFocusWatched, isUsable, stepsFrom } from './use-focus-after.ts'

/** What comes instead of a control (the next view, the button that opened a dialog) may take the focus itself, in milliseconds. */
const patience = 200

/**
 * Sees to it that the focus is never lost: where the control that has it goes, or can have it no longer, what is near gets it: the
 * next item of the list, the heading of the section, what is left of the dialog, or else the heading of the place. Whoever clicks
 * beside everything means to be nowhere, and stays there.
 */
export function useFocusGuard(): void {
  let last: { control: HTMLElement; above: HTMLElement[]; near: () => HTMLElement | undefined } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  useEventListener(document, 'focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const above: HTMLElement[] = []
    for (let node = target.parentElement; node !== null; node = node.parentElement) above.push(node)
    const steps = stepsFrom(target)
    const near = (): HTMLElement | undefined => {
      for (const step of steps) {
        const found = step()
        if (found && isUsable(found)) return found
      }
      return undefined
    }
    last = { control: target, above, near }
  })
  useEventListener(document, 'pointerdown', () => (last = undefined), { capture: true })

  const isLost = (): boolean =>
    last !== undefined &&
    (document.activeElement === null || document.activeElement === document.body) &&
    !isUsable(last.control)

  function bringBack(): void {
    if (!last || !isLost() || isFocusWatched()) return
    const dialogs = [...document.querySelectorAll<HTMLElement>('[role=dialog], [role=alertdialog]')]
    const dialog = dialogs.at(-1)
    const part = last.above.find((one) => one.isConnected && (!dialog || dialog.contains(one)))
    const near = dialog ? undefined : last.near()
    const around = part?.closest('main, [role=dialog], [role=alertdialog]') ? part : undefined
    const target = near ?? titleOf(around ?? dialog ?? document.querySelector<HTMLElement>('main'))
    target?.focus({ preventScroll: true })
  }

  useMutationObserver(
    () => document.body,
    () => {
      if (!isLost() || timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        bringBack()
      }, patience)
    },
    { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden'] },
  )
}

/** The heading of a part of the window, or that part itself; never a control, which a second Enter would press. */
function titleOf(part: HTMLElement | null): HTMLElement | null {
  const title = part?.querySelector<HTMLElement>('h1, h2, h3') ?? part
  if (title) title.tabIndex = -1
  return title
}
