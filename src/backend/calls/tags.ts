import type { Draft } from '../../core/changes/draft.ts'
import { Problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import { makeTag } from '../../core/records/make.ts'
import type { RecordKind, RecordOf } from '../../core/records/record.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { definedOnly } from '../defined-only.ts'

type Tagged = Exclude<RecordKind, 'tag'>

const list = base.tags.list.handler(({ context: { app } }) => app.store.model.askNow('listTags'))

const create = base.tags.create.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(`Add tag “${input.name}”`, async (draft) => {
    const there = await store.model.ask('tagNamed', input.name)
    if (there !== null) return draft.need('tag', there)
    return draft.put('tag', makeTag(input.name, definedOnly(input)))
  })
  return result
})

const update = base.tags.update.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Change tag', async (draft) => {
    const tag = await draft.need('tag', input.id)
    const { name, parent } = input.fields
    const isRename = name !== undefined && name !== tag.name
    draft.label = isRename ? `Rename tag “${tag.name}” to “${name}”` : `Change tag “${tag.name}”`
    if (isRename) await checkNameIsFree(store, name, input.id)
    if (parent !== undefined && parent !== null && (await isBelow(store, parent, input.id))) {
      throw new Problem('bad-input', 'A tag cannot stand below itself.', 'Choose another place for it.')
    }
    return draft.patch('tag', input.id, definedOnly(input.fields))
  })
  return result
})

async function checkNameIsFree(store: NotebookStore, name: string, id: Id): Promise<void> {
  const there = await store.model.ask('tagNamed', name)
  if (there === null || there === id) return
  throw new Problem('bad-input', `There is a tag “${name}” already.`, 'Merge the two tags instead.')
}

/** Whether `tag` is `root` or stands somewhere below it. */
async function isBelow(store: NotebookStore, tag: Id, root: Id): Promise<boolean> {
  const parents = new Map((await store.model.ask('listTags')).map((row) => [row.id, row.parent]))
  let current: Id | null = tag
  for (let steps = 0; current !== null && steps <= parents.size; steps += 1) {
    if (current === root) return true
    current = parents.get(current) ?? null
  }
  return false
}

const merge = base.tags.merge.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Merge tags', async (draft) => {
    const tag = await draft.need('tag', input.id)
    const into = await draft.need('tag', input.into)
    if (await isBelow(store, input.into, input.id)) {
      throw new Problem(
        'bad-input',
        `“${into.name}” stands below “${tag.name}”; a tag cannot be merged into itself or a tag below it.`,
        'Merge the other way round.',
      )
    }
    draft.label = `Merge tag “${tag.name}” into “${into.name}”`
    await moveChildren(store, draft, input.id, input.into)
    return draft.patch('tag', input.id, { mergedInto: input.into })
  })
  return result
})

async function moveChildren(store: NotebookStore, draft: Draft, from: Id, to: Id | null): Promise<void> {
  for (const row of await store.model.ask('listTags')) {
    if (row.parent === from && row.id !== to) await draft.patch('tag', row.id, { parent: to })
  }
}

const remove = base.tags.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Delete tag', async (draft) => {
    const tag = await draft.need('tag', input.id)
    draft.label = `Delete tag “${tag.name}”`
    const absorbed = (await store.model.ask('listTags')).find((row) => row.id === input.id)?.absorbed ?? []
    const gone = new Set([input.id, ...absorbed])
    const uses = (await Promise.all([...gone].map((id) => store.model.ask('recordsTagged', id)))).flat()
    for (const { record, kind } of uses) await untag(draft, kind as Tagged, record, gone)
    await moveChildren(store, draft, input.id, tag.parent)
    for (const id of gone) await draft.remove('tag', id)
    return { records: uses.length }
  })
  return result
})

async function untag<K extends Tagged>(draft: Draft, kind: K, id: Id, gone: ReadonlySet<Id>): Promise<void> {
  const record = await draft.need(kind, id)
  const tags = record.tags.filter((tag) => !gone.has(tag))
  await draft.patch(kind, id, { tags } as Partial<RecordOf<K>>)
}

export const tags = { list, create, update, merge, remove }
