import type { VersionComparison, VersionChange } from '../../contract/articles.ts'
import { placeIn, type Annotation } from '../../core/records/annotation.ts'
import type { Id } from '../../core/records/base.ts'
import { touchesAfter, touchesBefore, type TextChange } from '../../core/versions/compare-texts.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { textOfVersion } from './version-text.ts'

/**
 * What a publisher changed between two versions, and the highlights and claims that it touches.
 * @throws Problem `not-found`
 */
export async function compareVersions(
  { store, thread }: { store: NotebookStore; thread: TaskThread },
  id: Id<'article'>,
  from: number,
  to: number,
): Promise<VersionComparison> {
  const article = await store.need('article', id)
  const before = await textOfVersion(store, article, from)
  const after = await textOfVersion(store, article, to)
  const changes = await thread.run('compareTexts', { before, after })
  const annotations = await store.annotationsOf(id)
  const touched = changes.map((change) =>
    annotations.filter((annotation) => touches(change, annotation, from, to)),
  )
  const claims = await claimsOn(store, new Set(touched.flat().map((annotation) => annotation.id)))
  return {
    title: article.title,
    versions: article.versions.map(({ n, importedAt }) => ({ n, importedAt })),
    changes: changes.map(({ before, after, parts, became }, at): VersionChange => {
      const here = touched[at] ?? []
      const resting = new Map(here.flatMap((one) => claims.get(one.id) ?? []).map((one) => [one.id, one]))
      return {
        before,
        after,
        parts,
        became,
        annotations: here.map(({ id: annotation, exact, state }) => ({ id: annotation, exact, state })),
        claims: [...resting.values()],
      }
    }),
  }
}

function touches(change: TextChange, annotation: Annotation, from: number, to: number): boolean {
  const old = placeIn(annotation, from)
  const now = placeIn(annotation, to)
  return (old !== undefined && touchesBefore(change, old)) || (now !== undefined && touchesAfter(change, now))
}

/** The claims that rest on highlights, by highlight. */
async function claimsOn(
  store: NotebookStore,
  annotations: ReadonlySet<Id<'annotation'>>,
): Promise<Map<Id<'annotation'>, { id: Id<'claim'>; statement: string }[]>> {
  const found = new Map<Id<'annotation'>, { id: Id<'claim'>; statement: string }[]>()
  for (const annotation of annotations) {
    const ids = await store.model.ask('claimsResting', { annotation })
    const statements = await store.model.ask('statementsOf', ids)
    found.set(
      annotation,
      statements.map(({ id, statement }) => ({ id, statement })),
    )
  }
  return found
}
