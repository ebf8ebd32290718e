import { complementOf, near } from './cue-signs.ts'
import type { Question, Sign, Tell } from '../linear.ts'
import type { Stretch, TaggedText, Token } from '../tagged-text.ts'

/** A cue and its source, in tokens. */
export interface Pivot {
  cue: number
  source: Stretch | null
}

/** Where what is said behind the cue begins, or that nothing is. */
export function startAfter(tagged: TaggedText, pivot: Pivot): Question<number> {
  const options = startsAfter(tagged, pivot)
  const tells = options.map(
    (at): Tell =>
      (sign) =>
        tellStart(tagged, pivot, at, sign),
  )
  return { options, tells: [...tells, (sign) => tellNothingAfter(tagged, pivot, sign)] }
}

/** Where what is said behind the cue ends, exclusive, when it begins at a token. */
export function endAfter(tagged: TaggedText, pivot: Pivot, start: number): Question<number> {
  const options = endsAfter(tagged, pivot, start)
  return {
    options,
    tells: options.map(
      (end): Tell =>
        (sign) =>
          tellEnd(tagged, pivot, start, end, sign),
    ),
  }
}

/** Where what is said before the cue begins, or that nothing is. It ends where the source or the cue begins. */
export function startBefore(tagged: TaggedText, pivot: Pivot): Question<number> {
  const options = startsBefore(tagged, pivot)
  const tells = options.map(
    (at): Tell =>
      (sign) =>
        tellBefore(tagged, pivot, at, sign),
  )
  return { options, tells: [...tells, (sign) => tellNothingBefore(tagged, pivot, sign)] }
}

/** As many sentences as a quotation may go on behind its own. */
const later = 4

const sentenceOf = ({ tokens, sentences }: TaggedText, at: number): Stretch =>
  sentences[tokens[at]?.sentence ?? 0] ?? { from: 0, to: 0 }

/** The white space before a token has a line break. */
const isNewLine = ({ text, tokens }: TaggedText, at: number): boolean => {
  const token = tokens[at]
  const before = tokens[at - 1]
  return !token || !before || text.slice(before.end, token.start).includes('\n')
}

/** Whether a sentence begins with a quotation mark. */
const isQuoted = ({ tokens }: TaggedText, { from }: Stretch): boolean => (tokens[from]?.quote ?? -1) !== -1

/** The sentences behind that may be part of it: quoted ones. */
function laterSentences(tagged: TaggedText, cue: number): Stretch[] {
  const { tokens, sentences } = tagged
  const own = tokens[cue]?.sentence ?? 0
  const found: Stretch[] = []
  for (let n = own + 1; n < sentences.length && n <= own + later; n += 1) {
    const sentence = sentences[n]
    if (!sentence || !isQuoted(tagged, sentence)) break
    found.push(sentence)
  }
  return found
}

/** Where what is said behind the cue may begin. */
function startsAfter(tagged: TaggedText, { cue, source }: Pivot): number[] {
  const { tokens } = tagged
  const { to } = sentenceOf(tagged, cue)
  const found = new Set<number>()
  for (let at = cue + 1; at < to; at += 1) {
    const before = tokens[at - 1]
    const token = tokens[at]
    if (!before || !token) break
    const isStart =
      at <= cue + 6 ||
      at === source?.to ||
      token.quote !== before.quote ||
      (at <= cue + 30 && /^(?:[,:;—–-]|that|as)$/.test(before.word))
    if (isStart && token.tag !== 'PUNCT') found.add(at)
    else if (isStart && token.quote !== -1 && token.quote !== before.quote) found.add(at)
    if (at > cue + 60) break
  }
  const [next] = laterSentences(tagged, cue)
  if (next) found.add(next.from)
  return [...found]
}

/** The signs that what is said begins at a token behind the cue. */
function tellStart(tagged: TaggedText, { cue, source }: Pivot, at: number, sign: Sign): void {
  const { tokens } = tagged
  const lemma = tokens[cue]?.lemma ?? ''
  const own = sentenceOf(tagged, cue)
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !before) return
  const side = sideOf(cue, source)
  const steps = near(at - cue)
  const isQuote = token.quote !== -1 && token.quote !== tokens[cue]?.quote && token.quote !== before.quote
  const place = at === cue + 1 ? 'next' : at === source?.to ? 'behind source' : at >= own.to ? 'later' : 'far'
  sign('place', `${place} ${side}`)
  sign('place,lemma', `${place} ${lemma}`)
  sign('place,complement', `${place} ${complementOf(tokens, cue, own.to)} ${side}`)
  sign('quote', `${isQuote} ${place} ${side}`)
  sign('quote,lemma', `${isQuote} ${place} ${lemma}`)
  sign('steps', `${steps} ${side}`)
  sign('before', `${place === 'next' ? 'cue' : before.tag === 'PUNCT' ? before.word : before.tag} ${side}`)
  sign('before-word', place === 'next' ? 'cue' : before.word)
  sign('token', `${token.tag} ${place}`)
  sign('word', `${token.word} ${place}`)
  sign(
    'behind-quote',
    `${tokens.slice(cue + 1, at).some((one) => one.quote !== -1) && tokens[cue]?.quote === -1}`,
  )
  sign(
    'has-left-quote',
    `${(tokens[own.from]?.quote ?? -1) !== -1 && tokens[cue]?.quote === -1} ${place} ${isQuote}`,
  )
}

