import { describe } from '../../src/core/anchoring/describe.ts'
import { highlightStyles, type Annotation } from '../../src/core/records/annotation.ts'
import type { Article } from '../../src/core/records/article.ts'
import { asId, type fresh, type Id } from '../../src/core/records/base.ts'
import type { RecordKind } from '../../src/core/records/kinds.ts'
import { claimKinds, claimStatuses, stances, type Claim } from '../../src/core/records/claim.ts'
import { makeClaim } from '../../src/core/records/claim.ts'
import { makeSource } from '../../src/core/records/source.ts'
import { makeTag } from '../../src/core/records/tag.ts'
import { sourceKinds } from '../../src/core/records/source.ts'
import { tagColours } from '../../src/core/records/tag.ts'
import { makeTextOfRecord } from '../../src/core/text/text-of-record.ts'
import { NotebookStore } from '../../src/storage/notebook-store.ts'
import type { Random } from './random.ts'
import { Vocabulary } from './vocabulary.ts'

export interface Size {
  articles: number
  highlights: number
  claims: number
  evidence: number
  sources: number
  tags: number
}

/** The proportions of a large notebook of ten thousand articles. */
export const sizeFor = (articles: number): Size => ({
  articles,
  highlights: articles * 10,
  claims: articles,
  evidence: articles * 3,
  sources: Math.max(5, Math.ceil(articles / 5)),
  tags: Math.max(5, Math.ceil(articles / 20)),
})

const firstDay = Date.UTC(2030, 0, 1)
const hour = 3_600_000
const batch = 100

interface Made {
  sources: Id<'source'>[]
  outlets: Id<'source'>[]
  tags: Id<'tag'>[]
  annotations: { id: Id<'annotation'>; article: Id<'article'> }[]
}

/** Writes a notebook that looks like years of work; the same seed makes the same one, but for the change log's times. */
export async function makeNotebook(
  folder: string,
  size: Size,
  random: Random,
  tell: (done: number) => void,
): Promise<void> {
  const store = await NotebookStore.create(folder, `Generated, ${size.articles} articles`)
  const words = new Vocabulary(random)
  const made: Made = { sources: [], outlets: [], tags: [], annotations: [] }
  try {
    await putTagsAndSources(store, size, random, words, made)
    for (let at = 0; at < size.articles; at += batch) {
      await putArticles(store, at, Math.min(batch, size.articles - at), size, random, words, made)
      tell(Math.min(at + batch, size.articles))
    }
    for (let at = 0; at < size.claims; at += batch) {
      await putClaims(store, Math.min(batch, size.claims - at), size, random, words, made)
    }
  } finally {
    await store.close()
  }
}

const stamp = <K extends RecordKind>(random: Random, n: number): ReturnType<typeof fresh<K>> => {
  const time = firstDay + n * hour
  const at = new Date(time).toISOString()
  return { id: asId(random.id(time)), created: at, modified: at }
}

async function putTagsAndSources(
  store: NotebookStore,
  size: Size,
  random: Random,
  words: Vocabulary,
  made: Made,
): Promise<void> {
  await store.commit('Generate tags and sources', async (draft) => {
    for (let n = 0; n < size.tags; n += 1) {
      const parent = n > 10 && random.next() < 0.5 ? random.pick(made.tags) : null
      const tag = makeTag(`${words.name()} ${n}`, {
        ...stamp(random, n),
        parent,
        colour: random.pick(tagColours),
      })
      made.tags.push((await draft.put('tag', tag)).id)
    }
    for (let n = 0; n < size.sources; n += 1) {
      const kind = n % 10 === 0 ? 'outlet' : random.pick(sourceKinds)
      const source = await draft.put(
        'source',
        makeSource(`${words.name()} ${words.name()} ${n}`, kind, stamp(random, n)),
      )
      made.sources.push(source.id)
      if (kind === 'outlet') made.outlets.push(source.id)
    }
  })
}

