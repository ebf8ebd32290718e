import { noun, said } from '../../core/words/say.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { problem } from '../../core/problem.ts'
import { asId, type Id } from '../../core/records/base.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { Tag } from '../../core/records/tag.ts'
import { titleOf } from '../../core/records/record.ts'
import { withReference } from '../../core/records/references.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { shorten } from '../../core/records/shorten.ts'
import { standsBelow } from '../../core/changes/leads-to.ts'

const mergeable = ['claim', 'source', 'tag'] as const
type Mergeable = (typeof mergeable)[number]

/** Takes a record out of the one that stands for it, at any later time: merging rewrote nothing else. */
export const unmerge = base.unmerge.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    for (const kind of mergeable) {
      const title = await takeOut(store, draft, kind, asId(input.id))
      if (title !== null) return { kind, id: input.id, title }
    }
    throw problem('not-found', 'nothingToTakeApart', {})
  })
  return result
})

/** @returns what the record is called; null where there is none of this kind */
async function takeOut<K extends Mergeable>(
  store: NotebookStore,
  draft: Draft,
  kind: K,
  id: Id<K>,
): Promise<string | null> {
  const record = await draft.get(kind, id)
  if (record === null) return null
  const title = titleOf(kind, record)
  if (record.mergedInto === null) throw problem('bad-input', 'notMerged', { title, kind: noun(kind) })
  draft.label = said('history.takeOutOfMerge', { title: shorten(title) })
  if (kind === 'tag') await unmergeTag(store, draft, await draft.need('tag', asId(id)))
  else await draft.patch(kind, id, withReference(kind, record, 'mergedInto', null))
  return title
}

async function unmergeTag(store: NotebookStore, draft: Draft, tag: Tag): Promise<void> {
  const rows = await store.model.ask('listTags')
  if (rows.some(({ name }) => foldName(name) === foldName(tag.name)))
    throw problem('bad-input', 'tagNameTakenMeanwhile', { name: tag.name })
  const { into, parents } = await movedByMerging(store, tag)
  const stoodFor = await standingFor(draft, into)
  await draft.patch('tag', tag.id, { mergedInto: null })
  for (const [id, parent] of parents) {
    const child = await draft.get('tag', id)
    if (child?.parent == null || !stoodFor.has(child.parent) || (await standsBelow(draft, tag.id, id)))
      continue
    await draft.patch('tag', id, { parent: (await draft.get('tag', parent)) === null ? tag.id : parent })
  }
}

interface Moved {
  /** The tags that it was merged into since it stood for itself. */
  into: Id<'tag'>[]
  /** Below which tags those stood that were moved. */
  parents: Map<Id<'tag'>, Id<'tag'>>
}

/**
 * What merging a tag has moved, as the history has it: in the first versions of the program, those below it went to the other
 * tag. Those that are still where merges put them come back with it.
 */
async function movedByMerging(store: NotebookStore, tag: Tag): Promise<Moved> {
  const moved: Moved = { into: [], parents: new Map() }
  for (const place of (await store.model.ask('changesOf', tag.id)).toReversed()) {
    const states = (await store.log.at(place)).entries.flatMap((entry) =>
      entry.kind === 'tag' ? [entry] : [],
    )
    const own = states.find(({ id }) => id === tag.id)
    const target = own?.after?.mergedInto ?? null
    if (target === null) break
    if (own?.before?.mergedInto === target) continue
    moved.into.push(target)
    for (const { id, before, after } of states)
      if (before?.parent != null && before.parent !== target && after?.parent === target)
        moved.parents.set(id, before.parent)
    if (own?.before?.mergedInto == null) break
  }
  return moved
}

/** These tags and all that they were merged into, also through others. */
async function standingFor(draft: Draft, tags: readonly Id<'tag'>[]): Promise<Set<Id<'tag'>>> {
  const found = new Set<Id<'tag'>>()
  for (const tag of tags)
    for (let at: Id<'tag'> | null = tag; at !== null && !found.has(at);) {
      found.add(at)
      const record: Tag | null = await draft.get('tag', at)
      at = record?.mergedInto ?? null
    }
  return found
}
