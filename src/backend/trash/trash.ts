import { said } from '../../core/words/say.ts'
import type { Entry } from '../../core/changes/change.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { problem } from '../../core/problem.ts'
import { originalExtension, type Article } from '../../core/records/article.ts'
import type { RecordId } from '../../core/records/base.ts'
import { makeHeld, titleOf, type RecordKind } from '../../core/records/record.ts'
import { originalName, textName } from '../../storage/content-store.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { bringBack } from './bring-back.ts'
import { putBack } from './put-back.ts'
import { rewriteLog } from '../health/repair-notebook.ts'
import { shorten } from '../../core/records/shorten.ts'
import type { TaskThread } from '../tasks/task-thread.ts'

/**
 * Brings a deleted record back as it was, an article with the highlights that went with it, and puts back what the deletion
 * took out of other records: evidence of claims, relations, tags, marks that sources are not the same, and what was merged into it,
 * stood below it or repeated it.
 * @throws Problem `not-found` when it is not in the trash
 */
export async function restoreFromTrash(store: NotebookStore, id: RecordId): Promise<{ title: string }> {
  const place = await store.model.ask('placeOfDeletion', id)
  if (place === null) throw problem('not-found', 'notInTrash', {})
  const { entries } = await store.log.at(place)
  const deleted = entries.find((entry) => entry.id === id)
  if (!deleted?.before) throw problem('not-found', 'notInTrash', {})
  const title = shorten(titleOf<RecordKind>(deleted.kind, deleted.before))
  const together = await restoredTogether(store, deleted)
  const restore = async (draft: Draft): Promise<void> => {
    for (const { kind, id: record, before, after } of entries)
      if (before !== null && after === null && together.has(record))
        await bringBack(store, draft, makeHeld<RecordKind>(kind, before))
    for (const { kind, id: record, before, after } of entries)
      if (before !== null && after !== null)
        await putBack<RecordKind>(store, draft, kind, record, { before, after })
  }
  await store.commit(said('history.restore', { title }), restore, { references: 'asTheyWere' })
  return { title }
}

/** What comes back with a record: highlights with their article, merged tags with the one that stood for them. */
async function restoredTogether(store: NotebookStore, { kind, id }: Entry): Promise<Set<RecordId>> {
  const isWithOthers = kind === 'article' || kind === 'tag'
  return new Set(isWithOthers ? await store.model.ask('trashedWith', id) : [id])
}

/**
 * Takes deleted records out of the trash for good: their content leaves the log, and originals and texts that nothing else
 * uses leave the disk. That they were there, and who deleted them when, stays in the history.
 * @returns how many records went
 */
export async function emptyTrash(store: NotebookStore, thread: TaskThread): Promise<{ records: number }> {
  const emptied = await store.model.ask('trashed')
  if (emptied.length === 0) return { records: 0 }
  const versions = await versionsOf(store, emptied)
  await store.commit(said('history.emptyTrash'), () => Promise.resolve(), { emptied })
  await rewriteLog({ store, thread }, emptied)
  for (const { original, text } of versions) {
    if (!(await store.model.ask('isContentUsed', original.sha256)))
      await store.content.remove(originalName(original.sha256, originalExtension(original)))
    if (!(await store.model.ask('isContentUsed', text.sha256)))
      await store.content.remove(textName(text.sha256))
  }
  return { records: emptied.length }
}

async function versionsOf(store: NotebookStore, records: readonly RecordId[]): Promise<Article['versions']> {
  const found: Article['versions'] = []
  for (const id of records) {
    const entry = await store.deleted(id)
    if (entry?.kind === 'article' && entry.before) found.push(...entry.before.versions)
  }
  return found
}
