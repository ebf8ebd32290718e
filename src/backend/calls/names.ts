import { said } from '../../core/words/say.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import type { Source } from '../../core/records/source.ts'
import { base } from '../base.ts'
import { shorten } from '../../core/records/shorten.ts'
import { sourceFamily } from '../editing/source-family.ts'

const clusters = base.names.clusters.handler(({ context }) => context.app.store.model.askNow('probableNames'))

const refuse = base.names.refuse.handler(async ({ context, input }) => {
  const { result } = await context.app.store.commit(null, async (draft) => {
    const source = await draft.need('source', input.id)
    const other = await draft.need('source', input.other)
    if (source.id === other.id) throw problem('bad-input', 'sameSource', {})
    draft.label = said('history.noteDifferent', { source: shorten(source.name), other: shorten(other.name) })
    // Either of the two may have noted that they are possibly the same.
    if (other.possiblySame.includes(source.id))
      await draft.patch('source', other.id, { possiblySame: without(other.possiblySame, source.id) })
    return draft.patch('source', input.id, {
      mustNotMerge: [...new Set([...source.mustNotMerge, other.id])],
      possiblySame: without(source.possiblySame, other.id),
    })
  })
  return result
})

const without = (ids: readonly Id<'source'>[], id: Id<'source'>): Id<'source'>[] =>
  ids.filter((one) => one !== id)

const allow = base.names.allow.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const source = await draft.need('source', input.id)
    const other = await draft.need('source', input.other)
    draft.label = said('history.takeBackDifferent', {
      source: shorten(source.name),
      other: shorten(other.name),
    })
    const [own, others] = [await sourceFamily(store, draft, source), await sourceFamily(store, draft, other)]
    // Either of the two may have noted it, and any that was merged into them.
    await unmark(draft, own, others)
    await unmark(draft, others, own)
    return draft.need('source', input.id)
  })
  return result
})

async function unmark(draft: Draft, sources: readonly Source[], others: readonly Source[]): Promise<void> {
  const ids = new Set(others.map(({ id }) => id))
  for (const { id } of sources) {
    // Read again: one of them may stand on both sides.
    const { mustNotMerge } = await draft.need('source', id)
    const left = mustNotMerge.filter((one) => !ids.has(one))
    if (left.length < mustNotMerge.length) await draft.patch('source', id, { mustNotMerge: left })
  }
}

export const names = { clusters, refuse, allow }
