import { currentRecord, type Mergeable } from '../../records/merged.ts'

/** Records of a kind, some of which were merged into others: one stands for each family. */
export class Families<T extends Mergeable> {
  readonly #records: ReadonlyMap<T['id'], T>
  /** The one that stands for each; where the other one is missing, a merged record stands for itself. */
  readonly #standing: ReadonlyMap<T['id'], T>
  readonly #families: ReadonlyMap<T['id'], readonly T[]>
  /** Those that stand for themselves, by id. */
  readonly standing: readonly T[]

  constructor(records: readonly T[]) {
    this.#records = new Map(records.map((record) => [record.id, record]))
    const find = (id: T['id']): T | undefined => this.#records.get(id)
    this.#standing = new Map(records.map((record) => [record.id, currentRecord(record.id, find) ?? record]))
    const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    this.#families = Map.groupBy(sorted, (record) => (this.standingFor(record.id) ?? record).id)
    this.standing = sorted.filter((record) => this.standingFor(record.id) === record)
  }

  /** Any record, merged or not. */
  get(id: T['id']): T | undefined {
    return this.#records.get(id)
  }

  /** The one that stands for a record. */
  standingFor(id: T['id']): T | undefined {
    return this.#standing.get(id)
  }

  /** Those that were merged into a record that stands for itself, also through others, by id. */
  mergedInto(id: T['id']): readonly T[] {
    return (this.#families.get(id) ?? []).filter((record) => record.id !== id)
  }
}
