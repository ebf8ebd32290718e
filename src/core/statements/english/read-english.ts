import type { Span } from '../../anchoring/span.ts'
import { bestOf, likely } from '../linear.ts'
import type { Manner, Reading } from '../reading.ts'
import { spanOf, type Stretch, type TaggedText, type Token } from '../tagged-text.ts'
import { endAfter, endBefore, startAfter, startBefore, type Pivot } from './content-signs.ts'
import { isPossessive, type Chunk } from './chunks.ts'
import { linksIn } from './links.ts'
import type { EnglishModel } from './model.ts'
import { outermost, sourceAround } from './source-phrase.ts'
import { tellWhole } from './whole-signs.ts'

/** Below this confidence nothing is worth showing, not even as doubtful. */
const least = 0.1

/** Everything in an English text that says that somebody says something, in order of the cues. */
export function readTagged(tagged: TaggedText, model: EnglishModel): Reading[] {
  const links = linksIn(tagged, model)
  const found: Reading[] = []
  for (const [n, link] of links.entries()) {
    const score = model.whole.score((sign) => {
      tellWhole(tagged, links, n, sign)
    })
    const confidence = likely(score)
    if (confidence < least) continue
    const { cue } = link
    const group = groupOf(tagged, cue)
    const chunk = link.source?.chunk ?? null
    const pivot = { cue, source: chunk }
    const content = contentOf(tagged, pivot, model)
    const source = chunk && sourceAround(tagged, chunk, group, content)
    found.push({
      content: content.map((piece) => spanOf(tagged, piece)),
      cue: spanOf(tagged, group),
      verb: tagged.tokens[cue]?.lemma ?? '',
      source: source && spanOf(tagged, source),
      head: chunk && headOf(tagged, chunk, source),
      confidence,
      manner: mannerOf(tagged, cue, group.from),
    })
  }
  return found
}

/** The noun of the outermost phrase of a source. */
function headOf(tagged: TaggedText, chunk: Chunk, source: Stretch | null): Span {
  const { tokens } = tagged
  let { head } = source && source.from < chunk.from ? outermost(tagged, chunk).chunk : chunk
  // “the mayor’s office” is an office, “his neighbour” a neighbour.
  const isOwner = /^['’]s?$/.test(tokens[chunk.to]?.word ?? '')
  const first = isOwner ? chunk.to + 1 : isPossessive(tokens[chunk.head]?.word ?? '') ? chunk.to : -1
  if (source && first !== -1)
    for (let at = first; at < source.to && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[at]?.tag ?? ''); at += 1)
      head = at
  return spanOf(tagged, { from: head, to: head + 1 })
}

