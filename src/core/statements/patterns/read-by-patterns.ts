import { evenSpaces } from '../../text/even-spaces.ts'
import * as chronoDe from 'chrono-node/de'
import * as chronoEs from 'chrono-node/es'
import * as chronoFr from 'chrono-node/fr'
import type { Span } from '../../anchoring/span.ts'
import { chainOf } from '../../attribution/chain-of.ts'
import { quotationsIn, sentencesIn } from '../../attribution/quotations.ts'
import { edge, kindOf as kindOfName, start } from '../../attribution/who-words.ts'
import type { HopMode } from '../../records/claim.ts'
import type { SourceKind } from '../../records/source.ts'
import { paragraphAt } from '../../text/segments.ts'
import type { About, Statement, Strength } from '../statement.ts'
import { claimOf, datesIn, kindOf, quantityIn } from '../what-follows.ts'
import type { PatternLanguage } from './pattern-language.ts'
import { entriesOf } from '../../records/entries-of.ts'

const parsers = { de: chronoDe.casual, fr: chronoFr.casual, es: chronoEs.casual }
/** The forms of a language as expressions with the groups `who`, `verb` and `said`, the surest first. */
interface Forms {
  language: PatternLanguage
  forms: readonly { pattern: RegExp; confidence: number }[]
  isPronoun: RegExp
  isNot: RegExp
  future: RegExp
  article: RegExp
  kinds: readonly { kind: SourceKind; noun: RegExp }[]
  /** How strongly each verb puts it, and in which mode. */
  strengths: ReadonlyMap<string, Strength>
  modes: ReadonlyMap<string, HopMode>
}

/** Makes a reader of the commonest forms of a language: quotation marks and “sagte”, “a déclaré”, “según”. */
export function readerOf(language: PatternLanguage): (text: string, about: About) => Statement[] {
  const { pronouns, not, future, determiners, nouns, verbs, modes } = language
  const kinds = entriesOf(nouns)
  const made: Forms = {
    language,
    forms: formsOf(language),
    isPronoun: new RegExp(`^(?:${pronouns})$`, 'u'),
    isNot: new RegExp(`${start}(?:${not})${edge}`, 'u'),
    future: new RegExp(`${start}(?:${future})${edge}`, 'u'),
    article: new RegExp(`^(?:${determiners}) ?(?=\\S)`, 'u'),
    kinds: kinds.map(([kind, words]) => ({
      kind,
      noun: new RegExp(`(?<![\\p{L}])(?:\\p{L}{0,25})?(?:${words})`, 'u'),
    })),
    strengths: byWord(verbs),
    modes: byWord(modes),
  }
  return (text, about) => readBy(made, evenSpaces(text), about)
}

/** Each word of some lists, with what its list stands for; the first list counts. */
function byWord<K extends string>(lists: Partial<Record<K, string>>): Map<string, K> {
  return new Map(
    entriesOf(lists)
      .toReversed()
      .flatMap(([name, words]) => words.split('|').map((word): [string, K] => [word, name])),
  )
}

function formsOf(language: PatternLanguage): Forms['forms'] {
  const { verbs, helpers, that, according, accordingBehind, pronouns, determiners, nouns, links } = language
  const word = String.raw`(?:\p{Lu}\.(?: ?\p{Lu}\.){0,3}|\p{Lu}[\p{L}\p{M}\p{N}’'-]{0,40})`
  const small = String.raw`\p{Ll}[\p{L}\p{M}’'-]{1,40}`
  const noun = String.raw`(?:[\p{L}-]{0,25})?(?:${Object.values(nouns).join('|')})[\p{L}]{0,8}`
  const described = String.raw`(?:(?:${determiners}) ?)?(?:${small} ){0,2}?${noun}`
  const name = String.raw`(?:(?:${determiners}) ?)?${word}(?: (?:(?:${links}) ?){0,2}${word}){0,6}`
  const tail = String.raw`(?: (?!(?:${links}) ?(?:${language.days}))(?:${links}) ?(?:(?:${determiners}) ?)?[\p{L}\p{M}’'-]{2,40}(?: ${word}){0,3}){0,3}`
  const who = String.raw`(?<who>(?:${caseless(described)}${edge}(?: ${word}){0,4}|${name})(?:${tail})?|(?:${pronouns})${edge})`
  const beside = String.raw`(?:, [^,.;:“”«»"\n]{2,80},)?`
  const anyVerb = `(?<verb>${Object.values(verbs).join('|')})${edge}`
  const help = String.raw`(?:(?:${helpers})${edge} ){0,4}`
  const quote = String.raw`(?<said>„[^“”"\n]{2,2000}[“”"]|«[^»\n]{2,2000}»|“[^”\n]{2,2000}”|"[^"\n]{2,2000}"|»[^«\n]{2,2000}«)`
  const rest = String.raw`(?<said>[^\n]{2,600}?)(?=[.!?]["”»“]?(?:\s|$)|\n|$|;)`
  const before = String.raw`(?<=^|[.!?…:]["”»“]? |\n)(?<said>[^\n.!?;“”«»"„]{8,500}?)`
  const patterns: [string, number][] = [
    [String.raw`${quote},? ?${help}${anyVerb} ${help}${who}`, 0.95],
    [String.raw`${quote},? (?<verb>${according}) ${who}`, 0.9],
    [String.raw`${quote},? ?${start}${who}${beside} ${help}${anyVerb}`, 0.9],
    [String.raw`${start}${who}${beside} ${help}${anyVerb}[^.:“”«»"„\n]{0,60}: ?${quote}`, 0.92],
    [String.raw`${start}${who}${beside} ${help}${anyVerb}[^.:;“”«»"„\n]{0,60}?,? (?:${that}) ?${rest}`, 0.9],
    [String.raw`${start}${anyVerb} ${help}${who}${beside},? (?:${that}) ?${rest}`, 0.88],
    [String.raw`${start}(?:${according}) ${who}${beside},? ${rest}`, 0.85],
    [String.raw`${before}, (?<verb>${according}) ${who}`, 0.85],
    ...(accordingBehind === null
      ? []
      : [
          [String.raw`${start}${who} (?<verb>${accordingBehind})${edge},? ${rest}`, 0.85] as [string, number],
        ]),
    [String.raw`${before}, ${help}${anyVerb} ${help}${who}`, 0.85],
    [String.raw`${start}${who}${beside} ${help}${anyVerb},? (?:${help})?${rest}`, 0.4],
  ]
  return patterns.map(([pattern, confidence]) => ({ pattern: new RegExp(pattern, 'gu'), confidence }))
}

