import type { Passage } from './passage.ts'
import type { TextMap } from './text-map.ts'

/** Farther than so many screens is jumped, not scrolled. */
const smoothScreens = 2
/** Text that was not laid out before is not where it was thought to be; so often that is corrected. */
const corrections = 3
const closeEnough = 4

/** Brings a passage into the middle of the view. */
export function scrollToPassage(host: HTMLElement, map: TextMap, passage: Passage): void {
  scroll(host, () => {
    const { start, end } = clamped(map, passage)
    const rect = rectOf(map, start, end)
    return { at: rect.top + Math.min(rect.height / 2, 200), goal: 0.45 }
  })
}

/** Brings an offset to the top of the view. */
export function scrollToOffset(host: HTMLElement, map: TextMap, offset: number): void {
  scroll(
    host,
    () => {
      const { start, end } = clamped(map, { start: offset, end: offset + 1 })
      return { at: rectOf(map, start, end).top, goal: 0 }
    },
    false,
  )
}

/** Where a passage is. Asking for its element first makes the browser lay out a section that it had left out. */
function rectOf(map: TextMap, start: number, end: number): DOMRect {
  const range = map.liveRange(start, end)
  const element = range.startContainer.parentElement?.getBoundingClientRect()
  const rect = range.getBoundingClientRect()
  return rect.height === 0 && element ? element : rect
}

function clamped(map: TextMap, { start, end }: Passage): Passage {
  const from = Math.max(0, Math.min(start, map.length - 1))
  return { start: from, end: Math.max(from, Math.min(end, map.length)) }
}

/** @param target where what is looked for is on the screen, and how far down the view it is to be (0 to 1) */
function scroll(host: HTMLElement, target: () => { at: number; goal: number }, mayBeSmooth = true): void {
  const view = host.closest('.scroll')
  if (!view) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const distance = (): number => {
    const frame = view.getBoundingClientRect()
    const { at, goal } = target()
    return at - frame.top - frame.height * goal
  }
  const first = distance()
  if (mayBeSmooth && !calm && Math.abs(first) < smoothScreens * view.clientHeight) {
    view.scrollBy({ top: first, behavior: 'smooth' })
    return
  }
  view.scrollBy({ top: first, behavior: 'instant' })
  const correct = (left: number): void => {
    if (left === 0) return
    requestAnimationFrame(() => {
      const off = distance()
      if (Math.abs(off) <= closeEnough) return
      view.scrollBy({ top: off, behavior: 'instant' })
      correct(left - 1)
    })
  }
  correct(corrections)
}