/** Words that belong to a verb before it. */
const helper =
  /^(?:n't|not|never|also|has|have|had|is|are|was|were|be|been|being|will|would|can|could|may|might|must|should|do|does|did|to|later|again|then|since|further|once|often|repeatedly)$/

/** The cue with its helping verbs, adverbs and negation, and “to” of “according to”. */
function groupOf({ tokens, sentences }: TaggedText, cue: number): Stretch {
  const sentence = sentences[tokens[cue]?.sentence ?? 0]
  let from = cue
  while (from > (sentence?.from ?? 0) && cue - from < 5 && isHelper(tokens[from - 1])) from -= 1
  const to = tokens[cue]?.word === 'according' && tokens[cue + 1]?.word === 'to' ? cue + 2 : cue + 1
  return { from, to }
}

const isHelper = (token: Token | undefined): boolean =>
  token !== undefined && (helper.test(token.word) || (token.tag === 'ADV' && token.word.endsWith('ly')))

function mannerOf({ tokens, sentences }: TaggedText, cue: number, from: number): Set<Manner> {
  const found = new Set<Manner>()
  const words = tokens.slice(from, cue).map(({ word }) => word)
  if (words.some((word) => /^(?:n't|not|never)$/.test(word))) found.add('not')
  if (words.some((word) => /^(?:would|could|may|might|should|can|must)$/.test(word))) found.add('modal')
  if (isOnlyPossible(tokens, from, cue)) found.add('possible')
  const sentence = sentences[tokens[cue]?.sentence ?? 0]
  if (!sentence) return found
  // “if the minister says”: the condition stands in the clause of the cue.
  for (let at = from - 1; at >= sentence.from && from - at <= 8; at -= 1) {
    const word = tokens[at]?.word ?? ''
    if (/^[,;:.”"]$/.test(word)) break
    if (/^(?:if|whether|unless)$/.test(word)) found.add('if')
  }
  const last = tokens[sentence.to - 1]
  if (last?.word === '?' && last.quote === tokens[cue]?.quote) found.add('question')
  return found
}

/** “Is expected to say”, “was unable to confirm”, “neither side said”: it has not been said. */
function isOnlyPossible(tokens: readonly Token[], from: number, cue: number): boolean {
  const before = tokens.slice(Math.max(0, from - 5), cue).map(({ word }) => word)
  return before.some((word) =>
    /^(?:expected|likely|unable|able|due|unwilling|neither|nobody|fail|failed|fails)$/.test(word),
  )
}

/** What is said: behind the cue, before it, or both. Of the two at least the likelier one. */
function contentOf(tagged: TaggedText, pivot: Pivot, model: EnglishModel): Stretch[] {
  const startBehind = startAfter(tagged, pivot)
  const startAhead = startBefore(tagged, pivot)
  const startScores = model.start.scores(startBehind.tells)
  const leftScores = model.before.scores(startAhead.tells)
  const nothingAfter = startScores.pop() ?? -Infinity
  const nothingBefore = leftScores.pop() ?? -Infinity
  const after = bestOf(startScores).at
  const before = bestOf(leftScores).at
  const afterBy = (startScores[after] ?? -Infinity) - nothingAfter
  const beforeBy = (leftScores[before] ?? -Infinity) - nothingBefore
  const left = startAhead.options[before]
  const start = startBehind.options[after]
  const behind =
    start === undefined ? [] : piecesFrom(tagged, pivot, withoutAddressee(tagged, pivot, start), model)
  const ahead =
    left === undefined
      ? []
      : [
          untilQuoteEnds(
            tagged,
            insteadOf(tagged, { from: left, to: withoutOwner(tagged, endBefore(tagged, pivot)) }),
          ),
        ]
  // A day is when it was said, not what.
  const isBehind = behind.some((piece) => !isOccasion(tagged, piece))
  const takesBehind = isBehind && (afterBy > 0 || (beforeBy <= 0 && afterBy >= beforeBy))
  const takesAhead = ahead.length > 0 && (beforeBy > 0 || !takesBehind)
  const found = [...(takesAhead ? ahead : []), ...(takesBehind ? behind : [])]
  return found.map((piece) => trimmed(tagged, piece)).filter(({ from, to }) => to > from)
}

/** “Warned the harbour master that the quay was unsafe”: whom it is said to is not said. */
function withoutAddressee({ tokens }: TaggedText, { cue }: Pivot, start: number): number {
  if (!/^(?:tell|warn|remind|inform|assure|notify|advise|convince|persuade)$/.test(tokens[cue]?.lemma ?? ''))
    return start
  for (let at = start; at < start + longestAddressee; at += 1) {
    const { word = '.', tag = '' } = tokens[at] ?? {}
    if (word === 'that' && at > start) return at
    if (/^(?:VERB|AUX|PUNCT|SCONJ)$/.test(tag)) break
  }
  return start
}
/** In tokens. */
const longestAddressee = 9

/** “…, its owner said”: what belongs to the source is not said. */
function withoutOwner({ tokens }: TaggedText, end: number): number {
  const before = tokens[end - 1]
  return before && (before.tag === 'DET' || isPossessive(before.word)) ? end - 1 : end
}

const isOccasion = ({ tokens }: TaggedText, { from, to }: Stretch): boolean =>
  tokens
    .slice(from, to)
    .every(
      ({ word, tag }) =>
        tag === 'PUNCT' ||
        /^(?:on|late|early|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|year|month|night|today|yesterday|morning|afternoon|evening)$/.test(
          word,
        ),
    )

/** “A, it was reported” and “A, a claim that they reject” say A. */
function insteadOf({ tokens, sentences }: TaggedText, { from, to }: Stretch): Stretch {
  const words = tokens.slice(from, to).map(({ word }) => word)
  const sentence = sentences[tokens[from]?.sentence ?? 0]
  const standsFor =
    /^(?:it|(?:a|an) (?:claim|allegation|accusation|charge|assertion|suggestion|notion|idea|view))$/.test(
      words.join(' '),
    )
  return standsFor && sentence && tokens[from - 1]?.word === ','
    ? { from: sentence.from, to: from - 1 }
    : { from, to }
}

/** What is quoted ends with its quotation where only a name follows. */
function untilQuoteEnds({ tokens }: TaggedText, { from, to }: Stretch): Stretch {
  const quote = tokens[from]?.quote ?? -1
  if (quote === -1) return { from, to }
  let end = from
  while (end < to && tokens[end]?.quote === quote) end += 1
  const rest = tokens.slice(end, to)
  return rest.some(({ tag }) => tag === 'VERB' || tag === 'AUX') ? { from, to } : { from, to: end }
}

/** From a start to its likeliest end, without the source where that stands within. */
function piecesFrom(tagged: TaggedText, pivot: Pivot, start: number, model: EnglishModel): Stretch[] {
  const { options, tells } = endAfter(tagged, pivot, start)
  const end = options[bestOf(model.end.scores(tells)).at]
  if (end === undefined) return []
  const { source } = pivot
  if (source && source.from >= start && source.to <= end && source.from > pivot.cue)
    return [
      { from: start, to: source.from },
      { from: source.to, to: end },
    ]
  return [{ from: start, to: end }]
}

const isMark = (token: Token | undefined): boolean =>
  token?.tag === 'PUNCT' && !/^(?:[“”"‘’'«»()%$]|'')$/.test(token.word)

/** Without marks at its ends that are not quotation marks. */
function trimmed({ tokens }: TaggedText, { from, to }: Stretch): Stretch {
  let start = from
  let end = to
  while (start < end && isMark(tokens[start])) start += 1
  while (end > start && isMark(tokens[end - 1])) end -= 1
  return { from: start, to: end }
}
