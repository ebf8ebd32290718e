import type { Span } from '../anchoring/span.ts'
import { foldWords } from './names-in.ts'
import type { Unfaithful } from './unfaithful.ts'

/** What turns a sentence round. */
const notWords = /(?<![\p{L}])(?:not|never|no longer|cannot)(?![\p{L}])|n['’]t(?![\p{L}])/giu
/** What says that something is not so in another way; where an excerpt has one, whether it is turned round is for the reader to see. */
const otherwiseNot =
  /(?<![\p{L}])(?:no|none|nobody|nothing|neither|nor|without|hardly|barely|refus\p{L}*|declin\p{L}*|den(?:y|ies|ied)|fail\p{L}*|reject\p{L}*|unable|lack\p{L}*|rule[sd]? out|stop\p{L}*|prevent\p{L}*|against|false|wrong|untrue|un\p{L}{4,}|in(?:able|correct)|avoid\p{L}*|abandon\p{L}*|cancel\p{L}*)(?![\p{L}])/iu
/** What is only meant, hoped or thought; and what is only said by somebody. */
const tentative =
  /(?<![\p{L}])(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|hop(?:es?|ed|ing)|expect(?:s|ed)?|may|might|could|would|likely|possibly|perhaps|probably|want(?:s|ed)?|consider(?:s|ed|ing)?|seek(?:s|ing)?|aim(?:s|ed)?|propos(?:es?|ed|al)|threaten(?:s|ed)?|promis(?:es?|ed)|pledg(?:es?|ed)|vow(?:s|ed)?|prepar(?:es?|ed|ing)|tr(?:y|ies|ied|ying)|should|suggest(?:s|ed)?|believ(?:es?|ed)|suspect(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|fear(?:s|ed)?|if|unless)(?![\p{L}])/giu
const hearsay =
  /(?<![\p{L}])(?:according to (?:[\p{L}-]+ ){0,4}(?:people|sources?|officials|witnesses|insiders)|allegedly|reportedly|supposedly|apparently|rumou?r(?:s|ed)?|alleg(?:es?|ed)|unconfirmed|(?:sources?|officials|witnesses|insiders|people (?:familiar|close|briefed)[^.,;]{0,60}) (?:say|says|said|told)|(?:is|are|was|were) said to|accus(?:es?|ed))(?![\p{L}])/giu
/** What is denied, and what is only asked. */
const denied =
  /(?<![\p{L}])(?:den(?:y|ies|ied|ying)(?: that)?|(?:no|any) evidence (?:that|of)|(?:false|untrue|not true) that)(?![\p{L}])/giu
const asked =
  /(?<![\p{L}])(?:whether|ask(?:s|ed|ing)? if|(?:unclear|unknown|not (?:clear|known|certain)|no word on) (?:if|how|when|why|who))(?![\p{L}])/giu
/** Of these, what stands behind “the” or “his” is a thing that somebody has. */
const things = /^(?:plan|hope|fear|promise|pledge|vow|suspect|aim|proposal|propose)s?$/i
const owned =
  /(?<![\p{L}])(?:the|an?|this|that|these|those|his|her|its|their|our|your|my|no|any|new|old|such|which|['’]s|s['’]) $/iu
/** Words that say the opposite of each other, by their stems. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:rise|rises|rose|risen|rising|increas\p{L}*|grow|grew|grown|climb\p{L}*|gain(?:ed|s)?)$/iu,
    /^(?:fall|falls|fell|fallen|falling|decreas\p{L}*|declin\p{L}*|drop\p{L}*|shr[aiu]nk\p{L}*)$/iu,
  ],
  [/^(?:won|wins?|winning)$/iu, /^(?:lost|loses?|losing)$/iu],
  [/^all$/iu, /^(?:some|several|few|most)$/iu],
  [/^(?:accept\p{L}*|approv\p{L}*)$/iu, /^(?:reject\p{L}*|refus\p{L}*)$/iu],
  [/^(?:bought|buys?|buying)$/iu, /^(?:sold|sells?|selling)$/iu],
  [/^before$/iu, /^after$/iu],
]

const certain = /(?<![\p{L}])(?:will|shall|(?:is|are|was|were) going to)(?![\p{L}])/giu

type Marked = Pick<Unfaithful, 'kind'> & Span

/**
 * Where a statement is surer than its excerpts: turned round by a “not” or without one, “will” for “plans to”, something that somebody
 * only alleges as a fact. By words of English; what they are about is the word beside them, by its stem.
 * @param isAttributed whether it is noted who says so: then the statement need not repeat that somebody does
 */
export function unfaithfulCertainty(
  statement: string,
  excerpts: readonly string[],
  isAttributed: boolean,
): Marked[] {
  const text = excerpts.join('\n')
  return [
    ...turnedRound(statement, text),
    ...deniedThere(statement, text),
    ...opposite(statement, text),
    ...surer(statement, text),
    ...doneAlready(statement, text),
    ...(isAttributed ? [] : onlySaid(statement, text)),
  ]
}

function turnedRound(statement: string, text: string): Marked[] {
  const isTurned = matches(text, notWords).length > 0 || otherwiseNot.test(text)
  const own = matches(statement, notWords)
  if (own.length > 0) {
    const stems = stemsOf(text)
    return isTurned
      ? []
      : own
          .filter(({ end }) => nextStems(statement, end).some((stem) => stems.has(stem)))
          .map(({ start, end }) => ({ kind: 'negation' as const, start, end }))
  }
  if (otherwiseNot.test(statement)) return []
  // What an excerpt says is not so, in each of its sentences that says it.
  const told = matches(text, notWords).flatMap(({ end }) => nextStems(text, end).slice(0, 1))
  return onlyThere(statement, text, told, notWords).map((one) => ({ kind: 'negation' as const, ...one }))
}

/** What an excerpt only says that somebody denies. */
function deniedThere(statement: string, text: string): Marked[] {
  if (
    matches(statement, denied).length > 0 ||
    otherwiseNot.test(statement) ||
    matches(statement, notWords).length > 0
  )
    return []
  const told = matches(text, denied).flatMap(({ end }) => nextStems(text, end).slice(0, 2))
  return onlyThere(statement, text, told, denied).map((one) => ({ kind: 'negation' as const, ...one }))
}

/** Words of a statement of which an excerpt has the opposite, and not themselves. */
function opposite(statement: string, text: string): Marked[] {
  const own = wordsOf(statement)
  const theirs = wordsOf(text)
  const shared = stemsOf(text)
  if (own.filter(({ word }) => shared.has(stemOf(word)) && !helping.has(word.toLowerCase())).length < 2)
    return []
  const isIn = (words: readonly { word: string }[], form: RegExp): boolean =>
    words.some(({ word }) => form.test(word))
  return opposites
    .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
    .flatMap(([mine, turned]) =>
      isIn(theirs, turned) &&
      !isIn(theirs, mine) &&
      !isIn(own, turned) &&
      matches(text, notWords).length === 0
        ? own.filter(({ word }) => mine.test(word)).slice(0, 1)
        : [],
    )
    .map(({ start, end }) => ({ kind: 'negation' as const, start, end }))
}

/** What an excerpt only plans, hopes or asks, and a statement has as done. */
function doneAlready(statement: string, text: string): Marked[] {
  if (tentatives(statement).length > 0 || matches(statement, certain).length > 0) return []
  if (matches(statement, asked).length > 0 || matches(statement, notWords).length > 0) return []
  const planned = tentatives(text).flatMap(({ end }) => nextStems(text, end).slice(0, 1))
  const open = matches(text, asked).flatMap(({ end }) => nextStems(text, end).slice(0, 3))
  const marked = [
    ...onlyThere(statement, text, planned, tentative).filter(({ start, end }) =>
      isPast(statement.slice(start, end)),
    ),
    ...onlyThere(statement, text, open, asked),
  ]
  return marked.slice(0, 1).map((one) => ({ kind: 'certainty' as const, ...one }))
}
const isPast = (word: string): boolean => /(?:ed|ept|ent|old|aid|ade|ook|ame|ave|ot)$/i.test(word)

/** Words of a statement by their stems, where all sentences of an excerpt that have them are of a form. */
function onlyThere(statement: string, text: string, stems: readonly string[], form: RegExp): Span[] {
  const sentences = text.split(/[.!?\n]/)
  const isPlain = (stem: string): boolean =>
    sentences.some((sentence) => matches(sentence, form).length === 0 && stemsOf(sentence).has(stem))
  return wordsOf(statement)
    .filter(({ word }) => stems.includes(stemOf(word)) && !isPlain(stemOf(word)))
    .slice(0, 1)
    .map(({ start, end }) => ({ start, end }))
}

/** What is only meant or hoped, without things that are called so: “the plan”. */
const tentatives = (text: string): Span[] =>
  matches(text, tentative).filter(
    ({ start, end }) =>
      !(things.test(text.slice(start, end)) && owned.test(text.slice(Math.max(0, start - 8), start))),
  )

function surer(statement: string, text: string): Marked[] {
  if (matches(text, certain).length > 0 || tentatives(statement).length > 0) return []
  const told = new Set(tentatives(text).flatMap(({ end }) => nextStems(text, end).slice(0, 3)))
  return matches(statement, certain)
    .filter(({ end }) =>
      nextStems(statement, end)
        .slice(0, 2)
        .some((stem) => told.has(stem)),
    )
    .map(({ start, end }) => ({ kind: 'certainty' as const, start, end }))
}

function onlySaid(statement: string, text: string): Marked[] {
  const [first] = matches(text, hearsay)
  if (!first || matches(statement, hearsay).length > 0 || saysWho.test(statement)) return []
  const [from, to] = [statement.search(/\S/), statement.trimEnd().replace(/[.!?]$/, '').length]
  return from < to ? [{ kind: 'certainty', start: from, end: to }] : []
}
const saysWho =
  /(?<![\p{L}])(?:sa(?:y|ys|id)|according to|claim(?:s|ed)?|told|report(?:s|ed)?|alleg\p{L}*|accus\p{L}*)(?![\p{L}])/iu

const matches = (text: string, form: RegExp): Span[] =>
  [...text.matchAll(form)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }))

const wordsOf = (text: string): (Span & { word: string })[] =>
  [...text.matchAll(/[\p{L}\p{M}]{2,}/gu)].map(({ index, 0: word }) => ({
    word,
    start: index,
    end: index + word.length,
  }))

/** The stems of the next words behind an offset, those that only help left out. */
const nextStems = (text: string, at: number): string[] =>
  (/^[^.;!?\n]{0,60}/u.exec(text.slice(at))?.[0].match(/[\p{L}\p{M}]{2,}/gu) ?? [])
    .filter((word) => !helping.has(word.toLowerCase()))
    .slice(0, 3)
    .map(stemOf)
const helping = new Set(
  'the and been being have has had was were are yet also ever even its his her their that with for from be to do did does is an of in it as at by on or so we he she they you if'.split(
    ' ',
  ),
)

const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).map(({ word }) => stemOf(word)))

/** Regular forms of one verb have one stem: “resigned”, “resigns”, “resigning”. */
function stemOf(word: string): string {
  const plain = foldWords(word)
  return plain.length < 5
    ? plain
    : plain
        .replace(/(?:ing|ed|es|s|e)$/, '')
        .replace(/(.)\1$/, '$1')
        .replace(/i$/, 'y')
}
