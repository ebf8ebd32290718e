import * as z from 'zod'
import { workOnSilent, type OpenWork } from '../../core/open-work/open-work.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import { idOf } from '../../core/records/base.ts'
import { hasDeclined } from '../../core/statements/certain.ts'
import { refusedAmong } from '../../core/statements/refused.ts'
import type { Statement } from '../../core/statements/statement.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { keepInCache, readFromCache } from './own-cache.ts'

/** Who did not answer, by article: what open work needs of their statements without reading those of all articles. */
const Silent = z.object({
  articles: z.array(
    z.object({
      article: idOf('article'),
      /** Of the text that they were found in. */
      sha256: z.string(),
      found: z.array(z.object({ exact: z.string(), cue: z.string(), claim: z.string() })),
    }),
  ),
})
type Noted = z.infer<typeof Silent>['articles'][number]
const name = '.cache/did-not-answer.json'

const known = new WeakMap<NotebookStore, Promise<Map<Article['id'], Noted>>>()

function notedIn(store: NotebookStore): Promise<Map<Article['id'], Noted>> {
  const there = known.get(store)
  if (there) return there
  const read = readFromCache(store, name, Silent).then(
    (kept) => new Map((kept?.articles ?? []).map((one) => [one.article, one])),
  )
  known.set(store, read)
  return read
}

/** Notes who did not answer in an article, as its statements tell. */
export async function noteSilent(
  store: NotebookStore,
  article: Article,
  statements: readonly Statement[],
): Promise<void> {
  const noted = await notedIn(store)
  const { sha256 } = currentVersion(article).text
  const found = statements
    .filter(hasDeclined)
    .map(({ exact, cue, claim }) => ({ exact, cue: cue?.text ?? '', claim }))
  const before = noted.get(article.id)
  if (JSON.stringify(before?.found ?? []) === JSON.stringify(found) && (before?.sha256 ?? sha256) === sha256)
    return
  noted.set(article.id, { article: article.id, sha256, found })
  await keepInCache(store, name, { articles: [...noted.values()].filter((one) => one.found.length > 0) })
}

/** Everything that is left to be done, also what was set aside. */
export const openWorkOf = async (store: NotebookStore): Promise<OpenWork[]> => [
  ...(await store.model.askNow('openWork')),
  ...(await silentWork(store)),
]

/** Who was asked and did not answer, in the articles whose statements were found; also what was set aside. */
async function silentWork(store: NotebookStore): Promise<OpenWork[]> {
  const noted = await notedIn(store)
  const found: OpenWork[] = []
  for (const { article: id, sha256, found: silent } of noted.values()) {
    const article = silent.length > 0 ? await store.get('article', id) : null
    if (!article || currentVersion(article).text.sha256 !== sha256) continue
    const told = silent.map((one) => ({ ...one, cue: { text: one.cue } }))
    const refused = refusedAmong(told, article.refused)
    const open = told.filter((one) => !refused.has(one))
    const { title, dismissed } = article
    found.push(...workOnSilent({ id, title, dismissed, silent: open.map(({ claim }) => claim) }))
  }
  return found
}
