import { problem } from '../../core/problem.ts'
import { originalExtension, type Article } from '../../core/records/article.ts'
import { markedPlaces, pageAmong, pageMark, type MarkedPlace } from '../../core/text/marked-places.ts'
import { readText } from '../../core/text/read-text.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** The texts that were asked for last; they were compared with their checksums when they were read, and never change. */
const lastTexts = new WeakMap<NotebookStore, Map<string, { text: string; pages: MarkedPlace[] }>>()
const remembered = 2

/**
 * The text of record of a version.
 * @throws Problem `not-found`
 */
export async function textOfVersion(store: NotebookStore, article: Article, n: number): Promise<string> {
  return (await readVersion(store, article, n)).text
}

/**
 * What the page of a version is called that a place stands on; null where the document has no pages.
 * @throws Problem `not-found`
 */
export async function pageOfVersion(
  store: NotebookStore,
  article: Article,
  n: number,
  start: number,
): Promise<string | null> {
  return pageAmong((await readVersion(store, article, n)).pages, start)
}

async function readVersion(
  store: NotebookStore,
  article: Article,
  n: number,
): Promise<{ text: string; pages: MarkedPlace[] }> {
  const { sha256 } = versionOf(article, n).text
  const last = lastTexts.get(store) ?? new Map<string, { text: string; pages: MarkedPlace[] }>()
  lastTexts.set(store, last)
  const read = last.get(sha256) ?? inHtml(await store.content.text(sha256))
  last.delete(sha256)
  last.set(sha256, read)
  for (const oldest of [...last.keys()].slice(0, Math.max(0, last.size - remembered))) last.delete(oldest)
  return read
}

const inHtml = (html: string): { text: string; pages: MarkedPlace[] } => ({
  text: readText(html),
  pages: markedPlaces(html, pageMark),
})

/** The file that a version was read from. @throws Problem `not-found` when it is not there any more */
export async function originalOf(store: NotebookStore, article: Article, n: number): Promise<Uint8Array> {
  const { original } = versionOf(article, n)
  const bytes = await store.content.original(original.sha256, originalExtension(original))
  if (bytes === null) throw problem('not-found', 'noOriginal', { name: original.fileName })
  return new Uint8Array(bytes)
}

/** @throws Problem `not-found` */
export function versionOf(article: Article, n: number): Article['versions'][number] {
  const version = article.versions.find((candidate) => candidate.n === n)
  if (version) return version
  throw problem('not-found', 'noSuchVersion', {
    title: article.title,
    version: n,
    newest: article.versions.length,
  })
}
