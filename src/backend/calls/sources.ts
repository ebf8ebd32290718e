import { noun, said } from '../../core/words/say.ts'
import { confidentialSources } from '../../core/confidential/confidential-sources.ts'
import { problem } from '../../core/problem.ts'
import { judge } from '../../core/records/judgement.ts'
import { base } from '../base.ts'
import { readAll } from '../export/read-export-input.ts'
import { editRecord } from '../editing/edit-record.ts'
import { dropReferences } from '../../core/changes/drop-references.ts'
import { mergeEach } from '../../core/changes/merge-each.ts'
import { shorten } from '../../core/records/shorten.ts'
import { markedApart, sourceFamily, standingSource } from '../editing/source-family.ts'
import { sourceByName } from '../editing/sources-by-name.ts'
import { standsFor } from '../../core/changes/leads-to.ts'
import { definedOnly } from '../../core/changes/fields.ts'

const list = base.sources.list.handler(({ context, input }) =>
  context.app.store.model.askNow('listSources', input),
)

const names = base.sources.names.handler(({ context }) => context.app.store.model.askNow('sourceNames'))

const confidential = base.sources.confidential.handler(async ({ context }) =>
  confidentialSources(await readAll(context.app.store, 'source')).map(({ spellings, ...source }) => ({
    ...source,
    spellings: [...spellings],
  })),
)

const trackRecords = base.sources.trackRecords.handler(({ context, input }) =>
  context.app.store.model.askNow('trackRecordsOf', input.ids),
)

const get = base.sources.get.handler(async ({ context, input }) => {
  const { store } = context.app
  const source = await store.need('source', input.id)
  const [mentions, ids] = await Promise.all([
    store.model.askNow('mentionsOf', input.id),
    store.model.askNow('sourcesMergedInto', input.id),
  ])
  const merged = await Promise.all(ids.map((id) => store.need('source', id)))
  const names = merged.map(({ name }) => ({ name, annotation: null }))
  const aliases = [source, ...merged].flatMap((one) => one.aliases)
  const spellings = await store.model.askNow('spellingsOf', [...aliases, ...names])
  return { source, mentions, merged, spellings }
})

const named = base.sources.named.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(
    said('history.addSource', { source: shorten(input.name) }),
    async (draft) => {
      const { role = '' } = input
      const wanted = { ...input, role: () => Promise.resolve(role) }
      return draft.need('source', await sourceByName(store, draft, wanted, input.newAs ?? 'person'))
    },
  )
  return result
})

const update = base.sources.update.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const source = await draft.need('source', input.id)
    draft.label = said('history.changeSource', { source: shorten(source.name) })
    return editRecord({ store, draft }, 'source', input, {
      // The judgements before are none that an edit replaces.
      seen: ({ reliability: { grade, reason }, ...record }) => ({
        ...record,
        reliability: { grade, reason },
      }),
      put: ({ reliability, ...fields }, record) => ({
        ...definedOnly(fields),
        ...(reliability && {
          reliability: judge(record.reliability, reliability.grade, reliability.reason, draft.at),
        }),
      }),
    })
  })
  return result
})

const merge = base.sources.merge.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const into = await draft.need('source', input.into)
    const family = await sourceFamily(
      store,
      draft,
      await standingSource((one) => draft.get('source', one), into),
    )
    return mergeEach(draft, 'source', input, into, async (source) => {
      if (await standsFor(draft, 'source', source.id, into))
        throw problem('bad-input', 'mergedAlready', {
          title: source.name,
          into: into.name,
          kind: noun('source'),
        })
      // It would stand for all that were merged into either of them.
      const own = await sourceFamily(store, draft, source)
      const [one, other] = markedApart(own, family) ?? []
      if (one && other) throw problem('bad-input', 'markedApart', { one: one.name, other: other.name })
      family.push(...own)
    })
  })
  return result
})

const remove = base.sources.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  await store.commit(null, async (draft) => {
    const source = await draft.need('source', input.id)
    const uses = await store.model.ask('usesOfSource', input.id)
    if (uses > 0) {
      throw problem('in-use', 'sourceInUse', { name: source.name, count: uses })
    }
    draft.label = said('history.deleteSource', { source: shorten(source.name) })
    // That it is another one than they are says nothing any more.
    for (const id of await store.model.ask('sourcesMarkedApart', input.id))
      await dropReferences(draft, 'source', id, new Set([input.id]))
    await draft.remove('source', input.id)
  })
  return {}
})

export const sources = { list, names, confidential, trackRecords, get, named, update, merge, remove }
