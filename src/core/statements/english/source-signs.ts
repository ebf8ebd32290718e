import { isPossessive, type Chunk } from './chunks.ts'
import { near } from './cue-signs.ts'
import { sayerOf } from './reporting-words.ts'
import type { Question, Sign, Tell } from '../linear.ts'
import type { TaggedText, Token } from '../tagged-text.ts'

const verbal = new Set(['VERB', 'AUX'])

/** A phrase that may be the source of a cue, and how many others stand between. */
export interface SourceCandidate {
  chunk: Chunk
  /** Which one it is on its side of the cue, from the cue. */
  rank: number
}

/** Which phrase of its sentence is the source of a cue, or that none is. */
export function sourceOf(
  tagged: TaggedText,
  cue: number,
  chunks: readonly Chunk[],
): Question<SourceCandidate> {
  const options = candidatesFor(tagged, cue, chunks)
  const tells = options.map(
    (one): Tell =>
      (sign) =>
        tellSource(tagged, cue, one, sign),
  )
  return { options, tells: [...tells, (sign) => tellNoSource(tagged, cue, options.length, sign)] }
}

/** As far as a source stands from its cue, in tokens and phrases. */
const reach = 70
const phrases = 9

/** The phrases around a cue that may be its source: those of its sentence, the nearest first. */
function candidatesFor({ tokens }: TaggedText, cue: number, chunks: readonly Chunk[]): SourceCandidate[] {
  const before: SourceCandidate[] = []
  const after: SourceCandidate[] = []
  const bracket = tokens[cue]?.bracket
  for (const chunk of chunks) {
    // What stands in brackets says more of somebody; it is nobody itself.
    const within = tokens[chunk.from]?.bracket ?? 0
    if (within !== 0 && within !== bracket) continue
    if (chunk.from <= cue && cue < chunk.to) {
      // A verb that was taken for a noun parts the phrase.
      if (chunk.from < cue) before.push({ chunk: partOfChunk(tokens, chunk.from, cue), rank: 0 })
      if (chunk.to > cue + 1) after.push({ chunk: partOfChunk(tokens, cue + 1, chunk.to), rank: 0 })
    } else if (chunk.to <= cue && cue - chunk.to < reach) before.push({ chunk, rank: 0 })
    else if (chunk.from > cue && chunk.from - cue < reach) after.push({ chunk, rank: 0 })
  }
  const nearest = before.reverse().slice(0, phrases)
  const first = before.at(-1)
  if (first && before.length > phrases) nearest.push(first)
  return [...nearest.map(ranked), ...after.slice(0, phrases).map(ranked)]
}

function partOfChunk(tokens: readonly Token[], from: number, to: number): Chunk {
  let head = to - 1
  while (head > from && !/^(?:NOUN|PROPN|PRON)$/.test(tokens[head]?.tag ?? '')) head -= 1
  return { from, to, head }
}

const ranked = ({ chunk }: SourceCandidate, rank: number): SourceCandidate => ({ chunk, rank })

/** The signs by which a phrase is the source of a cue or is not. */
function tellSource(tagged: TaggedText, cue: number, { chunk, rank }: SourceCandidate, sign: Sign): void {
  const { tokens, sentences } = tagged
  const cueToken = tokens[cue]
  const head = tokens[chunk.head]
  const sentence = cueToken && sentences[cueToken.sentence]
  if (!cueToken || !head || !sentence) return
  const isBefore = chunk.from < cue
  const side = isBefore ? '<' : '>'
  const kind = head.tag === 'PROPN' ? 'PROPN' : head.tag === 'PRON' ? 'PRON' : 'NOUN'
  const from = isBefore ? Math.min(chunk.to, cue) : cue + 1
  const to = isBefore ? cue : Math.max(chunk.from, cue + 1)
  const path = pathBetween(tokens, from, to)
  const group = formOf(tokens, cue, sentence.from)
  sign('side,rank', `${side}${Math.min(rank, 4)}`)
  sign('side,rank,kind', `${side}${Math.min(rank, 4)} ${kind}`)
  sign('side,rank,form', `${side}${Math.min(rank, 4)} ${group}`)
  sign('side,distance', `${side}${near(to - from)}`)
  sign('side,cue', `${side}${cueToken.word}`)
  sign('side,cue,rank', `${side}${Math.min(rank, 2)} ${cueToken.word}`)
  sign('path', `${side}${path}`)
  sign('path,form', `${side}${path} ${group}`)
  sign('head', head.tag === 'PROPN' ? 'PROPN' : head.word)
  sign('head,side', `${side}${head.tag === 'PROPN' ? 'PROPN' : head.word} ${rank === 0}`)
  sign('sayer', `${side}${sayerOf(head.lemma)} ${kind} ${Math.min(rank, 2)}`)
  sign('sayer,cue', `${sayerOf(head.lemma)} ${kind} ${cueToken.lemma}`)
  sign('head-end', `${head.tag} ${head.word.slice(-3)}`)
  sign('quote', `${side}${quoteOf(cueToken, head)}`)
  const before = tokens[chunk.from - 1]
  const isFirst = chunk.from <= sentence.from
  sign('before', `${side}${isFirst ? '^' : (before?.tag ?? '')} ${kind}`)
  sign('before-word', `${side}${isFirst ? '^' : (before?.word ?? '')}`)
  const after = tokens[chunk.to]
  sign('after', `${side}${after?.tag ?? ''} ${kind}`)
  sign('after-word', `${side}${after?.word ?? ''}`)
  sign('possessive', `${side}${isPossessive(head.word)} ${/^['’]s?$/.test(after?.word ?? '')}`)
  sign('is-first', `${side}${isFirst} ${group} ${cueToken.tag}`)
  sign(
    'verbs',
    `${side}${Math.min(
      3,
      count(tokens, from, to, (one) => verbal.has(one.tag)),
    )} ${group}`,
  )
  sign(
    'commas',
    `${side}${Math.min(
      3,
      count(tokens, from, to, (one) => one.word === ','),
    )} ${group}`,
  )
  sign('length', Math.min(4, chunk.to - chunk.from))
  sign('det', `${tokens[chunk.from]?.tag === 'DET' ? (tokens[chunk.from]?.word ?? '') : '-'} ${kind}`)
  sign('subject', `${side}${isSubject(tokens, chunk, sentence.to)} ${isFirst} ${Math.min(rank, 3)}`)
  sign('num', `${side}${tokens[chunk.from]?.tag === 'NUM'}`)
}

