import type { ExportInput, Revision, Wording } from '../export/exporter.ts'
import { readText } from '../text/read-text.ts'
import type { OpenWork } from '../open-work/open-work.ts'
import type { Annotation } from '../records/annotation.ts'
import type { Article } from '../records/article.ts'
import type { Id } from '../records/base.ts'
import type { Claim, Evidence } from '../records/claim.ts'
import type { Source } from '../records/source.ts'
import type { Tag } from '../records/tag.ts'
import type { Language } from '../words/language.ts'
import { said, speak } from '../words/say.ts'
import { ConfidentialNames, type NamedSpan } from './confidential-names.ts'
import { confidentialSources, confidentialTest } from './confidential-sources.ts'
import { fieldsOf } from '../changes/fields.ts'
import { toldBy, type Told } from './told-by.ts'

/** What becomes of words that name a confidential source: they are replaced, their item is left out, or they go out all the same. */
export const confidentialChoices = ['replace', 'omit', 'include'] as const
export type ConfidentialChoice = (typeof confidentialChoices)[number]

/** How a confidential source is called in what goes out. */
export const descriptorIn = (language: Language): string => speak(said('exported.confidential.one'), language)

/** Fields that are no words of people: ids, dates, choices from lists, checksums. Every other text is searched. */
const structural = new Set(
  (
    'id created modified kind status stance mode groundRule style state grade at sha256 mediaType event utterance publication ' +
    'published retrieved importedAt asOf annotation article source evidence with claim parent mergedInto derivedFrom relayer ' +
    'outlet claimant language direction reading colour tags possiblySame mustNotMerge accused asked answered made'
  ).split(' '),
)
/** What a record is known by: without it, the record is left out. */
const identities = new Set(['title', 'statement', 'exact', 'name', 'text', 'question'])
/** Words of others, in which what was put in stands in brackets. */
const quoted = new Set(['exact', 'prefix', 'suffix', 'text'])

/** What of a notebook may go out. */
export interface Withheld {
  input: ExportInput
  /** In how many fields names were replaced, and how many items were left out. */
  replaced: number
  omitted: number
}

/** Takes the names of confidential sources out of what an exporter reads. @param language in which it calls them something else */
export function withhold(
  input: ExportInput,
  choice: ConfidentialChoice | undefined,
  language: Language = 'en',
): Withheld {
  const sources = confidentialSources(input.sources)
  const isConfidential = confidentialTest(input.sources, sources)
  // How they were quoted leads to them; it goes whatever is chosen.
  const claims = input.claims.map((claim) => withoutWords(claim, isConfidential))
  if (choice === undefined || choice === 'include' || sources.length === 0)
    return { input: { ...input, claims }, replaced: 0, omitted: 0 }
  const taking = new Taking(new ConfidentialNames(sources), choice, descriptorIn(language))
  return taking.from({ ...input, claims }, isConfidential, toldBy(input, isConfidential))
}

const withoutWords = (claim: Claim, isConfidential: (id: Id<'source'>) => boolean): Claim =>
  claim.evidence.some(({ chain }) => chain.some(({ source }) => isConfidential(source)))
    ? {
        ...claim,
        evidence: claim.evidence.map((piece) => ({
          ...piece,
          // Words of others in the same chain may tell whom they passed it on for.
          chain: piece.chain.some(({ source }) => isConfidential(source))
            ? piece.chain.map((hop) => ({ ...hop, words: '' }))
            : piece.chain,
        })),
      }
    : claim

/** An item that is left out. */
const gone = Symbol('left out')
type Taken = unknown

/** Takes names out of records, field by field. */
class Taking {
  readonly #names: ConfidentialNames
  readonly #choice: ConfidentialChoice
  readonly #descriptor: string
  #replaced = 0
  #omitted = 0

  constructor(names: ConfidentialNames, choice: ConfidentialChoice, descriptor: string) {
    this.#names = names
    this.#choice = choice
    this.#descriptor = descriptor
  }

