import { nameClusters, type NamedSource } from '../src/core/names/name-clusters.ts'
import { asId } from '../src/core/records/base.ts'
import { given } from '../tests/support/given.ts'
import { Random } from '../scripts/make-notebook/random.ts'
import { median, times } from './measure.ts'

interface Variant {
  kind: NamedSource['kind']
  one: string
  other: string
  offered: boolean
}

const source = (id: string, name: string, kind: NamedSource['kind']): NamedSource => ({
  id: asId(id),
  kind,
  name,
  aliases: [],
  role: '',
  affiliation: '',
  mustNotMerge: [],
})

/** Spellings of names: how many of the given pairs are told right, and what it takes to compare many. */
export async function namesBench(): Promise<string[]> {
  const variants = given<Variant[]>('names/variants.json', [])
  const right = variants.filter(
    ({ kind, one, other, offered }) =>
      nameClusters([source('1', one, kind), source('2', other, kind)]).length > 0 === offered,
  ).length
  const random = new Random(7)
  const names = (count: number): NamedSource[] =>
    Array.from({ length: count }, (_, n) => {
      const word = (): string =>
        Array.from({ length: 2 + random.below(3) }, () =>
          random.pick(['ka', 'mo', 'ri', 'ta', 'le', 'son', 'var', 'nik']),
        ).join('')
      return source(String(n), `${word()} ${word()}`, 'person')
    })
  const [some, many] = [names(1_000), names(10_000)]
  const few = median(await times(3, () => nameClusters(some)))
  const all = median(await times(3, () => nameClusters(many)))
  return [
    variants.length === 0
      ? 'skipped: the given names are not beside the project'
      : `${right} of ${variants.length} given pairs told right (goal: all)`,
    `10,000 names compared in ${all.toFixed(0)} ms, ${(all / few).toFixed(1)} times 1,000 of them (goal: 15)`,
  ]
}
