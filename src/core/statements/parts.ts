import type { Span } from '../anchoring/span.ts'
import type { Statement } from './statement.ts'

/** A long text is read in parts, so that each keeps to the budget of work over foreign texts. */
const most = 80_000

/** The parts of a text, cut at ends of paragraphs where there are any. `start` in UTF-16 code units. */
export function partsOf(text: string): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = []
  for (let start = 0; start < text.length || parts.length === 0;) {
    const wanted = start + most
    const cut = wanted >= text.length ? text.length : text.lastIndexOf('\n', wanted) + 1
    const end = cut > start ? cut : wanted
    parts.push({ start, text: text.slice(start, end) })
    start = end
  }
  return parts
}

/** A statement of a part, where it stands in the whole. */
export function shifted(one: Statement, by: number): Statement {
  if (by === 0) return one
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by })
  return {
    ...one,
    content: one.content.map(move),
    cue: one.cue && move(one.cue),
    source: one.source && move(one.source),
    dates: one.dates.map(move),
  }
}
