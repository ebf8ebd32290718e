import { describe, expect, it } from 'vitest'
import { nameClusters } from '../../../src/core/names/name-clusters.ts'
import { asId } from '../../../src/core/records/base.ts'
import { foldName } from '../../../src/core/records/fold-name.ts'
import type { SourceKind } from '../../../src/core/records/source.ts'
import { given } from '../../support/given.ts'

const variants = given<{ kind: SourceKind; one: string; other: string; offered: boolean }[]>(
  'names/variants.json',
  [],
)
const equality = given<Record<'same' | 'different', [string, string][]>>('names/equality.json', {
  same: [],
  different: [],
})

describe.runIf(variants.length > 0)('the given names', () => {
  it.each(variants)('$one, $other: $offered', ({ kind, one, other, offered }) => {
    const sources = [one, other].map((name, n) => ({
      id: asId<'source'>(String(n)),
      kind,
      name,
      aliases: [],
      role: '',
      affiliation: '',
      mustNotMerge: [],
    }))
    expect(nameClusters(sources).length > 0).toBe(offered)
  })
  it.each(equality.same)('%s is %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })
  it.each(equality.different)('%s is not %s', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other))
  })
})
