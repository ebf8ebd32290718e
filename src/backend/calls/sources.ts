import { Problem } from '../../core/problem.ts'
import { judge } from '../../core/records/judgement.ts'
import { base } from '../base.ts'
import { shorten } from '../shorten.ts'
import { sourceByName } from '../sources-by-name.ts'
import { standsFor } from '../stands-for.ts'
import { definedOnly } from '../defined-only.ts'

const list = base.sources.list.handler(({ context, input }) =>
  context.app.store.model.askNow('listSources', input),
)

const names = base.sources.names.handler(({ context }) => context.app.store.model.askNow('sourceNames'))

const get = base.sources.get.handler(async ({ context, input }) => {
  const { store } = context.app
  return {
    source: await store.need('source', input.id),
    mentions: await store.model.askNow('mentionsOf', input.id),
  }
})

const named = base.sources.named.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(`Add source “${shorten(input.name)}”`, async (draft) =>
    draft.need('source', await sourceByName(store, draft, input, 'person')),
  )
  return result
})

const update = base.sources.update.handler(async ({ context, input }) => {
  const { reliability, ...fields } = input.fields
  const { result } = await context.app.store.commit('Change source', async (draft) => {
    const source = await draft.need('source', input.id)
    draft.label = `Change source “${shorten(source.name)}”`
    const judged = reliability
      ? { reliability: judge(source.reliability, reliability.grade, reliability.reason, draft.at) }
      : {}
    return draft.patch('source', input.id, { ...definedOnly(fields), ...judged })
  })
  return result
})

const merge = base.sources.merge.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Merge sources', async (draft) => {
    const source = await draft.need('source', input.id)
    const into = await draft.need('source', input.into)
    if (await standsFor(draft, 'source', input.id, into)) {
      throw new Problem(
        'bad-input',
        `“${source.name}” stands for “${into.name}” already; a source cannot be merged into itself.`,
        'Choose another source.',
      )
    }
    if (source.mustNotMerge.includes(into.id) || into.mustNotMerge.includes(source.id)) {
      throw new Problem(
        'bad-input',
        `“${source.name}” and “${into.name}” were marked as not the same.`,
        'Take that mark away first, if it is wrong.',
      )
    }
    draft.label = `Merge source “${shorten(source.name)}” into “${shorten(into.name)}”`
    return draft.patch('source', input.id, { mergedInto: input.into })
  })
  return result
})

const remove = base.sources.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  await store.commit('Delete source', async (draft) => {
    const source = await draft.need('source', input.id)
    const uses = await store.model.ask('usesOfSource', input.id)
    if (uses > 0) {
      const times = uses === 1 ? 'once' : `${uses} times`
      throw new Problem(
        'in-use',
        `“${source.name}” is used ${times} and cannot be deleted.`,
        'Take it out of the chains and articles on its page first.',
      )
    }
    draft.label = `Delete source “${shorten(source.name)}”`
    await draft.remove('source', input.id)
  })
  return {}
})

export const sources = { list, names, get, named, update, merge, remove }
