import type { Span } from '../anchoring/span.ts'
import {
  anyOf,
  areSeveral,
  edge,
  fullName,
  kindOf,
  named,
  pronoun,
  role,
  sayer,
  start,
  unnamed,
} from './who-words.ts'

/** Words of a text that say who says something. */
export interface Attribution extends Span {
  who: string
  /** Whom they told, or who cites them. */
  via: string | null
  verb: string
  words: string
  /** The order of the forms: an earlier one says more. */
  form: number
}

export const verbs = {
  denies: anyOf('denied denies deny rejected rejects dismissed disputed disputes refuted'),
  confirms: anyOf('confirmed confirms confirm acknowledged acknowledges admitted admits conceded'),
  writes: anyOf('wrote writes write posted tweeted'),
  reports: anyOf('reported reports report'),
  says: anyOf(`said says say stated states announced added adds claimed claims? insisted insists? warned warns? argued argues?
    alleged alleges? explained testified recalled declared noted estimated estimates? asserted maintained maintains? contended
    disclosed revealed replied stressed predicted predicts? concluded suggested suggests? complained vowed pledged promised
    asked believed believes? shows? showed`),
} as const
/** These say nothing without what follows: “called the police” is no attribution, “called it ‘a lie’” is one. */
const more = String.raw`found that|finds that|put it|puts?(?=[^.;\n]{1,60} at )|count(?:s|ed)?(?= [0-9])|(?:called|described|calls|describes)(?=[^.;\n]{1,80}[“"‘])`
const anyVerb = `(?<verb>${Object.values(verbs).join('|')}|${more})${edge}`
const adverbs = String.raw`(?:(?:has|have|had|also|later|again|first|then|since|long|often|\p{Ll}{1,20}ly) ){0,3}`
const brackets = String.raw`(?: ?\([^()\n]{1,60}\))?`
/** “, a spokeswoman for the Assembly,”, once or twice. */
const apposition = String.raw`(?<apposition>(?:, [^,.;“”"\n]{2,90}){1,2},)`
/** A place is not the one who says it: “In Ilmar, the mayor, …”. */
const subject = `${start}(?<!(?:^|[^\\p{L}])(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]f|[Tt]o|[Bb]y|[Ww]ith) (?:the )?)`
const who = `(?<who>${pronoun}|${named}|${unnamed('?')})`
const whoever = `${role}(?<who>${named}|${unnamed('')}|${pronoun})`
const clauseEnd = String.raw`(?=$|[,.;:)”"\n]| (?:on|in|at|during|after|before|who|of|this|last)${edge})`

const forms: readonly RegExp[] = [
  String.raw`${subject}${who}${brackets}${apposition}? ${adverbs}(?<verb>told|denied to|confirmed to) (?:(?<via>${named})|(?=\p{Ll}))`,
  `${start}(?<via>${named})(?: ${adverbs}(?:reported|reports|report|wrote|said|says)${edge}[^.;“”"\\n]{0,80}?)?,? (?:citing|quoting) ${whoever}`,
  `${start}(?<via>${named}) ${adverbs}(?:quoted|quotes|cited|cites) ${whoever}(?: as saying)`,
  `${subject}${who}${apposition}? (?:is|are|was|were|has been) (?:quoted|cited) (?:by (?<via>${named}) as saying|as (?<verb>saying)(?: by (?<later>${named}))?)`,
  `${start}(?:[Aa]ccording to|[Ii]n the words of) ${whoever}`,
  `${subject}(?<who>${named}):(?= ?[“"‘«])`,
  `(?<=[”"’'»],? )${anyVerb} ${whoever}`,
  `${subject}${who}${brackets}${apposition} ${adverbs}${anyVerb}`,
  `(?<=, )${anyVerb} ${whoever}${clauseEnd}`,
  `${subject}${who}${brackets} ${adverbs}${anyVerb}`,
  // A headline: “Smoke linked to deaths – study”
  String.raw`(?<=[\p{L}\p{N}%”"’'] [–—-] )(?<who>${sayer})(?=\s*(?:\n|$))`,
  `${start}(?:as )?(?:first )?(?<verb>reported|quoted|cited|denied|confirmed|disputed|announced) by ${whoever}`,
].map((form) => new RegExp(form, 'gu'))

const isPronoun = new RegExp(`^(?:${pronoun})$`, 'u')
const isName = new RegExp(`^${fullName}$`, 'u')
const person = new RegExp(`${subject}${fullName}`, 'gu')
const affiliated = new RegExp(`^(${fullName}) (?:of|for) `, 'u')

