import { Database } from '../database.ts'
import { modelVersion, tables } from './tables.ts'

const cacheKilobytes = 8_192
const bulkCacheKilobytes = 16_384
/** How much of the full-text index is collected in memory before it is written, in bytes; SQLite's own is 1 MiB. */
const usualHash = 1_048_576
const bulkHash = 8_388_608

/**
 * What stands in a column as JSON: what `write-row.ts` put there, from a record that had been parsed. A cache that others may
 * have written is not opened (`check-cache.ts`).
 */
export const fromColumn = <T>(json: string): T => JSON.parse(json) as T

/** The SQLite database of the read model. */
export class ModelDatabase extends Database {
  /** @param path a file, or `:memory:` */
  constructor(path: string, { readOnly = false } = {}) {
    super(path, { readOnly, cache: cacheKilobytes })
    if (!readOnly) this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  }

  /** Whether the tables are those of this program. */
  get isCurrent(): boolean {
    return this.isOf(modelVersion)
  }

  createTables(): void {
    this.make(tables, modelVersion)
  }

  /**
   * Begins to write much: one transaction until `endBulk` or `commitBulk`, which other work on this connection takes part
   * in. What a crash would spoil is made anew anyway.
   */
  beginBulk(): void {
    // Written straight into the file: a journal on disk would double the work for what can be made anew.
    this.database.exec(
      `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -${bulkCacheKilobytes}`,
    )
    this.#setHash(bulkHash)
    this.database.exec('BEGIN')
  }

  /** Writes what there is so far. */
  commitBulk(): void {
    this.database.exec('COMMIT; BEGIN')
  }

  endBulk(): void {
    if (this.database.isTransaction) this.database.exec('COMMIT')
    this.#setHash(usualHash)
    this.database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${cacheKilobytes}`,
    )
  }

  /** As a literal: FTS5 takes an integer only, and a bound number is none. */
  #setHash(bytes: number): void {
    this.database.exec(`INSERT INTO search (search, rank) VALUES ('hashsize', ${bytes})`)
  }
}
