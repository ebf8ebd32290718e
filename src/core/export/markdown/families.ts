import { currentRecord, type Mergeable } from '../../records/merged.ts'

/** Records of a kind, some of which were merged into others: one stands for each family. */
export class Families<T extends Mergeable> {
  readonly #records: ReadonlyMap<T['id'], T>
  readonly #families: ReadonlyMap<T['id'], readonly T[]>
  /** Those that stand for themselves, by id. */
  readonly standing: readonly T[]

  constructor(records: readonly T[]) {
    this.#records = new Map(records.map((record) => [record.id, record]))
    const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    this.#families = Map.groupBy(sorted, (record) => this.#standingFor(record).id)
    this.standing = sorted.filter((record) => this.#standingFor(record) === record)
  }

  /** Any record, merged or not. */
  get(id: T['id']): T | undefined {
    return this.#records.get(id)
  }

  /** The one that stands for a record. */
  standingFor(id: T['id']): T | undefined {
    const record = this.#records.get(id)
    return record && this.#standingFor(record)
  }

  /** Those that were merged into a record that stands for itself, also through others, by id. */
  mergedInto(id: T['id']): readonly T[] {
    return (this.#families.get(id) ?? []).filter((record) => record.id !== id)
  }

  /** Where the other one is missing, a merged record stands for itself. */
  #standingFor(record: T): T {
    return currentRecord(record.id, (id) => this.#records.get(id)) ?? record
  }
}
