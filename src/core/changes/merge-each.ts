import { noun, said } from '../words/say.ts'
import type { Draft } from './draft.ts'
import { ChangedMeanwhile } from './meanwhile.ts'
import { asId, type Id } from '../records/base.ts'
import type { RecordOf } from '../records/record.ts'
import { titleOf } from '../records/record.ts'
import { withReference } from '../records/references.ts'
import { shorten } from '../records/shorten.ts'

type Mergeable = 'claim' | 'source' | 'tag'

/**
 * Lets one record stand for others from now on, all of them in one Change. Nothing of them is rewritten but that.
 * @param check throws a Problem where a record cannot be merged; those before it are merged already
 * @returns the first one
 */
export async function mergeEach<K extends Mergeable>(
  draft: Draft,
  kind: K,
  { id, more, into }: { id: Id<K>; more: readonly Id<K>[]; into: Id<K> },
  target: RecordOf<K>,
  check: (record: RecordOf<K>) => Promise<void>,
): Promise<RecordOf<K>> {
  const ids = [...new Set([id, ...more])]
  const first = await draft.need(kind, id)
  const told = {
    kind: noun(kind),
    title: shorten(titleOf(kind, first)),
    into: shorten(titleOf(kind, target)),
  }
  draft.label =
    ids.length === 1
      ? said('history.merge', told)
      : said('history.mergeSeveral', { ...told, count: ids.length - 1 })
  for (const one of ids) {
    const record = await draft.need(kind, one)
    await check(record)
    const { mergedInto, modified } = record
    // Somebody merged it elsewhere meanwhile; it would leave that without a word.
    if (mergedInto !== null && mergedInto !== into) {
      const theirs = await draft.get(kind, asId<K>(mergedInto))
      const conflict = { mine: told.into, theirs: theirs && shorten(titleOf(kind, theirs)) }
      throw new ChangedMeanwhile(
        shorten(titleOf(kind, record)),
        [{ field: 'mergedInto', ...conflict }],
        modified,
      )
    }
    await draft.patch(kind, one, withReference(kind, record, 'mergedInto', into))
  }
  return draft.need(kind, id)
}
