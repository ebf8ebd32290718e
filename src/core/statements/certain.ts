import type { Span } from '../anchoring/span.ts'
import type { Statement } from './statement.ts'

/**
 * From these confidences on a statement is shown at once; measured on articles that the weights were not learnt of, five of six such
 * are marked there, too. Where nobody is named more is asked for.
 */
const least = 0.54
const leastUnnamed = 0.8
/** Less likely ones are not even shown as doubtful. */
export const leastDoubtful = 0.25

/** Whether a statement is shown at once, not only as doubtful. */
export const isCertain = ({
  confidence,
  source,
  content,
}: Pick<Statement, 'confidence' | 'source' | 'content'>): boolean =>
  content.length > 0 && confidence >= (source === null ? leastUnnamed : least)

/** Whether it tells for sure that somebody was asked and did not answer. */
export const hasDeclined = ({
  strength,
  confidence,
  source,
}: Pick<Statement, 'strength' | 'confidence' | 'source'>): boolean =>
  strength === 'declines' && source !== null && confidence >= least

/** All words of a statement: what is said, and the words that say so. */
export function extentOf({ content, cue }: Pick<Statement, 'content' | 'cue'>): Span {
  const spans = [...content, ...(cue ? [cue] : [])]
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(0, ...spans.map(({ end }) => end)),
  }
}

/**
 * All that is said, from its first word to its last; where nothing is, the cue. Where somebody declined to say something, that is
 * what is told: with who did.
 */
export function wholeOf({
  content,
  cue,
  source,
  strength,
}: Pick<Statement, 'content' | 'cue' | 'source' | 'strength'>): Span {
  if (strength === 'declines') return extentOf({ content: source ? [source, ...content] : content, cue })
  const start = content[0]?.start ?? cue?.start ?? 0
  const end = content.at(-1)?.end ?? cue?.end ?? start
  return { start, end }
}
