import type { Page } from '@playwright/test'

export interface Frames {
  count: number
  /** How many came so late that the screen showed the one before twice. */
  late: number
  /** How many took more than 50 ms, as the eye sees. */
  slow: number
  /** In milliseconds. */
  longest: number
}

type Movement = 'scroll' | 'pan' | 'zoom' | 'pan-keys'
const frames = 240
/** A frame and a half of a screen with sixty a second. */
const lateAfter = 25

/** Moves what a selector names a little for each of several seconds' frames, and counts those that came late. */
export async function framesOf(page: Page, selector: string, movement: Movement): Promise<Frames> {
  await page.waitForTimeout(1_000)
  return page.evaluate(
    async ({ selector: at, movement: how, frames: count, lateAfter: late }) => {
      const element = document.querySelector<HTMLElement>(at)
      if (!element) throw new Error(`There is no ${at}.`)
      const wheel = (init: WheelEventInit): boolean =>
        element.dispatchEvent(
          new WheelEvent('wheel', { clientX: 700, clientY: 400, bubbles: true, cancelable: true, ...init }),
        )
      const move = (frame: number): void => {
        const back = frame % 120 < 60 ? 1 : -1
        if (how === 'scroll') element.scrollTop += 40
        else if (how === 'pan') wheel({ shiftKey: true, deltaY: back * 12 })
        else if (how === 'zoom') wheel({ ctrlKey: true, deltaY: -back * 20 })
        else
          element
            .closest('[role=group]')
            ?.dispatchEvent(
              new KeyboardEvent('keydown', { key: back > 0 ? 'ArrowRight' : 'ArrowLeft', bubbles: true }),
            )
      }
      const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      const taken: number[] = []
      let before = await next()
      for (let frame = 0; frame < count; frame += 1) {
        move(frame)
        const now = await next()
        taken.push(now - before)
        before = now
      }
      const over = (limit: number): number => taken.filter((time) => time > limit).length
      return { count, late: over(late), slow: over(50), longest: Math.max(...taken) }
    },
    { selector, movement, frames, lateAfter },
  )
}
