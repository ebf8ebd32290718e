import { ConfidentialNames } from '../../confidential/confidential-names.ts'
import { confidentialSources } from '../../confidential/confidential-sources.ts'
import { descriptor } from '../../confidential/withhold.ts'
import type { RootContent } from 'mdast'
import type { NameOfSource } from '../../attribution/chain-sentence.ts'
import type { Annotation } from '../../records/annotation.ts'
import type { Article } from '../../records/article.ts'
import type { Id, RecordId } from '../../records/base.ts'
import type { Claim, Evidence } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import type { Tag } from '../../records/tag.ts'
import type { ExportInput, ExportRequest } from '../exporter.ts'
import { Families } from './families.ts'
import { fileName } from './file-names.ts'
import type { Language } from '../../words/language.ts'
import { said, speak, type Said, type SentenceKey, type ValuesAfter } from '../../words/say.ts'
import { inertMarkdown } from './inert.ts'
import { liveNotes } from './live-notes.ts'
import { link, raw, text, type Inline } from './mdast.ts'

type Folder = 'articles' | 'claims' | 'sources'

/** What is exported, under which file names, and how one file points at another. */
export class Catalogue {
  readonly input: ExportInput
  readonly language: Language = 'en'
  readonly articles: Article[]
  readonly claims: Claim[]
  readonly sources: Source[]
  readonly withheld: number
  readonly annotations = new Map<Id<'annotation'>, Annotation>()
  readonly #articles: Map<Id<'article'>, Article>
  readonly #claims: Families<Claim>
  readonly #claimsByArticle = new Map<Id<'article'>, Claim[]>()
  readonly #claimsBySource = new Map<Id<'source'>, Claim[]>()
  readonly #paths = new Map<RecordId, string>()
  readonly #sources: Families<Source>
  /** The sources that are confidential, or stand for one that is. */
  readonly #confidential: ReadonlySet<Id<'source'>>
  readonly #confidentialNames: ConfidentialNames
  readonly #tags: Families<Tag>

  readonly hasLiveNotes: boolean
  readonly #takesNamesOut: boolean

  constructor(input: ExportInput, { options = [], takesNamesOut = false }: ExportRequest = {}) {
    this.input = input
    this.hasLiveNotes = options.includes(liveNotes)
    this.#takesNamesOut = takesNamesOut
    this.#articles = new Map(input.articles.map((article) => [article.id, article]))
    this.#claims = new Families(input.claims)
    this.#sources = new Families(input.sources)
    this.#tags = new Families(input.tags)
    for (const list of input.annotations.values())
      for (const item of list) this.annotations.set(item.id, item)
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
    this.#setPaths()
  }

  /** A sentence in the language of the export. */
  say<K extends SentenceKey>(key: K, ...values: ValuesAfter<K>): string {
    return this.speak(said(key, ...values))
  }

  speak(sentence: Said): string {
    return speak(sentence, this.language)
  }

  pathOf(id: RecordId): string | undefined {
    return this.#paths.get(id)
  }

  /** A relative link from a file in `folder` (or from the top), or plain text when the target is not exported. */
  linkTo(label: string, id: RecordId | null, folder: Folder | ''): Inline {
    const path = id === null ? undefined : this.#paths.get(id)
    return path === undefined ? text(label) : link(label, folder === '' ? path : `../${path}`)
  }

  /** The source that stands for this one after merges; a confidential one loses its name. */
  source(id: Id<'source'>): NameOfSource | undefined {
    const source = this.#sources.standingFor(id)
    return source && this.#confidential.has(source.id)
      ? { id: source.id, name: descriptor, kind: 'anonymous' }
      : source
  }

  sourceRecord(id: Id<'source'>): Source | undefined {
    const source = this.#sources.standingFor(id)
    return source && this.#confidential.has(source.id) ? undefined : source
  }

  /** The authors of an article; those that are a confidential source lose their name. */
  authorsOf({ authors }: Article): string[] {
    return authors.map((author) =>
      this.#confidentialNames.sourceNamed(author) === undefined ? author : descriptor,
    )
  }

