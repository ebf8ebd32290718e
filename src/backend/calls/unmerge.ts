import { Problem } from '../../core/problem.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { Source } from '../../core/records/source.ts'
import type { Tag } from '../../core/records/tag.ts'
import { titleOf } from '../../core/records/title-of.ts'
import { base } from '../base.ts'
import { shorten } from '../shorten.ts'

const kinds = ['claim', 'source', 'tag'] as const

/** Takes a record out of the one that stands for it, at any later time: nothing was rewritten when they were merged. */
export const unmerge = base.unmerge.handler(async ({ context, input }) => {
  const { result } = await context.app.store.commit('Take a merge back', async (draft) => {
    for (const kind of kinds) {
      const record: Claim | Source | Tag | null = await draft.get(kind, input.id)
      if (record === null) continue
      const title = titleOf(kind, record)
      if (record.mergedInto === null)
        throw new Problem('bad-input', `“${title}” is not merged into another ${kind}.`)
      draft.label = `Take “${shorten(title)}” out of its merge`
      await draft.patch(kind, input.id, { mergedInto: null })
      return { kind, id: input.id, title }
    }
    throw new Problem('not-found', 'There is no claim, source or tag with this id in the notebook.')
  })
  return result
})
