import type { Draft } from '../../core/changes/draft.ts'
import type { Id } from '../../core/records/base.ts'

/** Who marks something in an article is reading it: what was unread is so no more, in the same Change. */
export async function beginReading(draft: Draft, id: Id<'article'>): Promise<void> {
  const { reading } = await draft.need('article', id)
  if (reading === 'unread') await draft.patch('article', id, { reading: 'reading' })
}