  /** The line that says who wrote an article; withheld where a confidential source is named in it. */
  bylineOf({ byline }: Article): string {
    return this.#confidentialNames.isIn(byline) ? descriptor : byline
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

  articleOf(evidence: {
    annotation: Id<'annotation'> | null
    article: Id<'article'> | null
  }): Article | undefined {
    const id =
      evidence.article ??
      (evidence.annotation === null ? null : this.annotations.get(evidence.annotation)?.article)
    return id === null || id === undefined ? undefined : this.#articles.get(id)
  }

  /** Any claim of the notebook, exported or not, merged or not. */
  claim(id: Id<'claim'>): Claim | undefined {
    return this.#claims.get(id)
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
    return [claim, ...this.claimsMergedInto(claim.id)].flatMap(({ evidence }) => evidence)
  }

  /** The exported claims with evidence in this article. */
  claimsOfArticle(id: Id<'article'>): readonly Claim[] {
    return this.#claimsByArticle.get(id) ?? []
  }

  /** The exported claims with this source in a chain. */
  claimsOfSource(id: Id<'source'>): readonly Claim[] {
    return this.#claimsBySource.get(id) ?? []
  }

  /** What was merged is in the file of the one that stands for it. */
  #setPaths(): void {
    for (const { id, title } of this.articles) this.#paths.set(id, `articles/${this.#fileName(title, id)}`)
    for (const { id, statement } of this.claims) {
      const path = `claims/${this.#fileName(statement, id)}`
      for (const one of [id, ...this.claimsMergedInto(id).map((claim) => claim.id)])
        this.#paths.set(one, path)
    }
    for (const { id, name } of this.sources) {
      const path = `sources/${this.#fileName(name, id)}`
      for (const one of [id, ...this.sourcesMergedInto(id).map((source) => source.id)])
        this.#paths.set(one, path)
    }
  }

  /** In the name of a file words stand closer together than in its title. */
  #fileName(title: string, id: RecordId): string {
    const name = fileName(title, id)
    return this.#takesNamesOut && this.#confidentialNames.isIn(name) ? fileName('', id) : name
  }

  #indexClaims(): void {
    for (const claim of this.claims) {
      const evidence = this.evidenceOf(claim)
      const articles = new Set(evidence.flatMap((piece) => this.articleOf(piece)?.id ?? []))
      for (const id of articles) append(this.#claimsByArticle, id, claim)
      const sources = evidence.flatMap(({ chain }) =>
        chain.flatMap((hop) => this.#sources.standingFor(hop.source)?.id ?? []),
      )
      for (const id of new Set(sources)) append(this.#claimsBySource, id, claim)
    }
  }

  #claimIsChosen(claim: Claim): boolean {
    const { articles, claims } = this.input.chosen
    if (articles.length + claims.length === 0 || this.#isNamed(claim)) return true
    return this.evidenceOf(claim).some((evidence) => {
      const article = this.articleOf(evidence)
      return article !== undefined && articles.includes(article.id)
    })
  }

  /** Whether a claim, or one that was merged into it, was chosen by itself. */
  #isNamed({ id }: Claim): boolean {
    const { claims } = this.input.chosen
    return claims.includes(id) || this.claimsMergedInto(id).some((merged) => claims.includes(merged.id))
  }

  #articleIsChosen(article: Article): boolean {
    const { articles, claims } = this.input.chosen
    if (articles.length + claims.length === 0 || articles.includes(article.id)) return true
    return this.claimsOfArticle(article.id).some((claim) => this.#isNamed(claim))
  }

  /** The confidential sources that wrote an article. */
  #confidentialWriters({ authors, byline }: Article): Id<'source'>[] {
    const named = authors.flatMap((author) => this.#confidentialNames.sourceNamed(author) ?? [])
    if (authors.length > 0) return named
    return this.#confidentialNames.find(byline).flatMap(({ isCertain, source }) => (isCertain ? source : []))
  }

  #usedSources(): Set<Id<'source'>> {
    const { articles, claims } = this.input.chosen
    if (articles.length + claims.length === 0) return new Set(this.#sources.standing.map(({ id }) => id))
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
