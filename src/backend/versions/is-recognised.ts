import { currentVersion, type Article } from '../../core/records/article.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/**
 * Whether the words of an article were recognised in pictures of pages: then somebody may read them better. A PDF was, when words of it
 * were unsure once, also after all of them were corrected.
 */
export async function isRecognised(store: NotebookStore, article: Article): Promise<boolean> {
  const { original } = currentVersion(article)
  if (original.mediaType.startsWith('image/')) return true
  if (original.mediaType !== 'application/pdf') return false
  for (const version of article.versions.filter((one) => one.original.sha256 === original.sha256))
    if ((await store.content.text(version.text.sha256)).includes('<mark>')) return true
  return false
}
