import type { RecordId } from './base.ts'
import { kinds, type RecordKind, type RecordOf } from './record.ts'
import type { Reference, ReferenceField } from './reference.ts'

/** Everything that a record needs to be in the notebook. */
export const referencesOf = <K extends RecordKind>(kind: K, record: RecordOf<K>): Reference[] =>
  Object.entries(kinds[kind].references).flatMap(([name, field]) =>
    referencesIn(`${kind}.${name}`, field, record),
  )

function referencesIn<R>(name: string, field: ReferenceField<R>, record: R): Reference[] {
  if (field.form === 'list') return field.get(record).flatMap((item) => referencesOfItem(name, field, item))
  const id = field.get(record)
  return id === null ? [] : [{ kind: field.to, id, field: name, endsWithIt: false }]
}

const referencesOfItem = <R>(
  name: string,
  field: Extract<ReferenceField<R>, { form: 'list' }>,
  item: unknown,
): Reference[] =>
  field.of(item).map(({ part, ...reference }) => ({
    endsWithIt: false,
    ...reference,
    field: part === undefined ? name : `${name}.${part}`,
  }))

/** The record without its references to these. */
export function withoutReferences<K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  lost: ReadonlySet<RecordId>,
): RecordOf<K> {
  const isLost = (id: RecordId): boolean => lost.has(id)
  let kept = record
  for (const field of Object.values(kinds[kind].references))
    kept = { ...kept, ...withoutIn(field, kept, isLost) }
  return kept
}

function withoutIn<R>(field: ReferenceField<R>, record: R, isLost: (id: RecordId) => boolean): Partial<R> {
  if (field.form === 'list')
    return field.set(field.get(record).flatMap((item) => field.without(item, isLost)))
  const id = field.get(record)
  return id !== null && isLost(id) ? field.set(null, record) : {}
}

/** The fields that a record has with the id of another one in a field that has one. */
export function withReference<K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  field: string,
  id: RecordId | null,
): Partial<RecordOf<K>> {
  const reference = kinds[kind].references[field]
  if (reference?.form !== 'one') throw new RangeError(`${kind} has no reference ${field}`)
  return reference.set(id, record)
}

/** What people call the records of a kind. */
export const kindNouns: Record<RecordKind, string> = {
  article: 'article',
  annotation: 'highlight',
  claim: 'claim',
  source: 'source',
  tag: 'tag',
  note: 'note',
}

/** What a record has to do with the one that it refers to, as in “The source that this claim names”. */
export const referenceWords: Readonly<Record<string, string>> = {
  'article.tags': 'has',
  'article.outlet': 'has as its outlet',
  'article.derivedFrom': 'repeats',
  'annotation.article': 'stands in',
  'annotation.tags': 'has',
  'claim.tags': 'has',
  'claim.evidence': 'rests on',
  'claim.evidence.chain': 'names',
  'claim.relations': 'is related to',
  'claim.mergedInto': 'is merged into',
  'claim.accused': 'accuses',
  'claim.quantity': 'has the figure of',
  'source.tags': 'has',
  'source.mergedInto': 'is merged into',
  'source.relayer': 'spoke to',
  'source.derivedFrom': 'derives from',
  'source.possiblySame': 'is possibly the same as',
  'source.mustNotMerge': 'is certainly not',
  'tag.parent': 'stands below',
  'tag.mergedInto': 'is merged into',
  'note.tags': 'has',
}
