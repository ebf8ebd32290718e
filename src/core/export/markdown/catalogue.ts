import type { SourceName } from '../../attribution/chain-sentence.ts'
import { currentRecord } from '../../records/merged.ts'
import type { Annotation } from '../../records/annotation.ts'
import type { Article } from '../../records/article.ts'
import type { Id } from '../../records/base.ts'
import type { Claim } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import type { Tag } from '../../records/tag.ts'
import type { ExportInput } from '../exported.ts'
import { fileName } from './file-names.ts'
import { link, text, type Inline } from './mdast.ts'

type Folder = 'articles' | 'claims' | 'sources'
const withheldName = 'a confidential source'

/** What is exported, under which file names, and how one file points at another. */
export class Catalogue {
  readonly input: ExportInput
  readonly articles: Article[]
  readonly claims: Claim[]
  readonly sources: Source[]
  readonly withheld: number
  readonly annotations = new Map<Id, Annotation>()
  readonly #articles: Map<Id, Article>
  readonly #allClaims: Map<Id, Claim>
  readonly #claimsByArticle = new Map<Id, Claim[]>()
  readonly #claimsBySource = new Map<Id, Claim[]>()
  readonly #paths = new Map<Id, string>()
  readonly #sources = new Map<Id, Source>()
  readonly #tags = new Map<Id, Tag>()

  constructor(input: ExportInput) {
    this.input = input
    this.#articles = new Map(input.articles.map((article) => [article.id, article]))
    this.#allClaims = new Map(input.claims.map((claim) => [claim.id, claim]))
    for (const list of input.annotations.values())
      for (const item of list) this.annotations.set(item.id, item)
    for (const source of input.sources) this.#sources.set(source.id, source)
    for (const tag of input.tags) this.#tags.set(tag.id, tag)
    this.claims = byId(input.claims.filter((claim) => this.#claimIsChosen(claim)))
    this.#indexClaims()
    this.articles = byId(input.articles.filter((article) => this.#articleIsChosen(article)))
    const used = this.#usedSources()
    this.sources = byId(
      input.sources.filter(
        (source) => source.mergedInto === null && !source.confidential && used.has(source.id),
      ),
    )
    this.withheld = input.sources.filter((source) => source.confidential && used.has(source.id)).length
    for (const article of this.articles)
      this.#paths.set(article.id, `articles/${fileName(article.title, article.id)}`)
    for (const claim of this.claims)
      this.#paths.set(claim.id, `claims/${fileName(claim.statement, claim.id)}`)
    for (const source of this.sources)
      this.#paths.set(source.id, `sources/${fileName(source.name, source.id)}`)
  }

  pathOf(id: Id): string | undefined {
    return this.#paths.get(id)
  }

  /** A relative link from a file in `folder` (or from the top), or plain text when the target is not exported. */
  linkTo(label: string, id: Id | null, folder: Folder | ''): Inline {
    const path = id === null ? undefined : this.#paths.get(id)
    return path === undefined ? text(label) : link(label, folder === '' ? path : `../${path}`)
  }

  /** The source that stands for this one after merges; a confidential one loses its name. */
  source(id: Id): SourceName | undefined {
    const source = this.#resolve(id)
    return source?.confidential ? { ...source, name: withheldName, kind: 'anonymous' } : source
  }

  sourceRecord(id: Id): Source | undefined {
    const source = this.#resolve(id)
    return source?.confidential ? undefined : source
  }

  tagNames(ids: readonly Id[]): string[] {
    const names = ids.flatMap((id) => currentRecord(id, (tag) => this.#tags.get(tag))?.name ?? [])
    return [...new Set(names)].sort()
  }

  articleOf(evidence: { annotation: Id | null; article: Id | null }): Article | undefined {
    const id =
      evidence.article ??
      (evidence.annotation === null ? null : this.annotations.get(evidence.annotation)?.article)
    return id === null || id === undefined ? undefined : this.#articles.get(id)
  }

  /** Any claim of the notebook, exported or not. */
  claim(id: Id): Claim | undefined {
    return this.#allClaims.get(id)
  }

  /** The exported claims with evidence in this article. */
  claimsOfArticle(id: Id): readonly Claim[] {
    return this.#claimsByArticle.get(id) ?? []
  }

  /** The exported claims with this source in a chain. */
  claimsOfSource(id: Id): readonly Claim[] {
    return this.#claimsBySource.get(id) ?? []
  }

  #indexClaims(): void {
    for (const claim of this.claims) {
      const articles = new Set(claim.evidence.flatMap((evidence) => this.articleOf(evidence)?.id ?? []))
      for (const id of articles) append(this.#claimsByArticle, id, claim)
      const sources = claim.evidence.flatMap((evidence) =>
        evidence.chain.map((hop) => this.#resolve(hop.source)?.id),
      )
      for (const id of new Set(sources)) if (id !== undefined) append(this.#claimsBySource, id, claim)
    }
  }

  #resolve(id: Id): Source | undefined {
    return currentRecord(id, (source) => this.#sources.get(source))
  }

  #claimIsChosen(claim: Claim): boolean {
    const { articles, claims } = this.input.chosen
    if (articles.length + claims.length === 0 || claims.includes(claim.id)) return true
    return claim.evidence.some((evidence) => {
      const article = this.articleOf(evidence)
      return article !== undefined && articles.includes(article.id)
    })
  }

  #articleIsChosen(article: Article): boolean {
    const { articles, claims } = this.input.chosen
    if (articles.length + claims.length === 0 || articles.includes(article.id)) return true
    return this.claimsOfArticle(article.id).some((claim) => claims.includes(claim.id))
  }

  #usedSources(): Set<Id> {
    const { articles, claims } = this.input.chosen
    if (articles.length + claims.length === 0) return new Set(this.#sources.keys())
    const ids = [
      ...this.articles.flatMap((article) => article.outlet ?? []),
      ...this.claims.flatMap((claim) =>
        claim.evidence.flatMap((evidence) => evidence.chain.map((hop) => hop.source)),
      ),
    ]
    return new Set(ids.flatMap((id) => this.#resolve(id)?.id ?? []))
  }
}

const byId = <T extends { id: Id }>(records: T[]): T[] => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

function append<T>(map: Map<Id, T[]>, id: Id, item: T): void {
  const list = map.get(id)
  if (list) list.push(item)
  else map.set(id, [item])
}