  from(input: ExportInput, isConfidential: (id: Id<'source'>) => boolean, told: Told): Withheld {
    const articles = input.articles.flatMap((article) => this.#record<Article>(article))
    const kept = new Set(articles.map(({ id }) => id))
    const annotations = new Map<Id<'article'>, readonly Annotation[]>()
    for (const [article, list] of input.annotations)
      if (kept.has(article))
        annotations.set(
          article,
          list.flatMap((item) => this.#record<Annotation>(item, told.has(item.id))),
        )
    const passages = new Set([...annotations.values()].flatMap((list) => list.map(({ id }) => id)))
    const rests = ({ annotation, article }: Evidence): boolean =>
      (annotation === null || passages.has(annotation)) && (article === null || kept.has(article))
    const claims = input.claims
      .flatMap((claim) => this.#record<Claim>(claim, told.has(claim.id)))
      .map((claim) =>
        claim.evidence.every(rests) ? claim : { ...claim, evidence: claim.evidence.filter(rests) },
      )
    const title = this.#text('title', input.title, true)
    return {
      input: {
        ...input,
        title: typeof title === 'string' ? title : 'Notebook',
        articles,
        annotations,
        claims,
        // Those that are confidential have no page; their names are what is searched for.
        sources: input.sources.flatMap((source) =>
          isConfidential(source.id) ? [source] : this.#record<Source>(source, told.has(source.id)),
        ),
        tags: input.tags.flatMap((tag) => this.#record<Tag>(tag, told.has(tag.id))),
        origins: new Map(
          [...input.origins].map(([id, found]) => [id, this.#value('', found, told.has(id)) as typeof found]),
        ),
        open: input.open.flatMap((one) => this.#record<OpenWork>(one, told.has(one.id))),
        // A text that names one goes whole: in what is left of it a name could be told by what stands around.
        texts: new Map([...input.texts].filter(([id, html]) => kept.has(id) && !this.#isNamedIn(html))),
        wordings: new Map(
          [...input.wordings].map(([id, all]) => [
            id,
            all.flatMap((one) => this.#record<Wording>(one, told.has(id))),
          ]),
        ),
        revisions: new Map(
          [...input.revisions].map(([id, all]) => [id, all.flatMap((one) => this.#record<Revision>(one))]),
        ),
      },
      replaced: this.#replaced,
      omitted: this.#omitted,
    }
  }

  /**
   * A record without the names; none when what it is known by names one and is to be left out.
   * @param isAbout whether it is known to be about a confidential source, whatever stands in it
   */
  #record<T extends object>(record: T, isAbout = false): T[] {
    // Where the whole name stands, or one speaks, a surname alone means the same.
    const isNamed = isAbout || textsIn(record).some((text) => this.#names.isIn(text))
    const taken = this.#value('', record, isNamed)
    if (taken !== gone) return [taken as T]
    return []
  }

  /** Whether somebody is named in a text, or in the addresses that it links to, be it by a surname alone. */
  #isNamedIn(html: string): boolean {
    return this.#names.isIn(readText(html)) || this.#names.find(html).length > 0
  }

  #value(field: string, value: unknown, isNamed: boolean): Taken {
    // An address that names somebody is none without the name.
    if (field === 'address' && typeof value === 'string') return this.#names.isIn(value) ? null : value
    if (typeof value === 'string') return structural.has(field) ? value : this.#text(field, value, isNamed)
    if (Array.isArray(value)) return this.#list(field, value, isNamed)
    if (typeof value !== 'object' || value === null) return value
    const entries: [string, unknown][] = []
    let isSame = true
    for (const [key, part] of fieldsOf(value)) {
      const taken = structural.has(key) && typeof part !== 'object' ? part : this.#value(key, part, isNamed)
      if (taken === gone && identities.has(key)) return gone
      isSame &&= taken === part
      entries.push([key, taken === gone ? (typeof part === 'string' ? '' : null) : taken])
    }
    return isSame ? value : Object.fromEntries(entries)
  }

  #list(field: string, list: readonly unknown[], isNamed: boolean): Taken {
    if (structural.has(field) && typeof list[0] === 'string') return list
    const taken = list.map((item) => this.#value(field, item, isNamed))
    return taken.every((item, at) => item === list[at]) ? list : taken.filter((item) => item !== gone)
  }

  #text(field: string, text: string, isNamed: boolean): string | typeof gone {
    const spans = this.#names.find(text)
    const meant = isNamed ? spans : spans.filter(({ isCertain }) => isCertain)
    if (meant.length === 0) return text
    if (this.#choice === 'omit') {
      this.#omitted += 1
      return gone
    }
    this.#replaced += 1
    const replaced = replaceNames(text, meant, this.#descriptor, quoted.has(field))
    // An address that names somebody is none without the name; and who wrote something is known by its title and its address.
    if (field === 'urls' || field === 'authors') return gone
    return field === 'byline' ? '' : replaced
  }
}

/** All texts in a record that people wrote. */
function textsIn(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return structural.has(field) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, field))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, key))
}

/** Addresses, in which nothing can be replaced without breaking them. */
const address =
  /(?:https?:\/\/|www\.|mailto:)[^\s<>"'()[\]]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){1,8}/giu

/** “The a confidential source”: where a word stands before it that does without an article, it has none (English). */
const determined =
  /(?<![\p{L}])(?:the|this|that|our|your|my|his|her|its|their|an?|former|late|same|other)\s$/iu

/**
 * A text with something else in the place of names; an address that has one goes whole.
 * @param descriptor what a confidential source is called
 * @param inBrackets for words of others
 */
export function replaceNames(
  text: string,
  spans: readonly Pick<NamedSpan, 'start' | 'end'>[],
  descriptor: string,
  inBrackets = false,
): string {
  const addresses = [...text.matchAll(address)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }))
  const parts: string[] = []
  let at = 0
  let next = 0
  for (const span of spans) {
    while ((addresses[next]?.end ?? Infinity) <= span.start) next += 1
    const one = addresses[next]
    const around = one && one.start <= span.start && span.end <= one.end ? one : span
    if (around.start < at) continue
    parts.push(text.slice(at, around.start))
    const plain = determined.test(text.slice(Math.max(0, around.start - 12), around.start))
      ? descriptor.replace(/^an? /, '')
      : descriptor
    const words =
      beginsSentence(text, around.start) && !inBrackets
        ? descriptor.charAt(0).toLocaleUpperCase() + descriptor.slice(1)
        : plain
    parts.push(inBrackets ? `[${words}]` : words)
    at = around.end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…:]["'”’»)]?\s{1,3}|\n\s{0,3})$/u.test(text.slice(Math.max(0, at - 8), at)) &&
  (at <= 8 || !/^\S{8}$/.test(text.slice(at - 8, at)))
