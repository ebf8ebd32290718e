import type { Draft } from '../../core/changes/draft.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { Article } from '../../core/records/article.ts'
import { carryOver } from '../../core/versions/carry-over.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { textOfVersion } from './version-text.ts'

/** Versions are never taken away by restoring: an article keeps those that it has got since. */
export async function withItsVersions(draft: Draft, article: Article): Promise<Article> {
  const there = await draft.get('article', article.id)
  return there && there.versions.length > article.versions.length
    ? { ...article, versions: there.versions }
    : article
}

/** Carries highlights that were brought back, or whose article was, over to the newest version, as an import does. */
export async function carryRestored(
  store: NotebookStore,
  draft: Draft,
  article: Article,
  annotations: readonly Annotation[],
): Promise<void> {
  const newest = article.versions.length
  const behind = annotations
    .filter(({ version, state, proposal }) =>
      state === 'review' ? proposal?.version !== newest : state !== 'orphan' && version !== newest,
    )
    .map((annotation) => knownIn(annotation, newest))
  if (behind.length === 0) return
  const texts = new Map<number, string>()
  for (const n of new Set([newest, ...behind.map(({ version }) => version)]))
    texts.set(n, await textOfVersion(store, article, n))
  const next = { n: newest, text: texts.get(newest) ?? '' }
  const carried = carryOver(behind, next, (version) => texts.get(version) ?? '')
  for (const [at, annotation] of behind.entries())
    await draft.put('annotation', { ...annotation, ...carried[at] })
}

/** At the newest of its places in a version that the article has. */
function knownIn(annotation: Annotation, newest: number): Annotation {
  if (annotation.version <= newest) return annotation
  const place = annotation.earlier.findLast(({ version }) => version <= newest)
  if (!place) return annotation
  const earlier = annotation.earlier.filter(({ version }) => version < place.version)
  return { ...annotation, ...place, earlier, state: 'exact', proposal: null }
}
