import { said } from '../../core/words/say.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import { makeTag } from '../../core/records/tag.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { asTheyAre, editRecord } from '../editing/edit-record.ts'
import { dropReferences } from '../../core/changes/drop-references.ts'
import { mergeEach } from '../../core/changes/merge-each.ts'
import { definedOnly } from '../../core/changes/fields.ts'
import { standsBelow } from '../../core/changes/leads-to.ts'

const list = base.tags.list.handler(async ({ context: { app } }) => {
  const rows = await app.store.model.askNow('listTags')
  // All tags are in one document, which is at hand.
  const tags = await Promise.all(rows.map(({ id }) => app.store.get('tag', id)))
  return rows.map((row, at) => ({ ...row, modified: tags[at]?.modified ?? '' }))
})

const create = base.tags.create.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(said('history.addTag', { tag: input.name }), async (draft) => {
    const there = await store.model.ask('tagNamed', input.name)
    if (there !== null) return draft.need('tag', there)
    return draft.put('tag', makeTag(input.name, definedOnly(input)))
  })
  return result
})

const update = base.tags.update.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const tag = await draft.need('tag', input.id)
    const { name, parent } = input.fields ?? {}
    const isRename = name !== undefined && name !== tag.name
    draft.label = isRename
      ? said('history.renameTag', { tag: tag.name, name })
      : said('history.changeTag', { tag: tag.name })
    if (isRename) await checkNameIsFree(store, name, input.id)
    if (parent !== undefined && parent !== null && (await standsBelow(draft, parent, input.id))) {
      throw problem('bad-input', 'tagBelowItself', {})
    }
    return editRecord({ store, draft }, 'tag', input, asTheyAre)
  })
  return result
})

async function checkNameIsFree(store: NotebookStore, name: string, id: Id<'tag'>): Promise<void> {
  const there = await store.model.ask('tagNamed', name)
  if (there === null || there === id) return
  throw problem('bad-input', 'tagNameTaken', { name })
}

const merge = base.tags.merge.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const into = await draft.need('tag', input.into)
    // Those below them stay as they are: lists follow the merge.
    return mergeEach(draft, 'tag', input, into, async (tag) => {
      if (await standsBelow(draft, input.into, tag.id))
        throw problem('bad-input', 'tagBelow', { into: into.name, tag: tag.name })
    })
  })
  return result
})

const remove = base.tags.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const tag = await draft.need('tag', input.id)
    draft.label = said('history.deleteTag', { tag: tag.name })
    const absorbed = (await store.model.ask('listTags')).find((row) => row.id === input.id)?.absorbed ?? []
    const gone = new Set([input.id, ...absorbed])
    const uses = (await Promise.all([...gone].map((id) => store.model.ask('recordsTagged', id)))).flat()
    for (const { record, kind } of uses) await dropReferences(draft, kind, record, gone)
    await moveChildren(store, draft, gone, tag.parent)
    for (const id of gone) await draft.remove('tag', id)
    return { records: uses.length }
  })
  return result
})

/** Also those that were merged into another one: they come back to their place when they are taken out. */
async function moveChildren(
  store: NotebookStore,
  draft: Draft,
  gone: ReadonlySet<Id<'tag'>>,
  to: Id<'tag'> | null,
): Promise<void> {
  for (const id of await store.idsOf('tag')) {
    const parent = (await draft.get('tag', id))?.parent
    if (parent && gone.has(parent)) await draft.patch('tag', id, { parent: to })
  }
}

const absorbed = base.tags.absorbed.handler(async ({ context, input }) => {
  const { store } = context.app
  const row = (await store.model.askNow('listTags')).find(({ id }) => id === input.id)
  return Promise.all((row?.absorbed ?? []).map((id) => store.need('tag', id)))
})

export const tags = { list, create, update, merge, absorbed, remove }