/**
 * Everything in a text that says who says something, in order, by rules for English. “He”, “she”, “it” and “they” are the ones
 * named before. Offsets are UTF-16 code units.
 * @param sentences those of the text
 */
export const attributionsIn = (text: string, sentences: readonly Span[]): Attribution[] =>
  withNames(byForms(text, forms), text, sentences)

/** Those in which somebody passes on what others say: “told”, “citing”, “quoted as saying by”. In order. */
export const relaysIn = (text: string): Attribution[] => byForms(text, forms.slice(0, relays))

/** The first forms name two: who says it, and who passes it on. */
const relays = 4

function byForms(text: string, some: readonly RegExp[]): Attribution[] {
  const taken = new Uint8Array(text.length)
  const found: Attribution[] = []
  for (const [form, pattern] of some.entries()) {
    for (const match of text.matchAll(pattern)) {
      const one = { form, start: match.index, end: match.index + match[0].length }
      if (taken[one.start] === 1 || taken[one.end - 1] === 1) continue
      taken.fill(1, one.start, one.end)
      found.push({ ...one, ...saidIn(match.groups ?? {}), words: match[0] })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function saidIn({
  who: subject = '',
  via,
  later,
  verb = 'said',
  apposition: behind = '',
}: Record<string, string | undefined>): Pick<Attribution, 'who' | 'via' | 'verb'> {
  // “The mayor, Ilse Marrin, said”
  const beside = behind.replace(/^, |,$/g, '')
  const name =
    isName.test(beside) && !/^\p{Lu}/u.test(subject.replace(/^(?:The|An?|His|Her|Their|Its|My|Our) /, ''))
      ? beside
      : subject
  // “a memo seen by North Wire”
  const seen = new RegExp(` (?:seen|obtained|reviewed) by (${named})$`, 'u').exec(name)
  return {
    who: plainWho(seen ? name.slice(0, seen.index) : name),
    via: via ?? later ?? seen?.[1] ?? null,
    verb: verb.replace(/ to$/, ''),
  }
}

/** What somebody is called, without their office, the terms they spoke on, and when. */
export const plainWho = (name: string): string => withoutOffice(withoutTerms(name))

/** Without what says only on which terms they spoke, and when. */
const withoutTerms = (name: string): string =>
  name
    .replace(
      / (?:who (?:spoke|asked|requested|insisted|declined|agreed|refused|did not want|(?:is|are|was|were) not authori[sz]ed)|speaking|on condition|on background)(?![\p{L}]).*$/u,
      '',
    )
    .replace(/ on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*$/, '')
    .trim()

/** “Ilse Marrin of the Assembly” is Ilse Marrin, “Ministry of Health” is all of it. */
function withoutOffice(name: string): string {
  const alone = affiliated.exec(name)?.[1]
  return alone !== undefined && kindOf(alone) === 'person' ? alone : name
}

interface Mention {
  start: number
  name: string
}

/** Pronouns give way to the last one before them that they can mean; those that mean nobody are left out. */
function withNames(all: readonly Attribution[], text: string, sentences: readonly Span[]): Attribution[] {
  const named = all
    .filter((one) => !isPronoun.test(one.who))
    .map((one) => ({ start: one.start, name: one.who }))
  if (named.length === all.length) return [...all]
  const mentions = [...named, ...firstNames(text, sentences)].sort((a, b) => a.start - b.start)
  return all.flatMap((one) => {
    if (!isPronoun.test(one.who)) return [one]
    const meant = mentions.findLast(({ start: at, name }) => at < one.start && canMean(one.who, name))
    return meant ? [{ ...one, who: meant.name }] : []
  })
}

/** The first person that each sentence names by a full name, who is mostly the one that it is about. */
const firstNames = (text: string, sentences: readonly Span[]): Mention[] =>
  sentences.flatMap(({ start: from, end }) => {
    const names = [...text.slice(from, end).matchAll(person)]
    const first = names.find(([name]) => kindOf(name) === 'person')
    return first ? [{ start: from + first.index, name: first[0] }] : []
  })

function canMean(word: string, name: string): boolean {
  if (/^they$/i.test(word)) return true
  const isSomebody = ['person', 'anonymous'].includes(kindOf(name))
  return /^it$/i.test(word) ? !isSomebody : isSomebody && !areSeveral(name)
}
