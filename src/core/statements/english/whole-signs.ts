import { complementOf, near } from './cue-signs.ts'
import { classesOf, sayerOf } from './reporting-words.ts'
import type { Sign } from '../linear.ts'
import type { SourceCandidate } from './source-signs.ts'
import type { TaggedText } from '../tagged-text.ts'

/** A cue with its likeliest source. */
export interface Link {
  cue: number
  /** How likely the word is a cue, as a logit. */
  cueScore: number
  source: SourceCandidate | null
  /** How likely this source is the right one, 0 to 1. */
  share: number
}

const bin = (x: number, step: number, top: number): number =>
  Math.max(-top, Math.min(top, Math.round(x / step)))

/** The signs by which a cue with its source is an attribution: what only both together tell. */
export function tellWhole(
  { tokens, sentences }: TaggedText,
  links: readonly Link[],
  n: number,
  sign: Sign,
): void {
  const link = links[n]
  const cue = link && tokens[link.cue]
  if (!link || !cue) return
  const score = bin(link.cueScore, 0.5, 12)
  const share = Math.round(link.share * 8)
  sign('bias', '')
  for (let n = -12; n <= 12; n += 1) if (link.cueScore / 0.25 > n) sign('score>', n)
  for (let n = 1; n <= 8; n += 1) if (link.share * 8 > n) sign('share>', n)
  sign('score', score)
  sign('share', share)
  sign('score,share', `${bin(link.cueScore, 1, 5)} ${Math.round(link.share * 4)}`)
  const head = link.source && tokens[link.source.chunk.head]
  const kind = !head
    ? 'none'
    : head.tag === 'PROPN'
      ? 'PROPN'
      : head.tag === 'PRON'
        ? personOf(head.word)
        : `NOUN ${sayerOf(head.lemma)}`
  sign('kind', `${kind} ${cue.tag}`)
  sign('kind,w', `${kind} ${cue.word}`)
  sign('head', head ? (head.tag === 'PROPN' ? 'PROPN' : head.word) : 'none')
  sign('head-end', head ? `${head.tag} ${head.word.slice(-3)}` : 'none')
  const from = link.source?.chunk.from ?? link.cue
  const side = from < link.cue ? '<' : '>'
  sign('place', `${side}${near(Math.abs(link.cue - from))} ${Math.min(link.source?.rank ?? 9, 4)}`)
  sign('place,w', `${side}${Math.min(link.source?.rank ?? 9, 2)} ${cue.word}`)
  sign(
    'det',
    link.source
      ? tokens[link.source.chunk.from]?.tag === 'DET'
        ? (tokens[link.source.chunk.from]?.word ?? '')
        : (tokens[link.source.chunk.from]?.tag ?? '')
      : 'none',
  )
  sign('cap', head && /^\p{Lu}/u.test(head.form) ? `cap ${cue.tag}` : `low ${cue.tag}`)
  const complement = complementOf(tokens, link.cue, sentences[cue.sentence]?.to ?? link.cue)
  const isIn = cue.quote === -1 ? 'out' : 'in'
  sign('kind,complement', `${kind} ${complement}`)
  sign('kind,in', `${kind} ${isIn} ${cue.tag}`)
  sign('lemma,in', `${cue.lemma} ${isIn}`)
  sign('lemma,complement', `${cue.lemma} ${complement}`)
  for (const name of classesOf(cue.lemma)) {
    sign('class,kind', `${name} ${kind}`)
    sign('class,complement', `${name} ${complement} ${side}`)
    sign('class,score', `${name} ${bin(link.cueScore, 1, 5)}`)
  }
  tellNeighbours(links, n, tokens, sign)
}

/** Which person a pronoun is of. */
function personOf(word: string): string {
  if (/^(?:i|me|my|we|us|our)$/.test(word)) return 'P1'
  if (/^(?:you|your)$/.test(word)) return 'P2'
  if (/^(?:he|she|him|her|his)$/.test(word)) return 'P3'
  if (/^(?:they|them|their)$/.test(word)) return 'P6'
  if (/^(?:who|which|that|whom)$/.test(word)) return 'PW'
  return /^its?$/.test(word) ? 'PI' : 'PO'
}

function tellNeighbours(links: readonly Link[], n: number, tokens: TaggedText['tokens'], sign: Sign): void {
  const link = links[n]
  if (!link) return
  const sentence = tokens[link.cue]?.sentence
  let best = -99
  let nearest = -99
  let count = 0
  for (const step of [-1, 1])
    for (let m = n + step; m >= 0 && m < links.length && Math.abs(m - n) < 12; m += step) {
      const other = links[m]
      if (!other || tokens[other.cue]?.sentence !== sentence) break
      if (Math.abs(other.cue - link.cue) <= 4) nearest = Math.max(nearest, other.cueScore)
      if (other.cueScore > best) best = other.cueScore
      if (other.cueScore > 0) count += 1
      if (other.source && other.source.chunk.head === link.source?.chunk.head)
        sign('shared', `${step} ${bin(other.cueScore, 1, 4)}`)
    }
  sign('best', `${best === -99 ? 'none' : bin(best - link.cueScore, 1, 4)}`)
  sign('nearest', `${nearest === -99 ? 'none' : bin(nearest - link.cueScore, 1, 4)}`)
  sign('others', Math.min(count, 4))
}
