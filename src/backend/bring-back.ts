import type { Draft } from '../core/changes/draft.ts'
import { Problem } from '../core/problem.ts'
import type { Article } from '../core/records/article.ts'
import type { Annotation } from '../core/records/annotation.ts'
import type { Id } from '../core/records/base.ts'
import type { Claim } from '../core/records/claim.ts'
import type { AnyRecord, RecordKind } from '../core/records/record.ts'
import type { Source } from '../core/records/source.ts'
import type { Tag } from '../core/records/tag.ts'
import { carryRestored, withItsVersions } from './carry-restored.ts'
import type { NotebookStore } from '../storage/notebook-store.ts'

interface Reference {
  kind: RecordKind
  id: Id
}

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
  if (lost.size > 0) await draft.put(kind, without(kind, record, lost))
  if (kind === 'tag') await checkNoCircle(draft, kind, record.id, ['parent', 'mergedInto'])
  if (kind === 'source') await checkNoCircle(draft, kind, record.id, ['mergedInto'])
}

function referencesOf(kind: RecordKind, record: AnyRecord): Reference[] {
  const found: Reference[] = []
  const add = (of: RecordKind, ...ids: (Id | null)[]): void => {
    for (const id of ids) if (id !== null) found.push({ kind: of, id })
  }
  if ('tags' in record) add('tag', ...record.tags)
  if (kind === 'article') add('source', (record as Article).outlet)
  else if (kind === 'annotation') add('article', (record as Annotation).article)
  else if (kind === 'tag') add('tag', (record as Tag).parent, (record as Tag).mergedInto)
  else if (kind === 'source') add('source', (record as Source).mergedInto)
  else if (kind === 'claim') {
    const { evidence, relations } = record as Claim
    for (const piece of evidence) {
      add('article', piece.article)
      add('annotation', piece.annotation)
      add('source', ...piece.chain.map((hop) => hop.source))
    }
    add('claim', ...relations.map((relation) => relation.claim))
  }
  return found
}

/** The record without what is gone for good. */
function without(kind: RecordKind, record: AnyRecord, lost: ReadonlySet<Id>): AnyRecord {
  const kept = (id: Id | null): Id | null => (id !== null && lost.has(id) ? null : id)
  const tags = 'tags' in record ? { tags: record.tags.filter((tag) => !lost.has(tag)) } : {}
  if (kind === 'article') return { ...(record as Article), ...tags, outlet: kept((record as Article).outlet) }
  if (kind === 'tag') {
    const tag = record as Tag
    return { ...tag, parent: kept(tag.parent), mergedInto: kept(tag.mergedInto) }
  }
  if (kind === 'source')
    return { ...(record as Source), ...tags, mergedInto: kept((record as Source).mergedInto) }
  if (kind !== 'claim') return { ...record, ...tags }
  const claim = record as Claim
  return {
    ...claim,
    ...tags,
    relations: claim.relations.filter((relation) => !lost.has(relation.claim)),
    evidence: claim.evidence.map((piece) => ({
      ...piece,
      annotation: kept(piece.annotation),
      article: kept(piece.article),
      chain: piece.chain.filter((hop) => !lost.has(hop.source)),
    })),
  }
}

/** @throws Problem `bad-input` when following these fields from a record leads back to it */
async function checkNoCircle<K extends 'tag' | 'source'>(
  draft: Draft,
  kind: K,
  id: Id,
  fields: readonly ('parent' | 'mergedInto')[],
): Promise<void> {
  const seen = new Set<Id>()
  const waiting: Id[] = [id]
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const record = (await draft.get(kind, current)) as { parent?: Id | null; mergedInto: Id | null } | null
    for (const field of fields) {
      const next = record?.[field]
      if (next === id) {
        throw new Problem(
          'bad-input',
          `This ${kind} would stand below itself or be merged into itself: other ones were moved or merged since.`,
          'Undo those merges first, or restore another state.',
        )
      }
      if (next && !seen.has(next)) {
        seen.add(next)
        waiting.push(next)
      }
    }
  }
}