/** The signs that nothing is said behind the cue. */
function tellNothingAfter(tagged: TaggedText, { cue, source }: Pivot, sign: Sign): void {
  const { tokens } = tagged
  const own = sentenceOf(tagged, cue)
  const side = sideOf(cue, source)
  sign('nothing', side)
  sign('nothing,lemma', tokens[cue]?.lemma ?? '')
  sign('nothing,complement', `${complementOf(tokens, cue, own.to)} ${side}`)
  sign('nothing,left', `${near(Math.min(cue, source?.from ?? cue) - own.from)} ${side}`)
  sign('nothing,quoted', `${(tokens[own.from]?.quote ?? -1) !== -1} ${side}`)
  sign('nothing,right', `${near(own.to - Math.max(cue, (source?.to ?? 0) - 1))} ${side}`)
  sign('nothing,next', tokens[cue + 1]?.word ?? '')
  sign('nothing,comma', `${tokens[Math.min(cue, source?.from ?? cue) - 1]?.word ?? ''} ${side}`)
}

/** Where what is said behind the cue may end, exclusive, when it begins at a token. */
function endsAfter(tagged: TaggedText, { cue }: Pivot, start: number): number[] {
  const { tokens } = tagged
  const own = sentenceOf(tagged, cue)
  const found: number[] = []
  for (let at = start + 1; at < own.to && at < start + 120; at += 1) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (!token || !before) break
    if (
      /^(?:PUNCT|CCONJ|SCONJ|ADP|AUX)$/.test(token.tag) ||
      /^(?:who|which|when|while)$/.test(token.word) ||
      token.quote !== before.quote
    )
      found.push(at)
  }
  if (start < own.to) found.push(own.to)
  for (const { from, to } of laterSentences(tagged, cue))
    if (start <= from) found.push(endOfQuote(tokens, from, to))
  return found
}

/** The end of the quotation that a sentence begins with. */
function endOfQuote(tokens: readonly Token[], from: number, to: number): number {
  const quote = tokens[from]?.quote
  for (let at = from; at < to; at += 1) if (tokens[at]?.quote !== quote) return at
  return to
}

/** The signs that what is said ends before a token. */
function tellEnd(tagged: TaggedText, { cue, source }: Pivot, start: number, end: number, sign: Sign): void {
  const { tokens } = tagged
  const own = sentenceOf(tagged, cue)
  const token = tokens[end]
  const last = tokens[end - 1]
  if (!last) return
  const lemma = tokens[cue]?.lemma ?? ''
  const isEnd = end >= own.to
  const isStop = !isEnd && end === own.to - 1 && /^[.!?]$/.test(token?.word ?? '')
  const place =
    end > own.to
      ? `later${isNewLine(tagged, own.to) ? ' line' : ''}`
      : isEnd
        ? 'end'
        : isStop
          ? 'stop'
          : 'inside'
  const next = place === 'inside' ? (token?.tag === 'PUNCT' ? token.word : (token?.tag ?? '')) : place
  const startQuote = tokens[start]?.quote ?? -1
  const isInQuote = startQuote !== -1 && tokens[cue]?.quote !== startQuote
  const leavesQuote = isInQuote && last.quote === startQuote && token?.quote !== startQuote
  const complement = complementOf(tokens, cue, own.to)
  let commas = 0
  let verbs = 0
  for (let at = start; at < end; at += 1) {
    if (tokens[at]?.word === ',') commas += 1
    if (tokens[at]?.tag === 'VERB' || tokens[at]?.tag === 'AUX') verbs += 1
  }
  const isDone = isInQuote ? (leavesQuote ? 'leaves' : 'in') : 'out'
  sign('place', `${place} ${isDone}`)
  sign('next', `${next} ${isDone}`)
  sign('next,complement', `${next} ${complement}`)
  sign('next,lemma', `${next} ${lemma}`)
  sign('next-word', place === 'inside' ? (token?.word ?? '') : place)
  sign('next2', place === 'inside' ? `${next} ${tokens[end + 1]?.tag ?? ''}` : place)
  sign('next2-word', place === 'inside' ? `${next} ${tokens[end + 1]?.word ?? ''}` : place)
  sign('next,commas', `${next} ${Math.min(commas, 3)} ${isDone}`)
  sign('next,verbs', `${next} ${Math.min(verbs, 3)} ${complement}`)
  sign('length', `${near(end - start)} ${next}`)
  sign('last', `${last.tag === 'PUNCT' ? last.word : last.tag} ${next}`)
  const isBeforeSource = source !== null && source.from >= end && source.from <= end + 2
  sign('source', `${isBeforeSource} ${source !== null && source.from >= start && source.to <= end} ${next}`)
  if (tokens[cue]?.quote !== -1) sign('own-quote', `${token?.quote === tokens[cue]?.quote} ${next}`)
}

