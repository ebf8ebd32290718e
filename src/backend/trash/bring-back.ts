import type { Draft } from '../../core/changes/draft.ts'
import { Problem } from '../../core/problem.ts'
import type { Article } from '../../core/records/article.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { Id } from '../../core/records/base.ts'
import type { AnyRecord, RecordKind } from '../../core/records/record.ts'
import { referencesOf, withoutReferences } from '../../core/records/references.ts'
import { carryRestored, withItsVersions } from '../versions/carry-restored.ts'
import { leadsTo, placeOf, type Place } from '../../core/changes/leads-to.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/**
 * Puts an earlier state of a record into a draft. What it refers to and was deleted since comes back with it; what is gone for
 * good is left out of it. Highlights stand in the newest version of their article afterwards, as far as they are found there.
 * @throws Problem `bad-input` when it would stand below itself or be merged into itself, `not-found` for a highlight whose
 *   article is gone for good
 */
export async function bringBack(
  store: NotebookStore,
  draft: Draft,
  kind: RecordKind,
  record: AnyRecord,
): Promise<void> {
  if (kind === 'article') {
    const article = await withItsVersions(draft, record as Article)
    await putBack(store, draft, kind, article)
    await carryRestored(store, draft, article, await store.annotationsOf(article.id))
    return
  }
  await putBack(store, draft, kind, record)
  if (kind !== 'annotation') return
  const annotation = await draft.need('annotation', record.id)
  await carryRestored(store, draft, await draft.need('article', annotation.article), [annotation])
}

async function putBack(
  store: NotebookStore,
  draft: Draft,
  kind: RecordKind,
  record: AnyRecord,
): Promise<void> {
  // Put first, so that two records that refer to each other end this.
  await draft.put(kind, record)
  const lost = new Set<Id>()
  for (const reference of referencesOf(kind, record)) {
    if ((await draft.get(reference.kind, reference.id)) !== null) continue
    const deleted = await store.deleted(reference.id)
    if (deleted?.before) await bringBack(store, draft, deleted.kind, deleted.before)
    else lost.add(reference.id)
  }
  if (kind === 'annotation' && lost.has((record as Annotation).article)) {
    throw new Problem(
      'not-found',
      'The article of this highlight is gone for good.',
      'Import the article again, and highlight the passage anew.',
    )
  }
  if (lost.size > 0) await draft.put(kind, withoutReferences(kind, record, lost))
  if (kind === 'tag') await checkNoCircle(draft, kind, record.id, ['parent', 'mergedInto'])
  if (kind === 'source' || kind === 'claim') await checkNoCircle(draft, kind, record.id, ['mergedInto'])
}

/** @throws Problem `bad-input` when following these places from a record leads back to it */
async function checkNoCircle(
  draft: Draft,
  kind: 'tag' | 'source' | 'claim',
  id: Id,
  along: readonly Place[],
): Promise<void> {
  const record = await draft.need(kind, id)
  for (const place of along) {
    const next = placeOf(record, place)
    if (!next || !(await leadsTo(draft, kind, next, id, along))) continue
    throw new Problem(
      'bad-input',
      `This ${kind} would stand below itself or be merged into itself: other ones were moved or merged since.`,
      'Undo those merges first, or restore another state.',
    )
  }
}
