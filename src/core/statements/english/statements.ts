import { evenSpaces } from '../../text/even-spaces.ts'
import { overlap, type Span } from '../../anchoring/span.ts'
import { relaysIn, plainWho, type Attribution } from '../../attribution/attributions.ts'
import { chainOf, type SuggestedHop } from '../../attribution/chain-of.ts'
import { kindOf as kindOfName } from '../../attribution/who-words.ts'
import type { SourceKind } from '../../records/source.ts'
import { isPlaceName } from '../../names/places.ts'
import { paragraphAt } from '../../text/segments.ts'
import type { Reading } from '../reading.ts'
import type { About, Statement, Words } from '../statement.ts'
import { withRelayers } from '../nested.ts'
import { spanOf, tagText, tokenIndexAt, type TaggedText } from '../tagged-text.ts'
import { claimOf } from '../what-follows.ts'
import { isSilent, isUnsaid, modeOf, strengthOf } from './meanings.ts'
import type { EnglishModel } from './model.ts'
import { genderOf } from './given-names.ts'
import { People } from './people.ts'
import { readTagged } from './read-english.ts'
import { sayerOf } from './reporting-words.ts'
import { withStanding } from './standing.ts'
import { tagEnglish } from './tagger.ts'
import { exactOf, whatIsSaid } from './what-is-said.ts'
import { Speakers, type Who } from './who-says.ts'

/** All statements of an English text, certain and doubtful, in the order of their cues. */
export function englishStatements(text: string, about: About, model: EnglishModel): Statement[] {
  const even = evenSpaces(text)
  const tagged = tagText(even, tagEnglish)
  const readings = readTagged(tagged, model)
  const people = new People(tagged, readings)
  const speakers = new Speakers(tagged, readings, people)
  const context: Context = { tagged, about, people, relays: relaysIn(even), readings }
  const found: Statement[] = []
  for (const reading of readings.filter((one) => !isOfTerms(one, even)))
    found.push(withMeant(statementOf(reading, speakers.whoSays(reading), context), found.at(-1)))
  return withRelayers(withStanding(tagged, found, about))
}

