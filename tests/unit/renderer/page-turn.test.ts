import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boxTurned,
  onPage,
  sizeTurned,
  turned,
  turnedOnce,
  type Turn,
} from '../../../src/renderer/src/views/reader/page-turn.ts'

const size = { width: 400, height: 600 }
const anyTurn = fc.constantFrom<Turn>(0, 1, 2, 3)
const anyPoint = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 600 }) })

describe('a page that is turned', () => {
  it('has its upper left corner at the right, below, and at the left', () => {
    const corner = { x: 0, y: 0 }
    expect(turned(corner, size, 1)).toEqual({ x: 600, y: 0 })
    expect(turned(corner, size, 2)).toEqual({ x: 400, y: 600 })
    expect(turned(corner, size, 3)).toEqual({ x: 0, y: 400 })
    expect(sizeTurned(size, 1)).toEqual({ width: 600, height: 400 })
  })

  it('finds each point again where it is seen', () => {
    fc.assert(
      fc.property(anyPoint, anyTurn, (point, turn) => {
        expect(onPage(turned(point, size, turn), size, turn)).toEqual(point)
      }),
    )
  })

  it('keeps boxes within it, and as large as they were', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, anyTurn, (one, other, turn) => {
        const box = {
          left: Math.min(one.x, other.x),
          top: Math.min(one.y, other.y),
          right: Math.max(one.x, other.x),
          bottom: Math.max(one.y, other.y),
        }
        const { left, top, right, bottom } = boxTurned(box, size, turn)
        const whole = sizeTurned(size, turn)
        expect([left >= 0, top >= 0, right <= whole.width, bottom <= whole.height]).toEqual(
          Array(4).fill(true),
        )
        expect((right - left) * (bottom - top)).toBe((box.right - box.left) * (box.bottom - box.top))
      }),
    )
  })

  it('is as it was after four turns', () => {
    expect([0, 1, 2, 3].reduce<Turn>((turn) => turnedOnce(turn), 0)).toBe(0)
  })
})
