/** What stands in the field or choice that an event is of. */
export const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement
    ? target.value
    : ''

/** The choice that an event is of; null when it is of something else. */
export const choiceOf = ({ target }: Event): HTMLSelectElement | null =>
  target instanceof HTMLSelectElement ? target : null

/** The box that an event is of, to be ticked or not; null when it is of something else. */
export const boxOf = ({ target }: Event): HTMLInputElement | null =>
  target instanceof HTMLInputElement ? target : null

export const isTicked = (event: Event): boolean => boxOf(event)?.checked ?? false

/** The files that were chosen in the field that an event is of. */
export const filesOf = (event: Event): readonly File[] => [...(boxOf(event)?.files ?? [])]