/** Whether what is said is no sentence: “blamed the government”, “reported 142 combats”. */
function isOnlyNoun({ source, cue, content }: Reading, { text, tokens }: TaggedText): boolean {
  const [first] = content
  const last = content.at(-1)
  if (!source || !first || !last || source.start > cue.start || first.start < cue.end) return false
  // “That the Assembly “accepts the count”” has its verb in the quotation.
  if (last.end - source.start > longest || /^(?:[“"«]|that )/.test(text.slice(first.start, first.start + 5)))
    return false
  const from = tokenIndexAt(tokens, first.start)
  return !tokens
    .slice(from, tokenIndexAt(tokens, last.end))
    .some(
      ({ tag, word, quote }) => quote === -1 && (tag === 'AUX' || (tag === 'VERB' && !word.endsWith('ing'))),
    )
}

/**
 * Where nothing is said that could stand alone, the claim is that it was put so: “The company declined to comment”, “They blamed the
 * government”.
 */
function wholeIn({ source, cue, content, verb }: Reading, text: string): string {
  const start = Math.min(source?.start ?? cue.start, cue.start)
  const end = Math.max(source?.end ?? cue.end, cue.end, content.at(-1)?.end ?? cue.end)
  const more = verb === 'accuse' ? (accusedOf.exec(text.slice(end, end + longest))?.[0].length ?? 0) : 0
  return claimOf([text.slice(start, Math.min(end + more, start + longest))])
}
/** What somebody is accused of, behind what is told of them. */
const accusedOf = /^(?:, wh[a-z]+ [^,.;]{1,150},)? of \p{L}+ing [^.;\n]{1,200}/u

/** “Asked not to be named” tells on which terms somebody spoke: that is part of their chain. */
const isOfTerms = ({ content }: Reading, text: string): boolean =>
  content.length === 1 &&
  content.every(({ start, end }) =>
    /^(?:that )?(?:(?:his|her|their|the) names? not be|not to be (?:named|identified|quoted)|to be (?:named|identified)|anonymity)(?![\p{L}])/iu.test(
      text.slice(start, end),
    ),
  )

/** “No group claimed”, “few would argue”: nobody has said it. */
const isNobody = ({ source }: Reading, text: string): boolean =>
  source !== null && /^(?:no|nobody|none|neither|few)(?![\p{L}])/iu.test(text.slice(source.start, source.end))

/** What “it” stands for in “he denies it”: what was said before, as long as that is near. */
function withMeant(one: Statement, before: Statement | undefined): Statement {
  const isStandIn =
    /^(?:it|this|that|them|so|(?:the|this|that|these|those) (?:claim|allegation|accusation|charge|report|assertion)s?)$/i.test(
      one.exact,
    )
  const distance = (one.cue?.start ?? 0) - (before?.content.at(-1)?.end ?? -Infinity)
  return isStandIn && before && before.claim !== '' && distance >= 0 && distance < near
    ? { ...one, claim: before.claim }
    : one
}
/** In UTF-16 code units. */
const near = 400

interface Context {
  tagged: TaggedText
  about: About
  people: People
  relays: readonly Attribution[]
  readings: readonly Reading[]
}

function statementOf(reading: Reading, who: Who | null, context: Context): Statement {
  const { tagged, about } = context
  const { text } = tagged
  const { content, cue, source, verb, manner, confidence } = reading
  const strength = strengthOf(verb, manner, /^that /i.test(exactOf(text, content)))
  const isNoun = isOnlyNoun(reading, tagged)
  const pieces = content.map(({ start, end }) => text.slice(start, end))
  return {
    ...whatIsSaid(tagged, content, strength, about),
    cue: wordsAt(text, cue),
    source: source && wordsAt(text, source),
    chain: chainFor(reading, who, context),
    isSourceSure: who?.isSure ?? true,
    claim: strength === 'declines' || isNoun ? wholeIn(reading, text) : claimOf(pieces),
    isSaid: strength !== 'declines' && !isUnsaid(manner) && !isNobody(reading, text),
    negated: manner.has('not') || strength === 'denies' || isSilent(verb, manner),
    accused: strength === 'alleges' ? accusedIn(reading, context) : null,
    confidence: confidence * certaintyOf(reading, text, isNoun && strength === 'says'),
  }
}

/** “No group claimed”, “she posted a photo”: that somebody says something there is less sure than the words around the cue make it. */
function certaintyOf(reading: Reading, text: string, isThing: boolean): number {
  if (isNobody(reading, text)) return 0.6
  return isThing && !/[“"«]/.test(exactOf(text, reading.content)) ? 0.9 : 1
}

const wordsAt = (text: string, { start, end }: Span): Words => ({ start, end, text: text.slice(start, end) })

/** The chain of a statement; only the outlet where nobody else is known to say it. */
function chainFor(reading: Reading, who: Who | null, context: Context): SuggestedHop[] {
  const { tagged, about, relays } = context
  const { text, quotations } = tagged
  const { cue, source, content, verb } = reading
  const relay = relays.find((one) => overlap(one, cue) && one.via !== null)
  const quoted = quotedThrough(reading, tagged)
  const isThrough = relay !== undefined && who !== null && relay.via === who.name
  // Who is named before in full is told in full.
  const isSource =
    source !== null && relay !== undefined && text.slice(source.start, source.end).includes(relay.who)
  const name = quoted ?? (isSource ? undefined : relay?.who) ?? who?.name
  if (name === undefined) return []
  const sentence = sentenceAt(tagged, cue.start)
  const paragraph = paragraphAt(text, cue.start)
  const first = Math.min(source?.start ?? cue.start, cue.start)
  const last = Math.max(source?.end ?? cue.end, cue.end)
  const words = relay?.words ?? text.slice(first, Math.min(last, first + longest))
  const isPronoun = source !== null && name !== text.slice(source.start, source.end)
  return chainOf(
    {
      who: plainWho(name),
      kind: isPlaceName(plainWho(name))
        ? 'organisation'
        : isPronoun || relay || quoted
          ? undefined
          : kindHere(reading, tagged, name),
      via: quoted ? (who?.name ?? null) : (toldTo(reading, tagged) ?? relay?.via ?? null),
      isCiting: quoted !== undefined || /citing|quoting|quotes|cites|cited|quoted/.test(words),
      modeOf: (kind) => (quoted || isThrough ? 'says' : modeOf(verb, kind, reading.manner)),
      words: words.replace(/\s+/g, ' '),
      verbatim:
        content.length > 0 && content.every((piece) => quotations.some((one) => isWithin(piece, one))),
      sentence: text.slice(sentence.start, sentence.end),
      paragraph: text.slice(paragraph.start, paragraph.end),
      // Family names were completed by what stands anywhere in the text.
      before: '',
      hasUnnamed: hasOtherUnnamed(reading, sentence, context),
    },
    about.outlet,
  )
}
/** “State television quoted a military source as saying that …”: the source says it, the television passes it on. */
function quotedThrough({ verb, cue, content }: Reading, { text }: TaggedText): string | undefined {
  const [piece] = content
  if (/^(?:quote|cite)$/.test(verb) && piece)
    return /^(.{2,100}?) as saying(?![\p{L}])/u.exec(text.slice(piece.start, piece.end))?.[1]
  if (verb !== 'say') return undefined
  const before = text.slice(Math.max(0, cue.start - quoteReach), cue.start)
  return /(?<![\p{L}])(?:quot|cit)(?:ed|es|ing) ([^.;“”"]{2,100}?) as $/u.exec(before)?.[1]
}
/** As far back as the one who quotes stands. */
const quoteReach = 120

/** Whom they told, by name: “told France 24”. A person that is told passes nothing on. */
function toldTo({ verb, cue }: Reading, { text, tokens }: TaggedText): string | undefined {
  if (verb !== 'tell') return undefined
  let at = tokenIndexAt(tokens, cue.end)
  for (let n = 0; n < 3 && /^(?:DET|ADJ|NOUN)$/.test(tokens[at]?.tag ?? ''); n += 1) at += 1
  let to = at
  while (/^(?:PROPN|NUM)$/.test(tokens[to]?.tag ?? '') && (to === at || tokens[to - 1]?.tag === 'PROPN'))
    to += 1
  const first = tokens[at]
  const last = tokens[to - 1]
  if (!first || !last || to === at || first.tag === 'NUM') return undefined
  const name = text.slice(first.start, last.end)
  return genderOf(name) ? undefined : name
}

/** Whether the sentence tells of others who are not named. */
function hasOtherUnnamed(reading: Reading, sentence: Span, { tagged: { text }, readings }: Context): boolean {
  const at = readings.indexOf(reading)
  const isUnnamed = ({ source }: Reading): boolean =>
    source !== null && kindOfName(text.slice(source.start, source.end)) === 'anonymous'
  for (const step of [-1, 1])
    for (let n = at + step; n >= 0 && n < readings.length; n += step) {
      const one = readings[n]
      if (!one || !overlap(one.cue, sentence)) break
      if (isUnnamed(one)) return true
    }
  return false
}

/** Longer words between a source and its cue are not worth keeping with the chain. */
const longest = 300

const isWithin = (piece: Span, { start, end }: Span): boolean => start <= piece.start && piece.end <= end + 1

function sentenceAt(tagged: TaggedText, at: number): Span {
  const { tokens, sentences } = tagged
  const sentence = sentences[tokens[tokenIndexAt(tokens, at)]?.sentence ?? 0]
  return spanOf(tagged, sentence ?? { from: 0, to: 0 })
}

/** What a source is that is called by a noun: people who are not named, a body, a paper. */
function kindHere({ head }: Reading, { tokens }: TaggedText, name: string): SourceKind | undefined {
  const token = head ? tokens[tokenIndexAt(tokens, head.start)] : undefined
  if (token && /^(?:few|many|some|others?|several|most|all|both|none|one)$/.test(token.word))
    return 'anonymous'
  if (!token || token.tag !== 'NOUN') return undefined
  const kind = sayerOf(token.lemma)
  if (kind === 'outlet') return 'outlet'
  if (kind === 'body') return 'organisation'
  if (kind === 'paper') return 'document'
  const known = kindOfName(name)
  return kind === 'people' || known === 'person' ? 'anonymous' : known
}

/** Whom it is alleged of: the name behind “accused”, or the first one in what is alleged. */
function accusedIn({ cue, content, source }: Reading, { tagged, people }: Context): string | null {
  const { tokens } = tagged
  const start = Math.min(cue.end, content[0]?.start ?? cue.end)
  const end = Math.max(cue.end, content.at(-1)?.end ?? cue.end)
  for (let at = tokenIndexAt(tokens, start); (tokens[at]?.start ?? Infinity) < end; at += 1) {
    const token = tokens[at]
    if (!token) break
    if (source && token.start >= source.start && token.end <= source.end) continue
    if (/^(?:he|she)$/.test(token.word)) return people.meantBy(token.word, token)?.name ?? null
    if (token.tag !== 'PROPN') continue
    let to = at
    while (tokens[to + 1]?.tag === 'PROPN') to += 1
    return people.fullName(tagged.text.slice(token.start, tokens[to]?.end ?? token.end), token.start)
  }
  return null
}
