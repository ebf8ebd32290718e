import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../core/changes/change.ts'
import type { Draft } from '../core/changes/draft.ts'
import { Problem } from '../core/problem.ts'
import { originalExtension, type Article } from '../core/records/article.ts'
import type { Id } from '../core/records/base.ts'
import type { AnyRecord, RecordOf } from '../core/records/record.ts'
import { titleOf } from '../core/records/title-of.ts'
import type { NotebookStore } from '../storage/notebook-store.ts'
import { rewriteLog } from './health/repair-notebook.ts'
import { shorten } from './import-article.ts'
import type { TaskThread } from './tasks/task-thread.ts'

/**
 * Brings a deleted record back as it was, an article with the highlights that went with it, and puts back what the deletion
 * took out of other records: evidence of claims, relations, tags.
 * @throws Problem `not-found` when it is not in the trash
 */
export async function restoreFromTrash(store: NotebookStore, id: Id): Promise<{ title: string }> {
  const place = await store.model.ask('placeOfDeletion', id)
  if (place === null) throw new Problem('not-found', 'This is not in the trash.', 'Reload the trash.')
  const { entries } = await store.log.at(place)
  const deleted = entries.find((entry) => entry.id === id)
  if (!deleted?.before) throw new Problem('not-found', 'This is not in the trash.', 'Reload the trash.')
  const title = shorten(titleOf(deleted.kind, deleted.before))
  // An article first: its highlights need it.
  const inOrder = entries.toSorted((a, b) => Number(b.kind === 'article') - Number(a.kind === 'article'))
  const together = new Set(deleted.kind === 'article' ? await store.model.ask('trashedWith', id) : [id])
  await store.commit(`Restore “${title}”`, async (draft) => {
    for (const entry of inOrder) {
      const { kind, before, after } = entry
      if (before === null) continue
      if (after === null) {
        if (!together.has(entry.id)) continue
        await checkArticle(draft, entry)
        await draft.put(kind, before)
      } else await putBack(draft, entry)
    }
  })
  return { title }
}

/** A highlight needs its article. */
async function checkArticle(draft: Draft, { kind, before }: Entry): Promise<void> {
  if (kind !== 'annotation') return
  const { article } = before as RecordOf<'annotation'>
  if ((await draft.get('article', article)) !== null) return
  throw new Problem(
    'not-found',
    'The article of this highlight is not in the notebook.',
    'Restore the article; its highlights come with it.',
  )
}

const lists = ['evidence', 'relations', 'tags'] as const

/** Puts what a deletion took out of the lists of a record back into them, beside what has come since. */
async function putBack(draft: Draft, { kind, id, before, after }: Entry): Promise<void> {
  const current = await draft.get(kind, id)
  if (current === null || before === null || after === null) return
  const fields: Record<string, unknown> = {}
  for (const name of lists) {
    const there = listIn(current, name)
    const lost = listIn(before, name).filter((item) => !has(listIn(after, name), item) && !has(there, item))
    if (lost.length > 0) fields[name] = [...there, ...lost]
  }
  if (Object.keys(fields).length > 0) await draft.patch(kind, id, fields)
}

const listIn = (record: AnyRecord, name: (typeof lists)[number]): unknown[] =>
  name in record ? ((record as unknown as Record<string, unknown[]>)[name] ?? []) : []

const has = (list: readonly unknown[], item: unknown): boolean =>
  list.some(
    (other) => isDeepStrictEqual(other, item) || (hasId(other) && hasId(item) && other.id === item.id),
  )

const hasId = (value: unknown): value is { id: Id } =>
  typeof value === 'object' && value !== null && 'id' in value

/**
 * Takes deleted records out of the trash for good: their content leaves the log, and originals and texts that nothing else
 * uses leave the disk. That they were there, and who deleted them when, stays in the history.
 * @returns how many records went
 */
export async function emptyTrash(store: NotebookStore, thread: TaskThread): Promise<{ records: number }> {
  const emptied = await store.model.ask('trashed')
  if (emptied.length === 0) return { records: 0 }
  const versions = await versionsOf(store, emptied)
  await store.commit('Empty the trash', () => Promise.resolve(), { emptied })
  await rewriteLog({ store, thread }, emptied)
  for (const { original, text } of versions) {
    if (!(await store.model.ask('isContentUsed', original.sha256)))
      await store.content.remove(store.content.originalPath(original.sha256, originalExtension(original)))
    if (!(await store.model.ask('isContentUsed', text.sha256)))
      await store.content.remove(store.content.textPath(text.sha256))
  }
  return { records: emptied.length }
}

async function versionsOf(store: NotebookStore, records: readonly Id[]): Promise<Article['versions']> {
  const found: Article['versions'] = []
  for (const id of records) {
    const place = await store.model.ask('placeOfDeletion', id)
    const entry =
      place === null ? undefined : (await store.log.at(place)).entries.find((one) => one.id === id)
    if (entry?.kind === 'article' && entry.before) found.push(...(entry.before as Article).versions)
  }
  return found
}
