import { toRefs, type Ref } from 'vue'

const minute = 60_000
const year = 365.25 * 24 * 60 * minute
const shortest = 5 * minute
const longest = 20_000 * year

interface Extent {
  from: number
  to: number
}

export interface TimeView {
  from: Ref<number>
  to: Ref<number>
  fit: (extent: Extent) => void
  /** Fits what there is into the view, unless that was there before: what is in view then was chosen by the user. */
  fitOther: (extent: Extent) => void
  /** The claim that was chosen last. */
  chosenId: Ref<string | null>
  /** @param at where the time stays as it is, from 0 (left) to 1 (right) */
  zoom: (factor: number, at?: number) => void
  /** @param part of the width, to the right when positive */
  move: (part: number) => void
  /** Brings a time into view when it is not. */
  show: (time: number) => void
}

/** What of a timeline is in view, and was chosen last; kept while one is elsewhere. */
export interface TimeState {
  from: number
  to: number
  /** All that there was to be seen, when that was fitted into the view. */
  extent: Extent | null
  chosen: string | null
}

export const anyTime = (): TimeState => ({ from: 0, to: year, extent: null, chosen: null })

/** The stretch of time in view: from minutes to millennia. */
export function useTimeView(state: TimeState): TimeView {
  const { from, to, extent: known, chosen: chosenId } = toRefs(state)
  const set = (start: number, end: number): void => {
    from.value = start
    to.value = end
  }
  return {
    from,
    to,
    chosenId,
    fit: (extent) => set(extent.from, extent.to),
    fitOther(extent) {
      if (extent.from === known.value?.from && extent.to === known.value.to) return
      known.value = extent
      set(extent.from, extent.to)
    },
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
