import { chainText } from '../../attribution/chain-sentence.ts'
import type { Article } from '../../records/article.ts'
import { stances, type Claim, type Evidence } from '../../records/claim.ts'
import type { Source } from '../../records/source.ts'
import { said } from '../../words/say.ts'
import type { Catalogue } from '../markdown/catalogue.ts'
import { figureOf, openSentences } from '../markdown/claim-file.ts'
import { byOrigin, countOf, verdictOf, whyOf } from '../markdown/verdict.ts'

/** What a template can say of a claim; documented in docs/templates.md, as are the others. */
export const claimModel = (catalogue: Catalogue, claim: Claim): object => {
  const origins = catalogue.originsOf(claim.id)
  const [supports, disputes] = [countOf(origins?.supports), countOf(origins?.disputes)]
  const evidence = catalogue.evidenceOf(claim)
  return {
    id: claim.id,
    path: catalogue.pathOf(claim.id) ?? null,
    statement: claim.statement,
    kind: claim.kind,
    status: claim.status,
    note: claim.note,
    tags: catalogue.tagNames(claim.tags),
    verdict: verdictOf(catalogue, claim),
    why: whyOf(catalogue, claim),
    origins_for: supports.most,
    origins_for_at_least: supports.least,
    origins_against: disputes.most,
    origins_against_at_least: disputes.least,
    credibility: catalogue.speak(said(`terms.credibilities.${claim.credibility.grade}`)),
    credibility_reason: claim.credibility.reason,
    event: claim.event,
    said: claim.utterance,
    published: claim.publication,
    event_words: catalogue.date(claim.event),
    figure: figureOf(catalogue, claim.quantity),
    accused: claim.accused.map((id) => catalogue.nameOf(id)),
    open: openSentences(catalogue, claim),
    origins: stances.flatMap((stance) =>
      byOrigin(catalogue, claim, stance, evidence).map(({ name, pieces }) => ({
        stance,
        name,
        counts: name !== null,
        evidence: pieces.map((piece) => evidenceModel(catalogue, piece)),
      })),
    ),
    related: claim.relations.flatMap(({ kind, claim: id }) => {
      const other = catalogue.claim(id)
      return other
        ? [{ relation: kind, statement: other.statement, verdict: verdictOf(catalogue, other) }]
        : []
    }),
  }
}

function evidenceModel(catalogue: Catalogue, piece: Evidence): object {
  const article = catalogue.articleOf(piece)
  const quote = catalogue.quoteOf(piece) ?? null
  const page = catalogue.highlightOf(piece)?.page ?? null
  return {
    stance: piece.stance,
    note: piece.note,
    quote,
    page,
    chain: chainText(piece.chain, (id) => catalogue.source(id), catalogue.language),
    words: piece.chain.map(({ words }) => words).filter((words) => words !== ''),
    sources: piece.chain.map(({ source }) => catalogue.nameOf(source)),
    withdrawn: piece.withdrawn?.as ?? null,
    article: article ? articleFacts(catalogue, article) : null,
  }
}

const articleFacts = (catalogue: Catalogue, article: Article): object => ({
  id: article.id,
  path: catalogue.pathOf(article.id) ?? null,
  title: article.title,
  authors: catalogue.authorsOf(article),
  outlet: catalogue.outletOf(article),
  published: article.published,
  published_words: catalogue.date(article.published),
  address: article.urls[0] ?? null,
  language: article.language,
})

export const articleModel = (catalogue: Catalogue, article: Article): object => ({
  ...articleFacts(catalogue, article),
  note: article.note,
  reading: article.reading,
  tags: catalogue.tagNames(article.tags),
  versions: article.versions.length,
  highlights: catalogue.highlightsOf(article).map((one) => ({
    id: one.id,
    quote: one.exact,
    note: one.note,
    page: one.page,
    state: one.state,
    tags: catalogue.tagNames(one.tags),
    claims: catalogue
      .claimsOfHighlight(one.id)
      .map(({ claim, stance }) => ({ stance, statement: claim.statement })),
  })),
})

export const sourceModel = (catalogue: Catalogue, source: Source): object => ({
  id: source.id,
  path: catalogue.pathOf(source.id) ?? null,
  name: source.name,
  kind: source.kind,
  role: source.role,
  affiliation: source.affiliation,
  note: source.note,
  access: source.access,
  not_named_because: source.anonymityReason,
  people: source.people,
  aliases: source.aliases.map(({ name }) => name),
  reliability: catalogue.speak(said(`terms.reliabilities.${source.reliability.grade}`)),
  reliability_reason: source.reliability.reason,
  tags: catalogue.tagNames(source.tags),
  claims: catalogue.claimsOfSource(source.id).map(({ statement }) => statement),
})