/** The signs that a cue has no source that is said. */
function tellNoSource(tagged: TaggedText, cue: number, count: number, sign: Sign): void {
  const { tokens, sentences } = tagged
  const cueToken = tokens[cue]
  const sentence = cueToken && sentences[cueToken.sentence]
  if (!cueToken || !sentence) return
  sign('none', '')
  sign('none,cue', cueToken.word)
  sign('none,form', formOf(tokens, cue, sentence.from))
  sign('none,form,t', `${formOf(tokens, cue, sentence.from)} ${cueToken.tag}`)
  sign('none,count', Math.min(count, 4))
  sign('none,t-1', tokens[cue - 1]?.tag ?? '')
  sign('none,t+1', tokens[cue + 1]?.tag ?? '')
  sign('none,w-1', tokens[cue - 1]?.word ?? '')
  sign('none,w+1', tokens[cue + 1]?.word ?? '')
}

/** What stands between, one sign for each part of speech; long rows by what they have. */
function pathBetween(tokens: readonly Token[], from: number, to: number): string {
  const parts: string[] = []
  for (let n = from; n < to; n += 1) {
    const token = tokens[n]
    if (!token) break
    const part = partOf(token)
    if (part !== parts.at(-1)) parts.push(part)
  }
  if (parts.length <= 6) return parts.join('')
  return `~${['v', ',', '"', 'w', 'c', '-', '('].filter((one) => parts.includes(one)).join('')}`
}

function partOf({ tag, word }: Token): string {
  if (word === ',') return ','
  if (/^[“”"«»]$/.test(word)) return '"'
  if (word === "'s" || word === "'") return 's'
  if (/^[()[\]]$/.test(word)) return '('
  if (tag === 'PUNCT') return '-'
  if (/^(?:who|which|that)$/.test(word)) return 'w'
  if (/^(?:is|are|was|were|be|been|being)$/.test(word)) return 'b'
  if (word === 'by') return 'y'
  const short: Record<string, string> = {
    VERB: 'v',
    AUX: 'x',
    NOUN: 'n',
    PROPN: 'n',
    PRON: 'n',
    NUM: 'n',
    ADP: 'p',
    ADV: 'a',
    CCONJ: 'c',
    PART: 't',
    SCONJ: 'p',
  }
  return short[tag] ?? 'd'
}

/** How the cue is formed: passive, “-ing”, infinitive, noun. */
function formOf(tokens: readonly Token[], at: number, from: number): string {
  const token = tokens[at]
  if (!token) return ''
  if (token.word === 'according' || token.word === ':') return token.word
  if (token.tag !== 'VERB' && token.tag !== 'AUX') return token.tag
  if (token.word.endsWith('ing'))
    return tokens[at - 1] && at > from && /^(?:is|are|was|were|been|be)$/.test(tokens[at - 1]?.word ?? '')
      ? 'is-ing'
      : 'ing'
  for (let n = at - 1; n >= from && n >= at - 4; n -= 1) {
    const other = tokens[n]
    if (!other) break
    if (/^(?:is|are|was|were|be|been|being|'re)$/.test(other.word))
      return token.word.endsWith('ed') || /(?:en|id|wn|ld|ght)$/.test(token.word) ? 'passive' : 'be'
    if (other.word === 'to') return 'to'
    if (other.tag !== 'ADV' && other.tag !== 'AUX' && other.tag !== 'PART') break
  }
  return token.word.endsWith('ed') || token.word === 'said' ? 'ed' : 'v'
}

function quoteOf(cue: Token, head: Token): string {
  if (cue.quote === head.quote) return cue.quote === -1 ? 'out' : 'in'
  return cue.quote === -1 ? 'head in' : head.quote === -1 ? 'cue in' : 'two'
}

function count(tokens: readonly Token[], from: number, to: number, is: (token: Token) => boolean): number {
  let found = 0
  for (let n = from; n < to; n += 1) {
    const token = tokens[n]
    if (token && is(token)) found += 1
  }
  return found
}

/** Whether a verb follows a phrase at once, as one follows a subject. */
function isSubject(tokens: readonly Token[], { to }: Chunk, end: number): string {
  for (let n = to; n < end && n < to + 4; n += 1) {
    const token = tokens[n]
    if (!token) break
    if (token.tag === 'AUX' || token.tag === 'VERB') return 'v'
    if (token.tag !== 'ADV') return token.word === ',' ? ',' : token.tag === 'ADP' ? 'p' : '-'
  }
  return '-'
}
