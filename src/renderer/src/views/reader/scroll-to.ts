import type { Passage } from './passage.ts'
import type { TextMap } from './text-map.ts'

/** Farther than so many screens is jumped, not scrolled. */
const smoothScreens = 2
/**
 * Text that was not laid out before is not where it was thought to be, and what is above it moves it again when that is laid
 * out; for so many frames that is corrected.
 */
const corrections = 8
const closeEnough = 4
/** What comes to the top of the view does not touch it, in pixels. */
const headroom = 12
/** Where the line is that is read, below the top of the view: what was brought there is on it, in pixels. */
export const readingLine = headroom + closeEnough + 4

/** What lies between these parts of the view is read without moving it, from the top. */
const calmFrom = 0.1
const calmTo = 0.75

/** Brings a passage into the middle of the view; where all of it can be read well, the text stays still. */
export function scrollToPassage(host: HTMLElement, map: TextMap, passage: Passage): void {
  const frame = host.closest('.scroll')?.getBoundingClientRect()
  const { start, end } = clamped(map, passage)
  const { top, bottom } = rectOf(map, start, end)
  const isIn = (at: number): boolean =>
    frame !== undefined &&
    at >= frame.top + frame.height * calmFrom &&
    at <= frame.top + frame.height * calmTo
  if (isIn(top) && isIn(bottom)) return
  scroll(host, () => {
    const rect = rectOf(map, start, end)
    return { at: rect.top + Math.min(rect.height / 2, 200), goal: 0.35 }
  })
}

/** Brings an offset to the top of the view. */
export function scrollToOffset(host: HTMLElement, map: TextMap, offset: number): void {
  scroll(
    host,
    () => {
      const { start, end } = clamped(map, { start: offset, end: offset + 1 })
      return { at: rectOf(map, start, end).top - headroom, goal: 0 }
    },
    false,
  )
}

/** Where a passage is. Asking for its element first makes the browser lay out a section that it had left out. */
function rectOf(map: TextMap, start: number, end: number): DOMRect {
  const range = map.liveRange(start, end)
  range.startContainer.parentElement?.getBoundingClientRect()
  const rect = range.getBoundingClientRect()
  // The end of a line has no place of its own: the character before it has.
  return rect.height === 0 && start > 0 ? rectOf(map, start - 1, start) : rect
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
  // Whoever scrolls on is not held back.
  const moved = new AbortController()
  for (const event of ['wheel', 'pointerdown', 'keydown'])
    view.addEventListener(event, () => moved.abort(), { signal: moved.signal, passive: true })
  const correct = (left: number): void => {
    if (moved.signal.aborted) return
    if (left === 0) {
      moved.abort()
      // The text may have moved under the view without it being scrolled: who goes by what is read is told once more.
      view.dispatchEvent(new Event('scroll'))
      return
    }
    requestAnimationFrame(() => {
      const off = distance()
      if (Math.abs(off) > closeEnough) view.scrollBy({ top: off, behavior: 'instant' })
      correct(left - 1)
    })
  }
  correct(corrections)
}
