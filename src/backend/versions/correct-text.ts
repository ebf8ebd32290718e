import type { ImportedArticle } from '../../contract/articles.ts'
import { problem } from '../../core/problem.ts'
import { currentVersion } from '../../core/records/article.ts'
import { now, type Id } from '../../core/records/base.ts'
import { shorten } from '../../core/records/shorten.ts'
import type { Correction } from '../../core/text/correct-words.ts'
import { said } from '../../core/words/say.ts'
import { carryTo } from '../import/add-version.ts'
import { summary } from '../import/import-article.ts'
import type { Importing } from '../import/importing.ts'
import { isRecognised } from './is-recognised.ts'

/**
 * Puts words in the place of those that were recognised wrongly in the picture of a page: a version with the same original, to which
 * the highlights are carried over.
 * @param version the one that the places are of; another one came meanwhile when it is not the newest
 * @throws Problem `unsupported` for a text that is its publisher's, `bad-input` for places that are none
 */
export async function correctText(
  app: Importing,
  id: Id<'article'>,
  version: number,
  corrections: readonly Correction[],
): Promise<ImportedArticle> {
  const { store } = app
  store.assertWritable()
  const article = await store.need('article', id)
  const newest = currentVersion(article)
  if (newest.n !== version) throw problem('bad-input', 'versionChanged', { title: article.title })
  const html = await store.content.text(newest.text.sha256)
  if (!(await isRecognised(store, article)))
    throw problem('unsupported', 'notRecognised', { title: article.title })
  const { language, direction } = article
  const sorted = corrections.toSorted((a, b) => a.start - b.start)
  const areApart = sorted.every(
    ({ start, end }, at) => start <= end && start >= (sorted[at - 1]?.end ?? 0) && end <= newest.text.length,
  )
  if (!areApart) throw problem('bad-input', 'noSuchPlace', {})
  const text = await app.thread.run(
    'correctWords',
    { html, corrections: sorted, language, direction },
    { signal: app.signal },
  )
  const sha256 = await store.content.putText(text.html)
  const { article: after, carried } = await carryTo(
    app,
    id,
    {
      ...newest,
      importedAt: now(),
      text: { sha256, length: text.text.length, normaliser: text.normaliser },
    },
    text,
    said('history.correctText', { article: shorten(article.title) }),
    undefined,
    version,
  )
  return summary(store, after, [], { existing: false, carried })
}
