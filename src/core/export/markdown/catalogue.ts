import { ConfidentialNames } from '../../confidential/confidential-names.ts'
import { confidentialSources, confidentialTest } from '../../confidential/confidential-sources.ts'
import { toldBy, type Told } from '../../confidential/told-by.ts'
import { descriptorIn } from '../../confidential/withhold.ts'
import type { BlockContent, Blockquote, RootContent } from 'mdast'
import type { NameOfSource } from '../../attribution/chain-sentence.ts'
import type { Corroboration } from '../../corroboration/corroborate.ts'
import type { OpenWork } from '../../open-work/open-work.ts'
import { dateWords, dayWords } from '../../words/date-words.ts'
import { placeIn, type Annotation } from '../../records/annotation.ts'
import { currentVersion, type Article } from '../../records/article.ts'
import { readText } from '../../text/read-text.ts'
import { asId, type Id, type RecordId } from '../../records/base.ts'
import type { Claim, Evidence, Relation } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import type { Tag } from '../../records/tag.ts'
import type { ExportInput, ExportRequest } from '../exporter.ts'
import { Asked } from '../asked.ts'
import { citeKeys, type Cited } from './citations.ts'
import { Families } from './families.ts'
import { FileNames } from './file-names.ts'
import type { Language } from '../../words/language.ts'
import { said, speak, type Said, type SentenceKey, type ValuesAfter } from '../../words/say.ts'
import { inertMarkdown } from './inert.ts'
import { liveNotes, tagPages, wholeTexts } from './option-names.ts'
import { quote, raw } from './mdast.ts'
import { textBlocks } from './text-blocks.ts'
import { tagPath } from './tag-path.ts'
import { profileNamed, type MarkdownProfile } from './profile.ts'

/** A claim that rests on a highlight, and how. */
export interface ClaimAtHighlight extends Pick<Evidence, 'stance' | 'withdrawn'> {
  claim: Claim
}

/** What is exported, under which file names, and how one file points at another. */
export class Catalogue {
  readonly input: ExportInput
  readonly language: Language
  readonly articles: Article[]
  readonly claims: Claim[]
  readonly sources: Source[]
  readonly withheld: number
  /** Which records are asked for. */
  readonly asked = new Asked()
  readonly #annotations = new Map<Id<'annotation'>, Annotation>()
  readonly #articles: Map<Id<'article'>, Article>
  readonly #chosen: { articles: ReadonlySet<Id<'article'>>; claims: ReadonlySet<Id<'claim'>> }
  readonly #claims: Families<Claim>
  readonly #claimsByArticle = new Map<Id<'article'>, Claim[]>()
  readonly #claimsBySource = new Map<Id<'source'>, Claim[]>()
  readonly #claimsByHighlight = new Map<Id<'annotation'>, ClaimAtHighlight[]>()
  readonly #pointing: ReadonlyMap<Id<'claim'>, readonly (Pick<Relation, 'kind'> & { claim: Claim })[]>
  readonly #blocks = new Map<Id<'annotation'>, readonly BlockContent[]>()
  #lastRead: { html: string; words: string } | undefined
  #shownTags: readonly Tag[] | undefined
  readonly #articlesByOutlet: ReadonlyMap<Id<'source'> | undefined, readonly Article[]>
  #citations: { cited: readonly Cited[]; keys: ReadonlyMap<Id<'article'>, string> } | undefined
  readonly #paths = new Map<RecordId, string>()
  readonly #sources: Families<Source>
  /** The sources that are confidential, or stand for one that is. */
  readonly #confidential: ReadonlySet<Id<'source'>>
  readonly #confidentialNames: ConfidentialNames
  readonly #tags: Families<Tag>
  readonly #open: ReadonlyMap<RecordId, readonly OpenWork[]>

