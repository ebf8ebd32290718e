import type { BlockContent, RootContent } from 'mdast'
import { chainSentence } from '../../attribution/chain-sentence.ts'
import { placeIn, type Annotation } from '../../records/annotation.ts'
import type { Evidence, Hop } from '../../records/claim.ts'
import { said } from '../../words/say.ts'
import { withoutAtEnd } from '../../text/scan.ts'
import { blockOf } from './facts.ts'
import { callout, paragraph, quote, type Inline } from './mdast.ts'
import type { Page } from './page.ts'

/** How a quotation looks by what it says of the claim. */
const looks = { supports: 'success', disputes: 'failure', mentions: 'quote' } as const

/** One piece of evidence: the words, who says so through whom, on which terms, where, and what became of it. */
export function evidenceBlocks(page: Page, evidence: Evidence): RootContent[] {
  const { catalogue } = page
  const annotation = catalogue.highlightOf(evidence)
  const article = catalogue.articleOf(evidence)
  const quoted = catalogue.quoteOf(evidence)
  const words =
    quoted === undefined ? undefined : annotation ? catalogue.quoted(annotation, quoted) : quote(quoted)
  const lines: Inline[] = [
    ...who(page, evidence),
    ...unnamed(page, evidence.chain[0]),
    ...textWords(page, evidence.chain),
    ...where(page, evidence, annotation),
    ...withdrawnWords(page, evidence),
    ...(annotation && article ? sinceThen(page, annotation, evidence, article.versions.length) : []),
  ]
  const note = evidence.note.trim()
  const notes = note === '' ? [] : [catalogue.note(note)]
  if (!catalogue.profile.isObsidian) return [...(words ? [words] : []), paragraph(...lines), ...notes]
  const kind = evidence.withdrawn === null ? looks[evidence.stance] : 'warning'
  const title = catalogue.say(`exported.evidence.stances.${evidence.stance}`)
  const content: BlockContent[] = [...((words?.children ?? []) as BlockContent[]), paragraph(...lines)]
  return [callout(kind, [title], content), ...notes]
}

function who(page: Page, { chain }: Evidence): Inline[] {
  const { catalogue } = page
  const parts = chainSentence(chain, (id) => catalogue.source(id), catalogue.language)
  if (parts.length === 0) return [catalogue.say('exported.evidence.noChain')]
  const asserter = chain[0] && catalogue.source(chain[0].source)
  return [
    ...parts.map(({ text, source }, at): Inline => {
      // What people who are not named are called begins a sentence here; a name stays as it is.
      const words = at === 0 && asserter?.kind === 'anonymous' ? capitalised(text) : text
      return source === undefined ? words : page.link(words, source)
    }),
    '.',
  ]
}

/** How one who is not named is said to know, why there is no name, how many they are, and to whom they spoke. */
function unnamed(page: Page, asserter: Hop | undefined): Inline[] {
  const { catalogue } = page
  const source = asserter && catalogue.sourceRecord(asserter.source)
  if (source?.kind !== 'anonymous' || !page.tellOnce(source.id)) return []
  const { people, access, anonymityReason, relayer } = source
  return [
    people === null ? '' : catalogue.say('exported.unnamed.people', { count: people }),
    access === '' ? '' : catalogue.say('exported.unnamed.access', { access: ended(access) }),
    anonymityReason === ''
      ? ''
      : catalogue.say('exported.unnamed.reason', { reason: ended(anonymityReason) }),
    relayer === null ? '' : catalogue.say('exported.unnamed.relayer', { name: catalogue.nameOf(relayer) }),
  ].flatMap((sentence) => (sentence === '' ? [] : [` ${sentence}`]))
}

/** The words of the text that say who says so. */
function textWords({ catalogue }: Page, chain: readonly Hop[]): Inline[] {
  const words = [...new Set(chain.map((hop) => hop.words.trim()).filter((one) => one !== ''))]
  if (words.length === 0) return []
  const quoted = words.map((one) => catalogue.say('exported.quoted', { words: one })).join(', ')
  return [` ${catalogue.say('exported.unnamed.words', { words: quoted })}`]
}

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

/** A sentence of ours ends it. */
const ended = (words: string): string => withoutAtEnd(words.trim(), '.')

function where(page: Page, evidence: Evidence, annotation: Annotation | undefined): Inline[] {
  const { catalogue } = page
  const article = catalogue.articleOf(evidence)
  if (!article) return []
  const day = article.published === null ? '' : `, ${catalogue.date(article.published)}`
  const at =
    annotation?.page == null ? '' : `, ${catalogue.say('exported.places.page', { page: annotation.page })}`
  const block = annotation && catalogue.profile.isObsidian ? blockOf(annotation.id) : undefined
  const citation = catalogue.profile.hasCitations ? ` ${catalogue.citation(article, annotation)}` : ''
  return [
    ` ${catalogue.say('exported.evidence.in')} `,
    page.link(article.title, article.id, block),
    `${day}${at}`,
    ...(citation === '' ? [] : [{ type: 'html' as const, value: citation }]),
    '.',
  ]
}

/** Where the article has newer versions: which one is quoted, and what became of the words. */
function sinceThen(
  { catalogue }: Page,
  annotation: Annotation,
  { version }: Evidence,
  newest: number,
): string[] {
  if (version === null || version >= newest) return []
  const now = annotation.state === 'orphan' ? null : (annotation.proposal?.text ?? annotation.exact)
  const values = { version, newest }
  if (now === null) return [' ', catalogue.say('exported.evidence.newestWithout', values)]
  const then = placeIn(annotation, version)?.exact
  const what =
    now === then
      ? catalogue.say('exported.evidence.newestSame', values)
      : catalogue.say('exported.evidence.newestReads', { ...values, text: now })
  return [' ', what]
}

function withdrawnWords({ catalogue }: Page, { withdrawn }: Evidence): string[] {
  if (withdrawn === null) return []
  const as = catalogue.speak(said(`terms.withdrawals.${withdrawn.as}`))
  const values = { as: capitalised(as), date: catalogue.day(withdrawn.at) }
  return [
    ' ',
    withdrawn.reason === ''
      ? catalogue.say('exported.evidence.withdrawnOnly', values)
      : catalogue.say('exported.evidence.withdrawn', { ...values, reason: ended(withdrawn.reason) }),
  ]
}
