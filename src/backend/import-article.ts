import type { ImportedArticle } from '../contract/articles.ts'
import type { ImportInput } from '../core/import/imported.ts'
import { makeArticle, type KnownNames } from '../core/import/make-article.ts'
import type { Article, ArticleVersion } from '../core/records/article.ts'
import { currentVersion, originalExtension } from '../core/records/article.ts'
import { now } from '../core/records/base.ts'
import { sha256 } from '../storage/content-store.ts'
import type { NotebookStore } from '../storage/notebook-store.ts'
import type { TaskThread } from './tasks/task-thread.ts'

/** What the notebook knows by name. */
export function knownNames(store: NotebookStore): KnownNames {
  return {
    outletNamed: (name) => store.model.ask('sourceNamed', name, 'outlet'),
    tagNamed: (name) => store.model.ask('tagNamed', name),
  }
}

/**
 * Brings one article into the notebook: original and text are stored first, then one Change makes the article. The
 * same bytes again answer with the article that is there.
 * @throws Problem
 */
export async function importArticle(
  { store, thread }: { store: NotebookStore; thread: TaskThread },
  input: ImportInput,
): Promise<ImportedArticle> {
  const hash = sha256(input.bytes)
  const there = await store.model.ask('articleWithOriginal', hash)
  if (there !== null) return summary(store, await store.need('article', there), [], true)
  store.assertWritable()
  const read = await thread.run('readArticle', input)
  const extension = originalExtension({ fileName: input.fileName, mediaType: read.mediaType })
  const version: ArticleVersion = {
    n: 1,
    importedAt: now(),
    original: {
      sha256: await store.content.putOriginal(input.bytes, extension),
      mediaType: read.mediaType,
      fileName: input.fileName,
      bytes: input.bytes.length,
    },
    text: {
      sha256: await store.content.putText(read.text.html),
      length: read.text.text.length,
      normaliser: read.text.normaliser,
    },
  }
  const { result } = await store.commit(`Import “${shorten(read.title)}”`, (draft) =>
    makeArticle(draft, read, version, knownNames(store)),
  )
  return summary(store, result, read.warnings, false)
}

export const shorten = (text: string, length = 60): string =>
  text.length <= length ? text : `${text.slice(0, length).trimEnd()}…`

async function summary(
  store: NotebookStore,
  article: Article,
  warnings: string[],
  existing: boolean,
): Promise<ImportedArticle> {
  const outlet = article.outlet === null ? null : await store.get('source', article.outlet)
  return {
    id: article.id,
    title: article.title,
    authors: article.authors,
    outlet: outlet?.name ?? null,
    published: article.published,
    language: article.language,
    characters: currentVersion(article).text.length,
    warnings,
    existing,
  }
}
