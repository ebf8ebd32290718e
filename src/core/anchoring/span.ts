/** A span of text in UTF-16 code units, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** Whether two spans have a character in common. */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** How many code units two spans have in common. */
export const sharedLength = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
