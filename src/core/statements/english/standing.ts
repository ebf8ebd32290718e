import type { Span } from '../../anchoring/span.ts'
import type { About, Statement } from '../statement.ts'
import type { TaggedText } from '../tagged-text.ts'
import { extentOf } from '../certain.ts'
import { claimOf } from '../what-follows.ts'
import { whatIsSaid } from './what-is-said.ts'

/** As likely as it is that whoever spoke last goes on: shown only among the doubtful. */
const confidence = 0.45
/** As far back as the one stands who spoke last, in UTF-16 code units. */
const reach = 600
const fewestWords = 4
/** What is done with more quotations than this in a row is not looked at: nobody is quoted at such length. */
const longestRow = 8

/**
 * Adds the quotations that stand alone, without anybody who says them: whoever was quoted last goes on, perhaps.
 * @param found in the order of the text
 */
export function withStanding(tagged: TaggedText, found: readonly Statement[], about: About): Statement[] {
  const { text, quotations } = tagged
  const taken = found
    .flatMap(({ content, cue }) => [...content, ...(cue ? [cue] : [])])
    .sort((a, b) => a.start - b.start)
  const speakers = found.filter(({ chain: [first] }) => first?.verbatim === true)
  const all = [...found]
  let [next, last, row] = [0, 0, 0]
  let before: { end: number; one: Statement } | undefined
  for (const quotation of quotations) {
    while ((taken[next]?.end ?? Infinity) <= quotation.start) next += 1
    for (; endOf(speakers[last]) <= quotation.start; last += 1) {
      const one = speakers[last]
      if (one) before = { end: endOf(one), one }
      row = 0
    }
    const isFree = (taken[next]?.start ?? Infinity) >= quotation.end
    if (!isFree || !before || quotation.start - before.end > reach || !isAlone(text, quotation)) continue
    row += 1
    if (row > longestRow) continue
    const { one } = before
    before = { end: quotation.end, one }
    all.push(standing(tagged, quotation, one, about))
  }
  return all.sort((a, b) => placeOf(a) - placeOf(b))
}

const endOf = (one: Statement | undefined): number => (one ? extentOf(one).end : Infinity)
const placeOf = ({ cue, content }: Statement): number => cue?.start ?? content[0]?.start ?? 0

/** Whether it is a sentence, or some, with nothing else in it. */
function isAlone(text: string, { start, end }: Span): boolean {
  const quoted = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 3), start)
  const after = text.slice(end, end + 3)
  return (
    /[.!?…]["”»’']?$/.test(quoted) &&
    quoted.split(/\s+/).length >= fewestWords &&
    (start === 0 || text[start - 1] === '\n' || /[.!?]["”»’]?\s$/.test(before)) &&
    /^(?:\s*$|\s*\n|\s+["“«]?\p{Lu})/u.test(after)
  )
}

function standing(tagged: TaggedText, quotation: Span, speaker: Statement, about: About): Statement {
  const said = whatIsSaid(tagged, [quotation], 'says', about)
  return {
    ...said,
    cue: null,
    source: null,
    chain: speaker.chain.map((hop, n) => (n === 0 ? { ...hop, mode: 'says', words: '' } : hop)),
    isSourceSure: false,
    claim: claimOf([said.exact]),
    isSaid: true,
    negated: false,
    accused: null,
    confidence,
  }
}