  readonly hasLiveNotes: boolean
  readonly hasWholeTexts: boolean
  readonly hasTagPages: boolean
  readonly profile: MarkdownProfile
  readonly #zone: string | undefined
  /** Dates that were told already, in words: every claim of a day has it. */
  readonly #dates = new Map<string, string>()
  readonly #takesNamesOut: boolean
  /** Whether texts that name confidential sources go out as they are. */
  readonly namesStay: boolean

  constructor(input: ExportInput, request: ExportRequest = {}) {
    const { options = [], takesNamesOut = false, places = new Map<RecordId, string>() } = request
    this.input = input
    this.language = request.language ?? 'en'
    this.profile = profileNamed(request.profile)
    this.#zone = request.zone
    this.#open = Map.groupBy(input.open, ({ id }) => id)
    this.hasLiveNotes = options.includes(liveNotes)
    this.hasWholeTexts = options.includes(wholeTexts)
    this.hasTagPages = options.includes(tagPages)
    this.#takesNamesOut = takesNamesOut
    this.namesStay = request.namesStay === true
    this.#articles = new Map(input.articles.map((article) => [article.id, article]))
    this.#claims = new Families(input.claims, this.asked)
    this.#sources = new Families(input.sources, this.asked)
    this.#tags = new Families(input.tags, this.asked)
    this.#chosen = { articles: new Set(input.chosen.articles), claims: new Set(input.chosen.claims) }
    for (const list of input.annotations.values())
      for (const item of list) this.#annotations.set(item.id, item)
    const confidential = confidentialSources(input.sources)
    this.#confidential = new Set(confidential.map(({ id }) => id))
    this.#confidentialNames = new ConfidentialNames(confidential)
    this.claims = this.#claims.standing.filter((claim) => this.#claimIsChosen(claim))
    this.#indexClaims()
    this.articles = byId(input.articles.filter((article) => this.#articleIsChosen(article)))
    const used = this.#usedSources()
    const standing = this.#sources.standing.filter(({ id }) => used.has(id))
    this.sources = standing.filter(({ id }) => !this.#confidential.has(id))
    this.withheld = standing.length - this.sources.length
    this.#pointing = Map.groupBy(
      this.#claims.standing.flatMap((claim) =>
        claim.relations.map(({ kind, claim: to }) => ({ claim, kind, to })),
      ),
      ({ to }) => this.#claims.standingFor(to)?.id ?? to,
    )
    this.#articlesByOutlet = Map.groupBy(this.articles, ({ outlet }) =>
      outlet === null ? undefined : this.#sources.standingFor(outlet)?.id,
    )
    this.#setPaths(
      places,
      takesNamesOut ? toldBy(input, confidentialTest(input.sources, confidential)) : new Set(),
    )
  }

  /** A sentence in the language of the export. */
  say<K extends SentenceKey>(key: K, ...values: ValuesAfter<K>): string {
    return this.speak(said(key, ...values))
  }

  speak(sentence: Said): string {
    return speak(sentence, this.language)
  }

  pathOf(id: RecordId): string | undefined {
    this.asked.add(id)
    return this.#paths.get(id) ?? this.input.written?.paths.get(id)
  }

  /** The day of a moment, where the user is. */
  day(instant: string): string {
    return dayWords(instant, this.#zone, this.language)
  }

  /** A date in words. */
  date(date: string | null): string {
    if (date === null) return ''
    const words = this.#dates.get(date) ?? dateWords(date, this.language)
    this.#dates.set(date, words)
    return words
  }

  /** What is left to be done at a record. */
  openAt(id: RecordId): readonly OpenWork[] {
    this.asked.add(id)
    return this.#open.get(id) ?? []
  }

  /** The independent origins of a claim, or of the one that it was merged into. */
  originsOf(id: Id<'claim'>): Corroboration | undefined {
    return this.input.origins.get(this.#claims.standingFor(id)?.id ?? id)
  }

  /** What a claim says, if there is one of that id. */
  claimNamed(id: RecordId): string | undefined {
    return this.#claims.get(asId(id))?.statement
  }

  /** The title of an exported record. */
  titleOf(id: RecordId): string {
    return this.claimNamed(id) ?? this.nameOf(id)
  }

  /** The exported claims that a highlight speaks for or against. */
  claimsOfHighlight(id: Id<'annotation'>): readonly ClaimAtHighlight[] {
    const told = this.#claimsByHighlight.get(id) ?? []
    for (const { claim } of told) this.asked.add(claim.id)
    return told
  }

  /** A number with the separators of the language. */
  figure(value: number): string {
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: 20 }).format(value)
  }

  /** The articles as they are cited, and their keys. */
  get citations(): { cited: readonly Cited[]; keys: ReadonlyMap<Id<'article'>, string> } {
    this.#citations ??= this.#cited()
    return this.#citations
  }

  citeKey({ id }: Article): string {
    return this.citations.keys.get(id) ?? ''
  }

  /** A citation as Pandoc reads it, with the page where it is known. */
  citation(article: Article, annotation?: Annotation): string {
    const key = this.citeKey(article)
    const at = annotation?.page == null ? '' : `, p. ${annotation.page.replace(/[\][;@]/g, ' ')}`
    return key === '' ? '' : `[@${key}${at}]`
  }

  /** What a source or an article is called here. */
  nameOf(id: RecordId): string {
    const article = this.#articles.get(asId(id))
    if (article) this.asked.add(article.id)
    return article?.title ?? this.source(asId(id))?.name ?? this.say('terms.chain.unknownSource')
  }

  /** The source that stands for this one after merges; a confidential one loses its name. */
  source(id: Id<'source'>): NameOfSource | undefined {
    const source = this.#sources.standingFor(id)
    return source && this.#confidential.has(source.id)
      ? { id: source.id, name: this.#descriptorOf(source.id), kind: 'anonymous', isWithheld: true }
      : source
  }

  sourceRecord(id: Id<'source'>): Source | undefined {
    const source = this.#sources.standingFor(id)
    return source && this.#confidential.has(source.id) ? undefined : source
  }

  /** How evidence was taken back, in brackets behind what it is about; '' where it was not. */
  withdrawnAs(withdrawn: Pick<NonNullable<Evidence['withdrawn']>, 'as'> | null): string {
    return withdrawn === null ? '' : ` (${this.say(`terms.withdrawals.${withdrawn.as}`)})`
  }

  /** The authors of an article, without those that are a confidential source: beside the title, any word for them would be their name. */
  authorsOf({ authors }: Article): string[] {
    return authors.filter((author) => this.#confidentialNames.sourceNamed(author) === undefined)
  }

  /** What a confidential source is called; of several each something else, so that they are told apart. */
  #descriptorOf(id: Id<'source'>): string {
    const number = [...this.#confidential].sort().indexOf(id) + 1
    return this.#confidential.size > 1
      ? this.say('exported.confidential.numbered', { number })
      : descriptorIn(this.language)
  }

  /** The line that says who wrote an article; '' where a confidential source is named in it. */
  bylineOf({ byline }: Article): string {
    return this.#confidentialNames.isIn(byline) ? '' : byline
  }

  /** A note in Markdown, which may be a colleague's: inert, unless the user asked for it as it is. */
  note(markdown: string): RootContent {
    // What is inert is closed already; to close it again would open a block.
    return this.hasLiveNotes ? raw(markdown) : { type: 'html', value: inertMarkdown(markdown) }
  }

  tagNames(ids: readonly Id<'tag'>[]): string[] {
    const names = ids.flatMap((id) => this.#tags.standingFor(id)?.name ?? [])
    return [...new Set(names)].sort()
  }

  /** Tags as properties have them: nested below their parents, without spaces. */
  tagPaths(ids: readonly Id<'tag'>[]): string[] {
    const paths = ids.flatMap((id) => {
      const tag = this.#tags.standingFor(id)
      return tag ? [tagPath(tag, (parent) => this.#tags.standingFor(parent))] : []
    })
    return [...new Set(paths)].sort()
  }

  /** The name of the outlet of an article, if it has one. */
  outletOf({ outlet }: Article): string | null {
    return outlet === null ? null : (this.source(outlet)?.name ?? null)
  }

  /** The highlights of an article, in the order of the text. */
  highlightsOf({ id }: Article): Annotation[] {
    const highlights = (this.input.annotations.get(id) ?? []).toSorted(
      (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1),
    )
    this.asked.noteAll(highlights)
    return highlights
  }

  /** The highlight that a piece of evidence rests on. */
  highlightOf({ annotation }: Pick<Evidence, 'annotation'>): Annotation | undefined {
    return annotation === null ? undefined : this.asked.note(annotation, this.#annotations.get(annotation))
  }

  /** Its words as they stand in the version that they were taken from. */
  quoteOf(evidence: Evidence): string | undefined {
    const highlight = this.highlightOf(evidence)
    return highlight && (placeIn(highlight, evidence.version ?? highlight.version) ?? highlight).exact
  }

  /** The words of a passage as blocks: of several lines, as they stand in the text. */
  quoted(annotation: Annotation, exact = annotation.exact): Blockquote {
    const isOfNow = exact === annotation.exact && this.standsNow(annotation)
    const blocks = isOfNow && exact.includes('\n') ? this.#blocksOf(annotation) : []
    return blocks.length === 0 ? quote(exact) : { type: 'blockquote', children: [...blocks] }
  }

  /** The words of a passage in the form that they have in the text: once for its article and for all claims that rest on it. */
  #blocksOf(annotation: Annotation): readonly BlockContent[] {
    const there = this.#blocks.get(annotation.id)
    if (there) return there
    const html = this.textOf(annotation.article)
    // Where other words stand, those that were quoted count.
    const isThere =
      html !== '' && this.#wordsOf(html).slice(annotation.start, annotation.end) === annotation.exact
    const blocks = isThere ? textBlocks(html, annotation) : []
    this.#blocks.set(annotation.id, blocks)
    return blocks
  }

  /** The words of a stored text; those of the last one are kept: an article has many highlights. */
  #wordsOf(html: string): string {
    if (this.#lastRead?.html !== html) this.#lastRead = { html, words: readText(html) }
    return this.#lastRead.words
  }

  /** Whether the place of a highlight is known in the newest version: of others it counts in an older one. */
  standsNow({ article, version, state }: Annotation): boolean {
    const record = this.#article(article)
    const isKnown = state === 'exact' || state === 'moved'
    return record !== undefined && isKnown && version === currentVersion(record).n
  }

  /** The stored text of an article, where it was read; '' else. */
  textOf(id: Id<'article'>): string {
    return this.input.texts.get(id) ?? ''
  }

  /** The tags that have a page: of a part of the notebook those that it carries, with what is above them. */
  get tags(): readonly Tag[] {
    this.#shownTags ??= this.#tagsOfExport()
    return this.#shownTags
  }

  #tagsOfExport(): readonly Tag[] {
    if (this.#isWhole) return this.#tags.standing
    const highlights = this.articles.flatMap((article) => this.highlightsOf(article))
    const used = new Set<Id<'tag'>>()
    for (const { tags } of [...this.articles, ...this.claims, ...this.sources, ...highlights])
      for (const id of tags)
        for (let tag = this.tag(id); tag && !used.has(tag.id);) {
          used.add(tag.id)
          tag = tag.parent === null ? undefined : this.tag(tag.parent)
        }
    return this.#tags.standing.filter(({ id }) => used.has(id))
  }

  /** What a tag stands for: itself, and what was merged into it. */
  tagFamily(tag: Tag): ReadonlySet<Id<'tag'>> {
    return new Set([tag.id, ...this.#tags.mergedInto(tag.id).map(({ id }) => id)])
  }

  /** The same, with the tags below it: what carries one of those carries it, as in the window. */
  tagAndBelow(tag: Tag): ReadonlySet<Id<'tag'>> {
    const found = new Set<Id<'tag'>>()
    const open = [tag]
    for (let one = open.pop(); one; one = open.pop()) {
      if (found.has(one.id)) continue
      const family = this.tagFamily(one)
      for (const id of family) found.add(id)
      open.push(...this.tags.filter(({ parent }) => parent !== null && family.has(parent)))
    }
    return found
  }

  tag(id: Id<'tag'>): Tag | undefined {
    return this.#tags.standingFor(id)
  }

  articleOf(evidence: Pick<Evidence, 'annotation' | 'article'>): Article | undefined {
    const id = evidence.article ?? this.highlightOf(evidence)?.article
    return id === undefined ? undefined : this.#article(id)
  }

  #article(id: Id<'article'>): Article | undefined {
    return this.asked.note(id, this.#articles.get(id))
  }

  /** Any claim of the notebook, exported or not, merged or not. */
  claim(id: Id<'claim'>): Claim | undefined {
    return this.#claims.get(id)
  }

  /** The claims that stand for themselves and are related to this one by their own word. */
  relationsTo(id: Id<'claim'>): readonly (Pick<Relation, 'kind'> & { claim: Claim })[] {
    const pointing = this.#pointing.get(id) ?? []
    for (const { claim } of pointing) this.asked.add(claim.id)
    return pointing
  }

  /** The claims that were merged into an exported one. */
  claimsMergedInto(id: Id<'claim'>): readonly Claim[] {
    return this.#claims.mergedInto(id)
  }

  /** The sources that were merged into an exported one. */
  sourcesMergedInto(id: Id<'source'>): readonly Source[] {
    return this.#sources.mergedInto(id)
  }

  /** The evidence of a claim, and of those that were merged into it. */
  evidenceOf(claim: Claim): Evidence[] {
    this.asked.add(claim.id)
    return [claim, ...this.claimsMergedInto(claim.id)].flatMap(({ evidence }) => evidence)
  }

  /** The exported claims with evidence in this article. */
  claimsOfArticle(id: Id<'article'>): readonly Claim[] {
    return this.asked.noteAll(this.#claimsByArticle.get(id) ?? [])
  }

  /** The exported articles that this outlet published. */
  articlesIn(id: Id<'source'>): readonly Article[] {
    return this.asked.noteAll(this.#articlesByOutlet.get(id) ?? [])
  }

  /** The exported claims with this source in a chain. */
  claimsOfSource(id: Id<'source'>): readonly Claim[] {
    return this.asked.noteAll(this.#claimsBySource.get(id) ?? [])
  }

  /** What was merged is in the file of the one that stands for it. What has a place already keeps it, whatever it is called now. */
  #setPaths(places: ReadonlyMap<RecordId, string>, told: Told): void {
    const names = new FileNames()
    // In the name of what is about one of them, a surname is enough.
    const mayStay = (path: string, ids: readonly RecordId[]): boolean =>
      !this.#takesNamesOut ||
      !this.#confidentialNames.find(path).some(({ isCertain }) => isCertain || ids.some((id) => told.has(id)))
    const records: { folder: string; title: string; ids: RecordId[] }[] = [
      ...this.articles.map(({ id, title }) => ({ folder: 'articles', title, ids: [id] })),
      ...this.claims.map(({ id, statement }) => ({
        folder: 'claims',
        title: statement,
        ids: [id, ...this.claimsMergedInto(id).map((claim) => claim.id)],
      })),
      ...this.sources.map(({ id, name }) => ({
        folder: 'sources',
        title: name,
        ids: [id, ...this.sourcesMergedInto(id).map((source) => source.id)],
      })),
      ...(this.hasTagPages ? this.tags : []).map((tag) => ({
        folder: 'tags',
        title: tag.name,
        ids: [...this.tagFamily(tag)],
      })),
    ]
    const kept = new Map(
      records.flatMap(({ ids }) => {
        const [id] = ids
        const path = id === undefined ? undefined : places.get(id)
        return id === undefined || path === undefined || !mayStay(path, ids) ? [] : [[id, path] as const]
      }),
    )
    for (const path of kept.values()) names.take(path)
    // Of others nothing was read; their files are there all the same.
    for (const path of this.input.written?.paths.values() ?? []) names.take(path)
    for (const { folder, title, ids } of records) {
      const [id] = ids
      if (id === undefined) continue
      const words = mayStay(title, ids) ? title : ''
      const path = kept.get(id) ?? names.pathFor(folder, words, id)
      for (const one of ids) this.#paths.set(one, path)
    }
  }

  #indexClaims(): void {
    for (const claim of this.claims) {
      const evidence = this.evidenceOf(claim)
      for (const { annotation, stance, withdrawn } of evidence)
        if (annotation !== null) append(this.#claimsByHighlight, annotation, { claim, stance, withdrawn })
      const articles = new Set(evidence.flatMap((piece) => this.articleOf(piece)?.id ?? []))
      for (const id of articles) append(this.#claimsByArticle, id, claim)
      const sources = evidence.flatMap(({ chain }) =>
        chain.flatMap((hop) => this.#sources.standingFor(hop.source)?.id ?? []),
      )
      for (const id of new Set(sources)) append(this.#claimsBySource, id, claim)
    }
  }

  #cited(): { cited: readonly Cited[]; keys: ReadonlyMap<Id<'article'>, string> } {
    const cited = this.articles.map((article) => ({
      article,
      authors: this.authorsOf(article),
      outlet: this.outletOf(article),
    }))
    return { cited, keys: citeKeys(cited) }
  }

  #claimIsChosen(claim: Claim): boolean {
    if (this.#isWhole || this.#isNamed(claim)) return true
    if (this.#chosen.articles.size === 0) return false
    return this.evidenceOf(claim).some((evidence) => {
      const article = this.articleOf(evidence)
      return article !== undefined && this.#chosen.articles.has(article.id)
    })
  }

  /** Whether all of the notebook is exported. */
  get #isWhole(): boolean {
    return this.#chosen.articles.size + this.#chosen.claims.size === 0
  }

  /** Whether a claim, or one that was merged into it, was chosen by itself. */
  #isNamed({ id }: Claim): boolean {
    const { claims } = this.#chosen
    return claims.has(id) || this.claimsMergedInto(id).some((merged) => claims.has(merged.id))
  }

  #articleIsChosen(article: Article): boolean {
    if (this.#isWhole || this.#chosen.articles.has(article.id)) return true
    return this.claimsOfArticle(article.id).some((claim) => this.#isNamed(claim))
  }

  /** The confidential sources that wrote an article. */
  #confidentialWriters({ authors, byline }: Article): Id<'source'>[] {
    const named = authors.flatMap((author) => this.#confidentialNames.sourceNamed(author) ?? [])
    if (authors.length > 0) return named
    return this.#confidentialNames.find(byline).flatMap(({ isCertain, source }) => (isCertain ? source : []))
  }

  #usedSources(): Set<Id<'source'>> {
    if (this.#isWhole) return new Set(this.#sources.standing.map(({ id }) => id))
    const ids = [
      ...this.articles.flatMap((article) => article.outlet ?? []),
      // Named ones are not used by that: only what is withheld counts.
      ...this.articles.flatMap((article) => this.#confidentialWriters(article)),
      ...this.claims.flatMap((claim) =>
        this.evidenceOf(claim).flatMap((evidence) => evidence.chain.map((hop) => hop.source)),
      ),
    ]
    return new Set(ids.flatMap((id) => this.#sources.standingFor(id)?.id ?? []))
  }
}

const byId = <T extends { id: RecordId }>(records: T[]): T[] =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

function append<I, T>(map: Map<I, T[]>, id: I, item: T): void {
  const list = map.get(id)
  if (list) list.push(item)
  else map.set(id, [item])
}
