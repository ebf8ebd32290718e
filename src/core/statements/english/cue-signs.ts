import { classesOf } from './reporting-words.ts'
import type { Sign } from '../linear.ts'
import type { TaggedText, Token } from '../tagged-text.ts'

const openClass = new Set(['VERB', 'NOUN', 'ADJ', 'AUX', 'ADP', 'SCONJ', 'ADV', 'PROPN'])
const be = new Set("is are was were be been being 's 're am 'm".split(' '))
const have = new Set("has have had having 've".split(' '))
const modal = new Set("will would can could may might must shall should 'll 'd".split(' '))
const not = new Set("not n't never no".split(' '))
const nominal = new Set(['NOUN', 'PROPN', 'PRON'])

/** Whether a token may be a cue at all. */
export const mayBeCue = ({ tag, word }: Token): boolean =>
  word === ':' || (openClass.has(tag) && /^\p{L}/u.test(word))

const endOf = (word: string, length: number): string =>
  word.length > length + 1 ? word.slice(-length) : word

/** What of a word is a capital. */
function shapeOf(form: string): string {
  if (form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase()) return 'XX'
  return /^\p{Lu}/u.test(form) ? 'Xx' : /^\p{N}/u.test(form) ? '0' : 'x'
}

export const near = (distance: number): string =>
  distance <= 4 ? String(distance) : distance <= 7 ? '5' : distance <= 12 ? '8' : distance <= 25 ? '13' : '26'

/** The signs by which a token is a cue or is none: single words, endings, parts of speech, quotation marks near it. */
export function tellCue(tagged: TaggedText, at: number, sign: Sign): void {
  const { tokens, sentences } = tagged
  const token = tokens[at]
  const sentence = token && sentences[token.sentence]
  if (!token || !sentence) return
  const word = (n: number): string =>
    n < sentence.from || n >= sentence.to ? (n < sentence.from ? '<' : '>') : (tokens[n]?.word ?? '')
  const tag = (n: number): string =>
    n < sentence.from || n >= sentence.to ? (n < sentence.from ? '<' : '>') : (tokens[n]?.tag ?? '')
  const isIn = token.quote !== -1
  sign('bias', '')
  sign('w', token.word)
  sign('w/t', `${token.word} ${token.tag}`)
  sign('w/q', `${token.word} ${isIn ? 'in' : 'out'}`)
  sign('end3', `${endOf(token.word, 3)} ${token.tag}`)
  sign('end4', endOf(token.word, 4))
  sign('shape', `${shapeOf(token.form)} ${token.tag}`)
  sign('t', token.tag)
  sign('w-1', word(at - 1))
  sign('w-2', word(at - 2))
  sign('w+1', word(at + 1))
  sign('w+2', word(at + 2))
  sign('w+3', word(at + 3))
  sign('t-1,t', `${tag(at - 1)} ${token.tag}`)
  sign('t,t+1', `${token.tag} ${tag(at + 1)}`)
  sign('t-2..t', `${tag(at - 2)} ${tag(at - 1)} ${token.tag}`)
  sign('t..t+2', `${token.tag} ${tag(at + 1)} ${tag(at + 2)}`)
  sign('t-1,t,t+1', `${tag(at - 1)} ${token.tag} ${tag(at + 1)}`)
  sign('w,t+1', `${token.word} ${tag(at + 1)}`)
  sign('w,t-1', `${token.word} ${tag(at - 1)}`)
  sign('in', `${isIn} ${token.tag}`)
  tellMarks(tagged, at, sign)
  tellGroup(tokens, at, sentence.from, sign)
  tellAfter(tokens, at, sentence.to, sign)
  tellSubject(tokens, at, sentence.from, sign)
  sign('first', `${near(at - sentence.from)} ${token.tag}`)
  tellMeaning(tagged, at, sentence.to, sign)
}

/** What follows that may be said: a clause, a quotation, an infinitive, only a noun. */
export function complementOf(tokens: readonly Token[], at: number, to: number): string {
  let n = at + 1
  for (; n < to && n < at + 5; n += 1) {
    const { tag = '', word = '' } = tokens[n] ?? {}
    if (
      tag !== 'ADV' &&
      !/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)$/.test(word)
    )
      break
  }
  const next = tokens[n]
  if (!next || n >= to) return 'end'
  if (next.quote !== -1 && tokens[at]?.quote === -1) return 'quote'
  if (next.word === 'that') return 'that'
  if (/^(?:what|how|why|who|whom|where|when|which|whether|if)$/.test(next.word)) return 'wh'
  if (next.word === 'to')
    return tokens[n + 1]?.tag === 'VERB' || tokens[n + 1]?.tag === 'AUX' ? 'to' : 'to-noun'
  if (next.tag === 'ADP' || next.tag === 'SCONJ') return `p-${next.word}`
  if (next.tag === 'PUNCT') return next.word
  if (next.word.endsWith('ing') && next.tag === 'VERB') return 'ing'
  let nouns = 0
  for (let m = n; m < to && m < n + 14; m += 1) {
    const { tag = '', word = '' } = tokens[m] ?? {}
    if (tag === 'PUNCT' && word !== '-' && word !== "'") return nouns > 0 ? 'noun' : 'none'
    if (tag === 'AUX' || (tag === 'VERB' && nouns > 0 && !word.endsWith('ing')))
      return nouns > 0 ? 'clause' : 'verb'
    if (tag === 'VERB') return 'verb'
    if (word === 'that' || word === 'to') return nouns > 0 ? `noun-${word}` : word
    if (/^(?:who|which|because|after|before|when|while)$/.test(word)) return nouns > 0 ? 'noun' : 'none'
    if (nominal.has(tag)) nouns += 1
  }
  return nouns > 0 ? 'noun' : 'none'
}

