import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../../core/changes/change.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { Problem } from '../../core/problem.ts'
import { originalExtension, type Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import type { Evidence, Relation } from '../../core/records/claim.ts'
import type { AnyRecord } from '../../core/records/record.ts'
import { titleOf } from '../../core/records/title-of.ts'
import { originalName, textName } from '../../storage/content-store.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { bringBack } from './bring-back.ts'
import { leadsTo, placeOf, places } from '../../core/changes/leads-to.ts'
import { rewriteLog } from '../health/repair-notebook.ts'
import { shorten } from '../../core/records/shorten.ts'
import type { TaskThread } from '../tasks/task-thread.ts'

/**
 * Brings a deleted record back as it was, an article with the highlights that went with it, and puts back what the deletion
 * took out of other records: evidence of claims, relations, tags, marks that sources are not the same, and what was merged into it,
 * stood below it or repeated it.
 * @throws Problem `not-found` when it is not in the trash
 */
export async function restoreFromTrash(store: NotebookStore, id: Id): Promise<{ title: string }> {
  const place = await store.model.ask('placeOfDeletion', id)
  if (place === null) throw new Problem('not-found', 'This is not in the trash.', 'Reload the trash.')
  const { entries } = await store.log.at(place)
  const deleted = entries.find((entry) => entry.id === id)
  if (!deleted?.before) throw new Problem('not-found', 'This is not in the trash.', 'Reload the trash.')
  const title = shorten(titleOf(deleted.kind, deleted.before))
  const together = await goesWith(store, deleted)
  const restore = async (draft: Draft): Promise<void> => {
    for (const { kind, id: record, before, after } of entries)
      if (before !== null && after === null && together.has(record))
        await bringBack(store, draft, kind, before)
    for (const entry of entries) if (entry.after !== null) await putBack(draft, entry)
  }
  await store.commit(`Restore “${title}”`, restore, { references: 'asTheyWere' })
  return { title }
}

/** What comes back with a record: highlights with their article, merged tags with the one that stood for them. */
async function goesWith(store: NotebookStore, { kind, id }: Entry): Promise<Set<Id>> {
  const isWithOthers = kind === 'article' || kind === 'tag'
  return new Set(isWithOthers ? await store.model.ask('trashedWith', id) : [id])
}

const lists = ['evidence', 'relations', 'tags', 'mustNotMerge'] as const

/** Puts what a deletion took out of the lists of a record back into them, beside what has come since. */
async function putBack(draft: Draft, { kind, id, before, after }: Entry): Promise<void> {
  const current = await draft.get(kind, id)
  if (current === null || before === null || after === null) return
  const fields: Record<string, unknown> = {}
  for (const name of places) {
    const [was, became, is] = [before, after, current].map((record) => placeOf(record, name))
    // What was moved since stays where it is, and so does what would lead back to itself by now.
    if (!was || was === became || is !== became) continue
    const isThere = (await draft.get(kind, was)) !== null
    if (isThere && !(await leadsTo(draft, kind, was, id))) fields[name] = was
  }
  for (const name of lists) {
    const there = listIn(current, name)
    const lost = listIn(before, name).filter((item) => !has(listIn(after, name), item) && !has(there, item))
    const back: unknown[] = []
    for (const item of lost) if (await restsOnWhatIsThere(draft, name, item)) back.push(item)
    if (back.length > 0) fields[name] = [...there, ...back]
  }
  if (Object.keys(fields).length > 0) await draft.patch(kind, id, fields)
}

/** Whether what an item of a list refers to is in the notebook. */
async function restsOnWhatIsThere(
  draft: Draft,
  name: (typeof lists)[number],
  item: unknown,
): Promise<boolean> {
  if (name === 'tags') return (await draft.get('tag', item as Id)) !== null
  if (name === 'mustNotMerge') return (await draft.get('source', item as Id)) !== null
  if (name === 'relations') return (await draft.get('claim', (item as Relation).claim)) !== null
  const { annotation, article } = item as Evidence
  if (annotation !== null && (await draft.get('annotation', annotation)) === null) return false
  return article === null || (await draft.get('article', article)) !== null
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
      await store.content.remove(originalName(original.sha256, originalExtension(original)))
    if (!(await store.model.ask('isContentUsed', text.sha256)))
      await store.content.remove(textName(text.sha256))
  }
  return { records: emptied.length }
}

async function versionsOf(store: NotebookStore, records: readonly Id[]): Promise<Article['versions']> {
  const found: Article['versions'] = []
  for (const id of records) {
    const entry = await store.deleted(id)
    if (entry?.kind === 'article' && entry.before) found.push(...(entry.before as Article).versions)
  }
  return found
}
