import { said } from '../../core/words/say.ts'
import { describe } from '../../core/anchoring/describe.ts'
import { findQuote } from '../../core/anchoring/quote.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { makeAnnotation } from '../../core/records/annotation.ts'
import { currentVersion } from '../../core/records/article.ts'
import { newId, type Id } from '../../core/records/base.ts'
import type { RecordKind } from '../../core/records/kinds.ts'
import type { Evidence } from '../../core/records/claim.ts'
import { makeClaim, makeEvidence } from '../../core/records/claim.ts'
import { makeSource } from '../../core/records/source.ts'
import { makeTag } from '../../core/records/tag.ts'
import { readText } from '../../core/text/read-text.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { beginReading } from '../editing/begin-reading.ts'
import { importArticle, knownNames } from '../import/import-article.ts'
import { sampleArticles } from './articles.ts'
import { claims, highlights, sources, tags } from './plan.ts'

export const sampleTitle = 'Sample: The Lorne talks'
export const sampleFolder = 'Sample notebook'

/** Fills a new notebook with the sample: articles, then highlights, sources, tags and claims in one Change. */
export async function makeSample(store: NotebookStore, thread: TaskThread): Promise<void> {
  const articles = new Map<string, Id<'article'>>()
  for (const { key, fileName, html } of sampleArticles) {
    const { id } = await importArticle({ store, thread }, { bytes: new TextEncoder().encode(html), fileName })
    articles.set(key, id)
  }
  await store.commit(said('history.addSample'), async (draft) => {
    const names = new Names(articles)
    await putTags(draft, names)
    await putHighlights(store, draft, names)
    await putSources(store, draft, names)
    await putClaims(draft, names)
  })
}

/** The ids behind the names that the plan uses. */
class Names {
  readonly tags = new Map<string, Id<'tag'>>()
  readonly highlights = new Map<string, Id<'annotation'>>()
  readonly sources = new Map<string, Id<'source'>>()
  readonly claims = new Map<string, Id<'claim'>>(claims.map(({ key }) => [key, newId()]))
  readonly articles: Map<string, Id<'article'>>

  constructor(articles: Map<string, Id<'article'>>) {
    this.articles = articles
  }

  /** @throws Error for a name that the plan does not define */
  static of<K extends RecordKind>(map: Map<string, Id<K>>, name: string): Id<K> {
    const id = map.get(name)
    if (id === undefined) throw new Error(`the sample has no “${name}”`)
    return id
  }
}

async function putTags(draft: Draft, names: Names): Promise<void> {
  for (const { name, parent, ...more } of tags) {
    const above = parent === undefined ? null : Names.of(names.tags, parent)
    const tag = await draft.put('tag', makeTag(name, { ...more, parent: above }))
    names.tags.set(name, tag.id)
  }
}

async function putHighlights(store: NotebookStore, draft: Draft, names: Names): Promise<void> {
  for (const { key, article, quote, style, note, tags: tagNames } of highlights) {
    const id = Names.of(names.articles, article)
    const version = currentVersion(await draft.need('article', id))
    const text = readText(await store.content.text(version.text.sha256))
    const [span] = findQuote(text, quote)
    if (!span) throw new Error(`“${quote}” does not stand in the article “${article}” of the sample`)
    const place = describe(text, span.start, span.end)
    const annotation = await draft.put(
      'annotation',
      makeAnnotation(
        { article: id, version: version.n, ...place },
        { style, note: note ?? '', tags: tagNames.map((name) => Names.of(names.tags, name)) },
        draft.at,
      ),
    )
    names.highlights.set(key, annotation.id)
    await beginReading(draft, id)
  }
}

async function putSources(store: NotebookStore, draft: Draft, names: Names): Promise<void> {
  for (const { name, kind, more, aliases = [] } of sources) {
    // The Council published an article of its own, so import has made it already, as an outlet.
    const there = await knownNames(store).outletNamed(name)
    const spellings = aliases.map((alias) => ({
      name: alias.name,
      annotation: alias.quote === undefined ? null : Names.of(names.highlights, alias.quote),
    }))
    const source =
      there === null
        ? await draft.put('source', makeSource(name, kind, { ...more, aliases: spellings }))
        : await draft.patch('source', there, { ...more, kind, aliases: spellings })
    names.sources.set(name, source.id)
  }
  for (const outlet of ['The Harbour Post', 'Isles Today', 'Lorne Gazette', 'The Strait Review']) {
    const id = await knownNames(store).outletNamed(outlet)
    if (id !== null) names.sources.set(outlet, id)
  }
  for (const { name, relayer } of sources)
    if (relayer !== undefined)
      await draft.patch('source', Names.of(names.sources, name), {
        relayer: Names.of(names.sources, relayer),
      })
}

async function putClaims(draft: Draft, names: Names): Promise<void> {
  for (const plan of claims) {
    const { key, statement, tags: tagNames, more, evidence, relations = [], accused = [] } = plan
    await draft.put(
      'claim',
      makeClaim(statement, {
        ...more,
        id: Names.of(names.claims, key),
        tags: tagNames.map((name) => Names.of(names.tags, name)),
        evidence: evidence.map((piece) => toEvidence(piece, names)),
        relations: relations.map(({ kind, claim }) => ({ kind, claim: Names.of(names.claims, claim) })),
        accused: accused.map((name) => Names.of(names.sources, name)),
        mergedInto: plan.mergedInto === undefined ? null : Names.of(names.claims, plan.mergedInto),
        dismissed: (plan.dismissed ?? []).map((one) => ({ ...one, about: null, at: draft.at })),
      }),
    )
  }
}

function toEvidence(
  { highlight, article, stance, chain, note }: (typeof claims)[number]['evidence'][number],
  names: Names,
): Evidence {
  return makeEvidence({
    annotation: highlight === undefined ? null : Names.of(names.highlights, highlight),
    article: article === undefined ? null : Names.of(names.articles, article),
    version: highlight === undefined && article === undefined ? null : 1,
    stance,
    note: note ?? '',
    chain: chain.map((hop, index) => ({
      source: Names.of(names.sources, hop.source),
      mode: hop.mode ?? (index === 0 ? 'says' : 'reports'),
      verbatim: hop.verbatim ?? false,
      groundRule: hop.groundRule ?? (index === 0 ? 'unknown' : 'on-record'),
      words: hop.words ?? '',
    })),
  })
}
