import { problem } from '../../core/problem.ts'
import type { Article } from '../../core/records/article.ts'
import { readText } from '../../core/text/read-text.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** The texts that were asked for last; they were compared with their checksums when they were read, and never change. */
const lastTexts = new WeakMap<NotebookStore, Map<string, string>>()
const remembered = 2

/**
 * The text of record of a version.
 * @throws Problem `not-found`
 */
export async function textOfVersion(store: NotebookStore, article: Article, n: number): Promise<string> {
  const { sha256 } = versionOf(article, n).text
  const last = lastTexts.get(store) ?? new Map<string, string>()
  lastTexts.set(store, last)
  const text = last.get(sha256) ?? readText(await store.content.text(sha256))
  last.delete(sha256)
  last.set(sha256, text)
  for (const oldest of [...last.keys()].slice(0, Math.max(0, last.size - remembered))) last.delete(oldest)
  return text
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
