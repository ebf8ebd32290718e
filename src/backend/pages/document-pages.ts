import * as z from 'zod'
import { problem } from '../../core/problem.ts'
import { pdf } from '../../core/import/pdf/pdf.ts'
import type { PlacedPage } from '../../core/import/pdf/page-places.ts'
import type { Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { Importing } from '../import/importing.ts'
import { keepInCache, readFromCache } from '../statements/own-cache.ts'
import { originalOf, textOfVersion, versionOf } from '../versions/version-text.ts'

const Line = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  top: z.int(),
  bottom: z.int(),
  edges: z.array(z.int()),
})
const Kept = z.object({
  made: z.string(),
  pages: z.array(
    z.object({ label: z.string(), width: z.number(), height: z.number(), lines: z.array(Line) }),
  ),
})

/** Raised when lines are placed otherwise. */
const placing = 1

/** Those that were looked at last: every page that comes into view is asked for by itself. */
const last = new WeakMap<NotebookStore, { made: string; pages: PlacedPage[] }>()
/** What is on its way: all of the pages that come into view at once wait for the same. */
const underWay = new WeakMap<NotebookStore, Map<string, Promise<PlacedPage[]>>>()

/**
 * The pages of a version that was read from a PDF, each with the lines of the text that stand on it. They are found in a thread, and
 * kept in the cache by the file and the text; the cache is safe to delete.
 * @throws Problem `unsupported` for a version that has no pages, `not-found` when its original is not there any more
 */
export async function pagesOf(app: Importing, id: Id<'article'>, n: number): Promise<PlacedPage[]> {
  const { store } = app
  const article = await store.need('article', id)
  const { original, text } = versionOf(article, n)
  if (!pdf.mediaTypes.includes(original.mediaType))
    throw problem('unsupported', 'noPages', { title: article.title })
  const made = `${placing} ${original.sha256} ${text.sha256}`
  const there = last.get(store)
  if (there?.made === made) return there.pages
  const running = underWay.get(store) ?? new Map<string, Promise<PlacedPage[]>>()
  underWay.set(store, running)
  const mine = running.get(made) ?? place(app, article, n, made).finally(() => running.delete(made))
  running.set(made, mine)
  return mine
}

async function place(
  { store, thread }: Importing,
  article: Article,
  n: number,
  made: string,
): Promise<PlacedPage[]> {
  const name = `.cache/pages-${article.id}.json`
  const kept = await readFromCache(store, name, Kept)
  const text = await textOfVersion(store, article, n)
  const isOfText = kept?.pages.every(({ lines }) => lines.every(({ end }) => end <= text.length)) === true
  if (kept?.made === made && isOfText) {
    last.set(store, kept)
    return kept.pages
  }
  const bytes = await originalOf(store, article, n)
  const pages = await thread.run('placePages', { bytes, text }, {})
  last.set(store, { made, pages })
  await keepInCache(store, name, { made, pages })
  return pages
}

/**
 * A page as it is printed, as a picture (PNG).
 * @param scale pixels to a point
 * @throws Problem `not-found`, `password-needed`, `bad-input`
 */
export async function drawnPage(
  { store, thread, signal }: Importing,
  id: Id<'article'>,
  n: number,
  page: number,
  scale: number,
): Promise<Uint8Array> {
  const article = await store.need('article', id)
  const bytes = await originalOf(store, article, n)
  return thread.run('drawPage', { bytes, page, scale }, { signal })
}
