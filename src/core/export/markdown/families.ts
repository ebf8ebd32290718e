import { Asked } from '../asked.ts'
import { currentRecord, type Mergeable } from '../../records/merged.ts'

/** Records of a kind, some of which were merged into others: one stands for each family. */
export class Families<T extends Mergeable> {
  readonly #asked: Asked
  readonly #records: ReadonlyMap<T['id'], T>
  /** The one that stands for each; where the other one is missing, a merged record stands for itself. */
  readonly #standing: ReadonlyMap<T['id'], T>
  readonly #families: ReadonlyMap<T['id'], readonly T[]>
  /** Those that stand for themselves, by id. */
  readonly standing: readonly T[]

  /** @param asked notes what is asked for */
  constructor(records: readonly T[], asked: Asked = new Asked()) {
    this.#asked = asked
    this.#records = new Map(records.map((record) => [record.id, record]))
    const find = (id: T['id']): T | undefined => this.#records.get(id)
    this.#standing = new Map(records.map((record) => [record.id, currentRecord(record.id, find) ?? record]))
    const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    this.#families = Map.groupBy(sorted, (record) => (this.#standing.get(record.id) ?? record).id)
    this.standing = sorted.filter((record) => this.#standing.get(record.id) === record)
  }

  /** Any record, merged or not. */
  get(id: T['id']): T | undefined {
    return this.#asked.note(id, this.#records.get(id))
  }

  /** The one that stands for a record. */
  standingFor(id: T['id']): T | undefined {
    const standing = this.#asked.note(id, this.#standing.get(id))
    if (standing) this.#asked.add(standing.id)
    return standing
  }

  /** Those that were merged into a record that stands for itself, also through others, by id. */
  mergedInto(id: T['id']): readonly T[] {
    return this.#asked.noteAll((this.#families.get(id) ?? []).filter((record) => record.id !== id))
  }
}
