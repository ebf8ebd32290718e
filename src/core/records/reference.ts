import type { Id, RecordId } from './base.ts'
import type { RecordKind } from './kinds.ts'

/** Another record that a record needs. */
export interface Reference {
  kind: RecordKind
  id: RecordId
  /** The kind and field that it stands in, as `claim.outlet`, or the part of it, as `claim.chain`: `refers` has words for each. */
  field: string
  /** Whether the other record may go all the same: what is said about it ends with it then. */
  endsWithIt: boolean
}

/** A reference of an item of a list; where a part of the item refers, with its name: `chain`. */
export interface ItemReference {
  kind: RecordKind
  id: RecordId
  part?: string
  endsWithIt?: boolean
}

/** A field with the id of one other record. */
interface OneField<R> {
  form: 'one'
  to: RecordKind
  /** Whether following it must never lead back: a record stands below another one, is merged into it, or repeats it. */
  isOrder: boolean
  get(record: R): RecordId | null
  /** What of a record is otherwise with this id in it. */
  set(id: RecordId | null, record: R): Partial<R>
}

/** A field with a list, each of whose items refers to other records. */
interface ListField<R, Item> {
  form: 'list'
  get(record: R): readonly Item[]
  set(items: readonly Item[]): Partial<R>
  of(item: Item): ItemReference[]
  /** What is left of an item without what is lost; nothing, where it says nothing then. */
  without(item: Item, isLost: (id: RecordId) => boolean): Item[]
}

/** A field of a record that refers to other records. All that asks what refers to what goes by these. */
export type ReferenceField<R> = OneField<R> | ListField<R, unknown>
export type ReferenceFields<R> = Readonly<Record<string, ReferenceField<R>>>

/** A field with the id of one record, or none. */
export const one = <R, K extends RecordKind>(
  to: K,
  get: (record: R) => Id<K> | null,
  set: (id: Id<K> | null, record: R) => Partial<R>,
  { isOrder = false } = {},
): ReferenceField<R> => ({ form: 'one', to, isOrder, get, set })

/** A field with a list of ids. */
export const ids = <R, K extends RecordKind>(
  to: K,
  get: (record: R) => readonly Id<K>[],
  set: (ids: Id<K>[]) => Partial<R>,
  { endsWithIt = false } = {},
): ReferenceField<R> =>
  parts<R, Id<K>>(get, (items) => set([...items]), {
    of: (id) => [{ kind: to, id, endsWithIt }],
    without: (id, isLost) => (isLost(id) ? [] : [id]),
  })

/** A field with a list of parts that refer to records. */
export const parts = <R, Item>(
  get: (record: R) => readonly Item[],
  set: (items: readonly Item[]) => Partial<R>,
  { of, without }: Pick<ListField<R, Item>, 'of' | 'without'>,
): ReferenceField<R> => ({ form: 'list', get, set, of, without })

/** The field of a record that carries tags. */
export const tagsField: ReferenceField<{ tags: Id<'tag'>[] }> = ids(
  'tag',
  ({ tags }) => tags,
  (tags) => ({ tags }),
)

/** The field of a record that another one of its kind may stand for. */
export const mergedIntoField = <K extends RecordKind>(
  kind: K,
): ReferenceField<{ mergedInto: Id<K> | null }> =>
  one(
    kind,
    ({ mergedInto }) => mergedInto,
    (mergedInto) => ({ mergedInto }),
    { isOrder: true },
  )
