import { inject, type ComputedRef, type InjectionKey } from 'vue'
import type { Described, Offered } from './action.ts'

export interface Actions {
  /** What can be done now, with its words: in the article that is read, in the notebook, always. */
  offered: ComputedRef<Offered[]>
  /** All there are, whether they can be done now or not. */
  listed: ComputedRef<Described[]>
  /** Does an action by its id. */
  run: (id: string) => void
}

/** The frame of the window provides them to all that stands in it. */
export const actionsKey: InjectionKey<Actions> = Symbol('actions')

export function useActions(): Actions {
  const actions = inject(actionsKey)
  if (!actions) throw new Error('actions are used outside of the window')
  return actions
}
