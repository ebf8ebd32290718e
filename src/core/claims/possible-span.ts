import { edtfSpan } from '../records/edtf.ts'

/** A stretch of time, as milliseconds since 1970 (UTC); infinite where it is open. */
export interface TimeSpan {
  from: number
  to: number
}

/**
 * The time in which something dated so may have been; undefined if it is not EDTF. What is told as approximate or uncertain
 * (`~`, `?`, `%`) may have been earlier or later by as much as its precision; what is not told of an interval is open.
 */
export function possibleSpan(date: string): TimeSpan | undefined {
  if (edtfSpan(date) === undefined) return undefined
  const [first = '', last = first] = date.split('/')
  return { from: possibleEnd(first).from, to: possibleEnd(last).to }
}

const ever = { from: -Infinity, to: Infinity }

function possibleEnd(date: string): TimeSpan {
  const span = edtfSpan(date)
  if (!span) return ever
  const slack = /[~?%]/.test(date) ? span.to - span.from + 1 : 0
  return { from: span.from - slack, to: span.to + slack }
}