async function putArticles(
  store: NotebookStore,
  from: number,
  count: number,
  size: Size,
  random: Random,
  words: Vocabulary,
  made: Made,
): Promise<void> {
  const prepared = await Promise.all(
    Array.from({ length: count }, async (_, n) => makeArticle(store, from + n, random, words, made)),
  )
  await store.commit('Generate articles', async (draft) => {
    for (const { article, text } of prepared) {
      await draft.put('article', article)
      for (let n = 0; n < size.highlights / size.articles; n += 1) {
        const annotation = makeAnnotation(article, text, random, made)
        await draft.put('annotation', annotation)
        made.annotations.push({ id: annotation.id, article: article.id })
      }
    }
  })
}

async function makeArticle(
  store: NotebookStore,
  n: number,
  random: Random,
  words: Vocabulary,
  made: Made,
): Promise<{ article: Article; text: string }> {
  const title = words.sentence(8).replace(/\.$/, '')
  const author = `${words.name()} ${words.name()}`
  const paragraphs = Array.from({ length: 18 }, () => `<p>${words.paragraph(55)}</p>`)
  const own = stamp<'article'>(random, n)
  const outlet = random.pick(made.outlets)
  const tags = random.next() < 0.5 ? [random.pick(made.tags)] : []
  const { html, text, normaliser } = makeTextOfRecord(paragraphs.join('\n'))
  const sha256 = await store.content.putText(html)
  const original = await store.content.putOriginal(new TextEncoder().encode(text), 'txt')
  const article: Article = {
    ...own,
    title,
    byline: author,
    authors: [author],
    outlet,
    urls: [`https://example.org/${n}`],
    published: own.created.slice(0, 10),
    retrieved: own.created,
    language: 'en',
    direction: 'ltr',
    tags,
    reading: random.pick(['unread', 'reading', 'read'] as const),
    note: '',
    metadataFrom: {},
    refused: [],
    derivedFrom: null,
    dismissed: [],
    versions: [
      {
        n: 1,
        importedAt: own.created,
        original: { sha256: original, mediaType: 'text/plain', fileName: `${n}.txt`, bytes: text.length },
        copy: null,
        text: { sha256, length: text.length, normaliser },
      },
    ],
  }
  return { article, text }
}

/** Some of a list; those at its start are taken more often than others, as people do. */
const oftenOf = <T>(random: Random, list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, () => list.at(random.zipf(list.length))).filter((one) => one !== undefined)

function makeAnnotation(article: Article, text: string, random: Random, made: Made): Annotation {
  const start = random.below(text.length - 200)
  return {
    ...stamp(random, made.annotations.length % 50_000),
    article: article.id,
    version: 1,
    ...describe(text, start, start + 20 + random.below(150)),
    earlier: [],
    proposal: null,
    page: null,
    state: 'exact',
    style: random.pick(highlightStyles),
    note: random.next() < 0.2 ? 'Check this.' : '',
    tags: random.next() < 0.4 ? oftenOf(random, made.tags, 1) : [],
  }
}

async function putClaims(
  store: NotebookStore,
  count: number,
  size: Size,
  random: Random,
  words: Vocabulary,
  made: Made,
): Promise<void> {
  await store.commit('Generate claims', async (draft) => {
    for (let n = 0; n < count; n += 1) await draft.put('claim', claimOf(size, n, random, words, made))
  })
}

function claimOf(size: Size, n: number, random: Random, words: Vocabulary, made: Made): Claim {
  const evidence = Array.from({ length: size.evidence / size.claims }, () => ({
    id: asId<'evidence'>(random.id(firstDay + n)),
    annotation: random.pick(made.annotations).id,
    article: null,
    version: 1,
    stance: random.pick(stances),
    note: '',
    withdrawn: null,
    chain: oftenOf(random, made.sources, 1 + random.below(3)).map((source, position) => ({
      source,
      mode: position === 0 ? ('says' as const) : ('reports' as const),
      verbatim: false,
      groundRule: 'unknown' as const,
      words: '',
    })),
  }))
  return makeClaim(words.sentence(14), {
    ...stamp(random, random.below(30_000)),
    kind: random.pick(claimKinds),
    status: random.pick(claimStatuses),
    event: `203${random.below(5)}-0${1 + random.below(9)}`,
    tags: oftenOf(random, made.tags, 1),
    evidence,
  })
}
