import type { Draft } from '../changes/draft.ts'
import type { Article, ArticleVersion } from '../records/article.ts'
import { fresh, type Id } from '../records/base.ts'
import { foldName } from '../records/fold-name.ts'
import { makeSource } from '../records/source.ts'
import { makeTag } from '../records/tag.ts'
import { highlightsOf } from './imported-notes.ts'
import type { ReadArticle } from './read-articles.ts'

/** What a notebook already knows, asked for by name. */
export interface KnownNames {
  outletNamed: (name: string) => Promise<Id<'source'> | null>
  tagNamed: (name: string) => Promise<Id<'tag'> | null>
}

/**
 * Puts an imported article into a draft, with its outlet and tags (made when they are new).
 * @param version the first version, whose files are stored already
 */
export async function makeArticle(
  draft: Draft,
  read: ReadArticle,
  version: ArticleVersion,
  known: KnownNames,
): Promise<Article> {
  const article = await draft.put('article', {
    ...fresh(draft.at),
    title: read.title,
    byline: read.byline,
    authors: read.authors,
    outlet: read.outlet === null ? null : await outletOf(draft, read.outlet, known),
    urls: read.urls,
    derivedFrom: null,
    dismissed: [],
    published: read.published,
    retrieved: draft.at,
    language: read.language,
    direction: read.direction,
    tags: await tagsOf(draft, read.tags, known),
    reading: 'unread',
    note: read.note ?? '',
    metadataFrom: read.metadataFrom,
    refused: [],
    versions: [version],
  })
  const place = { article: article.id, version: version.n, at: draft.at }
  for (const highlight of highlightsOf(read.notes ?? [], read.text, place))
    await draft.put('annotation', highlight)
  return article
}

async function outletOf(draft: Draft, name: string, known: KnownNames): Promise<Id<'source'>> {
  const id = await known.outletNamed(name)
  return id ?? (await draft.put('source', makeSource(name, 'outlet'))).id
}

/** The ids of these tags; those that are not there yet are made. Spellings of one name are one tag. */
export async function tagsOf(
  draft: Draft,
  names: readonly string[],
  known: Pick<KnownNames, 'tagNamed'>,
): Promise<Id<'tag'>[]> {
  const ids = new Map<string, Id<'tag'>>()
  for (const name of names) {
    const folded = foldName(name)
    if (folded === '' || ids.has(folded)) continue
    ids.set(folded, (await known.tagNamed(name)) ?? (await draft.put('tag', makeTag(name))).id)
  }
  return [...new Set(ids.values())]
}