/** Nouns stand in capitals in German, and at the beginning of sentences. */
const caseless = (words: string): string =>
  words.replace(/(?<=[(|])\p{Ll}(?=\p{Ll})/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)

function readBy(made: Forms, text: string, about: About): Statement[] {
  const taken = new Uint8Array(text.length)
  const found: Statement[] = []
  const quotations = quotationsIn(text)
  const sentences = sentencesIn(text, quotations)
  for (const sentence of sentences) {
    if (sentence.end - sentence.start < shortest) continue
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
    for (const { pattern, confidence } of made.forms) {
      for (const match of words.matchAll(pattern)) {
        const one = statementOf(match, sentence.start, { made, text, about, confidence, quotations })
        const at = one?.cue?.start ?? one?.source?.start ?? sentence.start
        if (!one || taken[at] === 1) continue
        taken.fill(1, sentence.start + match.index, sentence.start + match.index + match[0].length)
        found.push(one)
      }
    }
  }
  return found.sort((a, b) => (a.cue?.start ?? 0) - (b.cue?.start ?? 0))
}
/** Shorter sentences say nothing of anybody, longer ones are read so far; in UTF-16 code units. */
const shortest = 12
const longest = 3_000

interface Context {
  made: Forms
  text: string
  about: About
  confidence: number
  quotations: readonly Span[]
}

function statementOf(match: RegExpMatchArray, from: number, context: Context): Statement | undefined {
  const { made, text, about, confidence, quotations } = context
  const groups = match.groups ?? {}
  const whole = match[0]
  const base = from + (match.index ?? 0)
  const spanOf = (words: string | undefined, after = 0): Span | null => {
    if (words === undefined || words === '') return null
    const at = whole.indexOf(words, after)
    return at === -1 ? null : { start: base + at, end: base + at + words.length }
  }
  const said = spanOf(groups['said'])
  const outside = (words: string | undefined): Span | null => {
    const early = spanOf(words)
    const isInside = early && said && early.start >= said.start && early.start < said.end
    return isInside ? spanOf(words, said.end - base) : early
  }
  const source = outside(groups['who'])
  const cue = outside(groups['verb']) ?? spanOf(whole.slice(0, Math.max(1, whole.indexOf(' '))))
  const who = groups['who']?.replace(/\s+/g, ' ').trim()
  if (!said || !source || !cue || who === undefined) return undefined
  const verb = groups['verb'] ?? ''
  const strength = made.strengths.get(verb) ?? 'says'
  const exact = text.slice(said.start, said.end)
  const dates = datesIn(text, said, about.published, parsers[made.language.code])
  const quantity = quantityIn(
    exact,
    (end) => /^ ?(\p{L}[\p{L}-]{2,40})/u.exec(exact.slice(end))?.[1] ?? '',
    dates[0]?.edtf ?? null,
  )
  const isPronoun = made.isPronoun.test(who)
  const negated = made.isNot.test(whole.replace(exact, ''))
  const paragraph = paragraphAt(text, cue.start)
  return {
    content: [said],
    exact,
    cue: { ...cue, text: text.slice(cue.start, cue.end) },
    source: { ...source, text: text.slice(source.start, source.end) },
    chain: isPronoun
      ? []
      : chainOf(
          {
            who,
            kind: kindHere(who, made),
            via: null,
            isCiting: false,
            modeOf: (kind) => made.modes.get(verb) ?? (kind === 'outlet' ? 'reports' : 'says'),
            words: `${who} ${verb}`.trim(),
            verbatim: quotations.some((one) => one.start <= said.start && said.end <= one.end + 1),
            sentence: whole,
            paragraph: text.slice(paragraph.start, paragraph.end),
            before: text.slice(0, said.start),
            hasUnnamed: false,
          },
          about.outlet,
        ),
    isSourceSure: !isPronoun,
    claim: claimOf([exact]),
    kind: kindOf(exact, strength, quantity, made.future),
    strength,
    isSaid: !negated,
    negated: negated || strength === 'denies',
    quantity,
    dates,
    accused: null,
    // Whom a pronoun means is not looked for in this language.
    confidence: isPronoun ? Math.min(confidence, 0.5) : confidence,
  }
}

/** What a source is, by its noun; a name by its own words. */
function kindHere(who: string, { article, kinds }: Forms): SourceKind | undefined {
  const bare = who.replace(article, '')
  const lower = bare.toLowerCase()
  const isName = / \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(bare)
  const kind = kinds.find(({ noun }) => noun.test(lower))?.kind
  if (kind !== undefined) return kind === 'anonymous' && isName ? undefined : kind
  return kindOfName(bare) === 'anonymous' ? 'anonymous' : undefined
}
