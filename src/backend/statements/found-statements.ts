import { evenSpaces } from '../../core/text/even-spaces.ts'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Article } from '../../core/records/article.ts'
import { currentVersion } from '../../core/records/article.ts'
import { engineVersion, languageOf } from '../../core/statements/languages.ts'
import { partsOf, shifted } from '../../core/statements/parts.ts'
import { Statement, type About } from '../../core/statements/statement.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { outletOf } from '../editing/source-family.ts'
import type { TaskOptions } from '../tasks/task-messages.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { keepInCache, readFromCache } from './own-cache.ts'
import { noteSilent } from './silent.ts'
import { textOfVersion } from '../versions/version-text.ts'

const Kept = z.object({ made: z.string(), statements: z.array(Statement) })

/**
 * The statements of the newest version of an article. They are found in a thread, and kept in the cache by the text, what is known
 * of the article, and the number of the engine; the cache is safe to delete.
 * @throws Problem `cancelled`, `too-large`
 */
export async function foundStatements(
  store: NotebookStore,
  thread: TaskThread,
  article: Article,
  { signal, onProgress }: TaskOptions = {},
): Promise<Statement[]> {
  const { language } = article
  if (languageOf(language) === null) return []
  const { n, text } = currentVersion(article)
  const about: About = {
    outlet: (await outletOf(store, article))?.name ?? null,
    published: article.published,
  }
  const made = checksum(JSON.stringify([engineVersion, text.sha256, languageOf(language), about]))
  const name = `.cache/statements-${article.id}.json`
  const last = lastFound.get(store)
  if (last?.made === made) return last.statements
  const whole = await textOfVersion(store, article, n)
  const kept = await readFromCache(store, name, Kept)
  if (kept?.made === made && kept.statements.every((one) => standsIn(whole, one))) {
    lastFound.set(store, kept)
    await noteSilent(store, article, kept.statements)
    return kept.statements
  }
  const found: Statement[] = []
  const parts = partsOf(whole)
  for (const [done, part] of parts.entries()) {
    onProgress?.(done, parts.length)
    const statements = await thread.run(
      'findStatements',
      { text: part.text, language, about },
      signal ? { signal } : {},
    )
    found.push(...statements.map((one) => shifted(one, part.start)))
  }
  lastFound.set(store, { made, statements: found })
  await keepInCache(store, name, { made, statements: found })
  await noteSilent(store, article, found)
  return found
}

/** Those that were asked for last: the list of an article is asked for again after every Change. */
const lastFound = new WeakMap<NotebookStore, z.infer<typeof Kept>>()

/** Whatever the cache says: only what stands in the text is believed. */
function standsIn(text: string, { content, exact, cue, source }: Statement): boolean {
  const wordsAt = ({ start, end }: { start: number; end: number }): string =>
    evenSpaces(text.slice(start, end))
  return (
    exact === content.map(wordsAt).join(' … ') &&
    [cue, source].every((words) => words === null || (words.text !== '' && wordsAt(words) === words.text))
  )
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex')