/** Where what is said before the cue may begin. It ends where the source or the cue begins. */
function startsBefore(tagged: TaggedText, pivot: Pivot): number[] {
  const { tokens } = tagged
  const own = sentenceOf(tagged, pivot.cue)
  const end = endBefore(tagged, pivot)
  const found: number[] = []
  for (let at = own.from; at < end; at += 1) {
    const before = tokens[at - 1]
    const token = tokens[at]
    if (!before || !token || at === own.from) found.push(at)
    else if (
      token.quote !== before.quote ||
      /^[,;:—–-]+$/.test(before.word) ||
      /^(?:CCONJ|SCONJ|ADP)$/.test(before.tag)
    )
      found.push(at)
  }
  return found.slice(-24).concat(found.length > 24 ? [own.from] : [])
}

/** Where what is said before the cue ends. */
export function endBefore({ tokens }: TaggedText, { cue, source }: Pivot): number {
  const end = source && source.from < cue ? source.from : cue
  const before = tokens[end - 1]
  return before && before.tag === 'AUX' ? end - 1 : end
}

/** The signs that what is said begins at a token before the cue. */
function tellBefore(tagged: TaggedText, pivot: Pivot, at: number, sign: Sign): void {
  const { tokens } = tagged
  const { cue, source } = pivot
  const own = sentenceOf(tagged, cue)
  const end = endBefore(tagged, pivot)
  const side = sideOf(cue, source)
  const lemma = tokens[cue]?.lemma ?? ''
  const isFirst = at === own.from
  const before = isFirst
    ? '^'
    : tokens[at - 1]?.tag === 'PUNCT'
      ? (tokens[at - 1]?.word ?? '')
      : (tokens[at - 1]?.tag ?? '')
  const closing = tokens[end - 1]?.word ?? ''
  const mark = /^[,”"?!.]$|^''$/.test(closing) ? closing : 'none'
  const isQuote = (tokens[at]?.quote ?? -1) !== -1 && tokens[cue]?.quote === -1
  let verbs = 0
  for (let n = at; n < end; n += 1) if (tokens[n]?.tag === 'VERB' || tokens[n]?.tag === 'AUX') verbs += 1
  const has = `${Math.min(verbs, 2)} ${mark}`
  sign('before', `${before} ${side} ${mark}`)
  sign('before,lemma', `${before} ${lemma} ${mark === 'none'}`)
  sign('before,quote', `${before} ${isQuote} ${side} ${mark}`)
  sign('before,has', `${before} ${has} ${side}`)
  sign('first-word', `${tokens[at]?.word ?? ''} ${mark === 'none'}`)
  sign('complement', `${complementOf(tokens, cue, own.to)} ${isFirst} ${mark} ${side}`)
  sign('right', `${near(own.to - Math.max(cue, (source?.to ?? 0) - 1))} ${isFirst} ${mark}`)
  sign('length', `${near(end - at)} ${before}`)
  sign('cue-tag', `${tokens[cue]?.tag ?? ''} ${isFirst} ${side} ${tokens[cue - 1]?.tag ?? ''}`)
}

/** The signs that nothing is said before the cue. */
function tellNothingBefore(tagged: TaggedText, pivot: Pivot, sign: Sign): void {
  const { tokens } = tagged
  const { cue, source } = pivot
  const own = sentenceOf(tagged, cue)
  const side = sideOf(cue, source)
  sign('nothing', side)
  sign('nothing,lemma', tokens[cue]?.lemma ?? '')
  sign('nothing,complement', `${complementOf(tokens, cue, own.to)} ${side}`)
  sign('nothing,left', `${near(endBefore(tagged, pivot) - own.from)} ${side}`)
}

/** On which side the source is. */
function sideOf(cue: number, source: Stretch | null): string {
  return source === null ? '-' : source.from < cue ? '<' : '>'
}
