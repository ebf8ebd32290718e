import { ref, type Ref } from 'vue'

const minute = 60_000
const year = 365.25 * 24 * 60 * minute
const shortest = 5 * minute
const longest = 20_000 * year

export interface TimeView {
  from: Ref<number>
  to: Ref<number>
  fit: (extent: { from: number; to: number }) => void
  /** @param at where the time stays as it is, from 0 (left) to 1 (right) */
  zoom: (factor: number, at?: number) => void
  /** @param part of the width, to the right when positive */
  move: (part: number) => void
  /** Brings a time into view when it is not. */
  show: (time: number) => void
}

/** The stretch of time in view: from minutes to millennia. */
export function useTimeView(): TimeView {
  const from = ref(0)
  const to = ref(year)
  const set = (start: number, end: number): void => {
    from.value = start
    to.value = end
  }
  return {
    from,
    to,
    fit: (extent) => set(extent.from, extent.to),
    zoom(factor, at = 0.5) {
      const length = to.value - from.value
      const next = Math.max(shortest, Math.min(longest, length * factor))
      const fixed = from.value + length * at
      set(fixed - next * at, fixed + next * (1 - at))
    },
    move(part) {
      const step = (to.value - from.value) * part
      set(from.value + step, to.value + step)
    },
    show(time) {
      const length = to.value - from.value
      if (time > from.value + length * 0.05 && time < to.value - length * 0.05) return
      set(time - length / 2, time + length / 2)
    },
  }
}
