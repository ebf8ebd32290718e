import type { RecordId } from '../records/base.ts'

/**
 * Which records are asked for while files are made: what each file was made of, and what is missing where a notebook was read in part.
 */
export class Asked {
  /** What was asked for and is not there. */
  readonly missing = new Set<RecordId>()
  #file: Set<RecordId> | undefined

  /** Notes that a record was asked for, and answers it. */
  note<T>(id: RecordId, record: T | undefined): T | undefined {
    this.#file?.add(id)
    if (record === undefined) this.missing.add(id)
    return record
  }

  /** Notes that something of a record stands in what is made. */
  add(id: RecordId): void {
    this.#file?.add(id)
  }

  /** The same of several, and answers them. */
  noteAll<T extends { id: RecordId }>(records: readonly T[]): readonly T[] {
    for (const { id } of records) this.add(id)
    return records
  }

  /** Makes a file. @returns it, and the records that it was made of */
  during<T>(work: () => T): { made: T; uses: RecordId[] } {
    const uses = new Set<RecordId>()
    this.#file = uses
    try {
      return { made: work(), uses: [...uses] }
    } finally {
      this.#file = undefined
    }
  }
}