function tellMeaning({ tokens }: TaggedText, at: number, to: number, sign: Sign): void {
  const token = tokens[at]
  if (!token) return
  const complement = complementOf(tokens, at, to)
  const isIn = token.quote === -1 ? '' : ' in'
  sign('complement', `${token.tag} ${complement}`)
  sign('lemma', token.lemma)
  sign('lemma/t', `${token.lemma} ${token.tag}${isIn}`)
  sign('lemma,complement', `${token.lemma} ${complement}`)
  for (const name of classesOf(token.lemma)) {
    sign('class', `${name} ${token.tag}${isIn}`)
    sign('class,complement', `${name} ${complement} ${token.tag}`)
    sign('class,t-1', `${name} ${tokens[at - 1]?.tag ?? ''}`)
  }
}

/** How far quotation marks are, and what the sentence has of them. */
function tellMarks({ tokens, sentences }: TaggedText, at: number, sign: Sign): void {
  const token = tokens[at]
  const sentence = token && sentences[token.sentence]
  if (!token || !sentence) return
  let before = -1
  for (let n = at - 1; n >= sentence.from && n > at - 30; n -= 1)
    if (tokens[n]?.quote !== token.quote) {
      before = at - n
      break
    }
  let after = -1
  for (let n = at + 1; n < sentence.to && n < at + 30; n += 1)
    if (tokens[n]?.quote !== token.quote) {
      after = n - at
      break
    }
  const isIn = token.quote !== -1 ? 'in' : 'out'
  sign('mark-before', `${isIn} ${before === -1 ? 'none' : near(before)} ${token.tag}`)
  sign('mark-after', `${isIn} ${after === -1 ? 'none' : near(after)} ${token.tag}`)
  if (isIn === 'out') {
    sign('w,before', `${token.word} ${before === -1 ? 'none' : before <= 4 ? 'near' : 'far'}`)
    sign('w,after', `${token.word} ${after === -1 ? 'none' : after <= 4 ? 'near' : 'far'}`)
  }
}

/** The verbs, adverbs and negations that belong to it. */
function tellGroup(tokens: readonly Token[], at: number, from: number, sign: Sign): void {
  const tag = tokens[at]?.tag ?? ''
  let n = at - 1
  const group = new Set<string>()
  for (; n >= from && at - n <= 5; n -= 1) {
    const token = tokens[n]
    if (!token) break
    if (be.has(token.word)) group.add('be')
    else if (have.has(token.word)) group.add('have')
    else if (modal.has(token.word)) group.add('modal')
    else if (not.has(token.word)) group.add('not')
    else if (token.word === 'to' && token.tag === 'PART') group.add('to')
    else if (/^d(?:o|oes|id)$/.test(token.word)) group.add('do')
    else if (token.tag !== 'ADV') break
  }
  const form = ['to', 'modal', 'have', 'be', 'do', 'not'].filter((one) => group.has(one)).join(' ')
  sign('group', `${form} ${tag} ${endOf(tokens[at]?.word ?? '', 2)}`)
  sign('w,group', `${tokens[at]?.word ?? ''} ${form}`)
  sign('group-1', `${tokens[n]?.tag ?? '<'} ${tag}`)
}

/** What comes up soon behind it: “that”, a mark, “to”, “by”. */
function tellAfter(tokens: readonly Token[], at: number, to: number, sign: Sign): void {
  const { tag = '', word = '' } = tokens[at] ?? {}
  for (let n = at + 1; n < to && n <= at + 12; n += 1) {
    const other = tokens[n]
    if (!other) break
    if (other.word === 'that') {
      sign('that', `${near(n - at)} ${tag}`)
      if (n <= at + 4) sign('w,that', word)
      break
    }
    if (/^[.;:]$/.test(other.word)) break
  }
  let verbs = 0
  for (let n = at + 1; n < to && n <= at + 20; n += 1) {
    const other = tokens[n]
    if (!other || /^[.;:,]$/.test(other.word)) break
    if (other.tag === 'VERB' || other.tag === 'AUX') verbs += 1
  }
  sign('verbs-after', `${Math.min(verbs, 3)} ${tag}`)
  sign('w,verbs', `${word} ${verbs > 0 ? 1 : 0}`)
}

/** The nearest noun before it, and what stands between. */
function tellSubject(tokens: readonly Token[], at: number, from: number, sign: Sign): void {
  const { tag = '', word = '' } = tokens[at] ?? {}
  let between = ''
  for (let n = at - 1; n >= from && n > at - 12; n -= 1) {
    const other = tokens[n]
    if (!other) break
    if (nominal.has(other.tag)) {
      const isName = other.tag === 'PROPN'
      sign('subject', isName ? 'PROPN' : other.word)
      sign('subject/t', `${isName ? 'PROPN' : other.tag === 'PRON' ? other.word : 'NOUN'} ${between} ${tag}`)
      sign('w,subject', `${word} ${other.tag} ${between}`)
      return
    }
    const mark = other.word === ',' ? ',' : other.tag === 'PUNCT' ? '"' : other.tag === 'ADP' ? 'p' : ''
    if (mark !== '' && !between.includes(mark)) between = mark + between
  }
  sign('subject', 'none')
}
