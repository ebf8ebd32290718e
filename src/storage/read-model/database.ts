import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
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

/** What a row has, by column. */
export type Columns = Readonly<Record<string, string | number | null>>

/** Some columns have names that mean something to SQLite. */
const quoted = (name: string): string => `"${name}"`

const putting = (table: string, names: readonly string[]): string =>
  `INSERT OR REPLACE INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`

/** The SQLite database of the read model, with its statements prepared once. */
export class ModelDatabase {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** How rows are put, by table and columns. */
  readonly #puts = new Map<string, string>()
  /** Whether another program keeps it. */
  readonly isReadOnly: boolean

  /** @param path a file, or `:memory:` */
  constructor(path: string, { readOnly = false } = {}) {
    this.isReadOnly = readOnly
    this.#database = new DatabaseSync(path, { readOnly })
    this.#database.exec(
      `PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 2000; PRAGMA recursive_triggers = ON; PRAGMA cache_size = -${cacheKilobytes}`,
    )
    if (!readOnly) this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  }

  /** Whether the tables are those of this program. */
  get isCurrent(): boolean {
    const row = this.#database.prepare('PRAGMA user_version').get()
    return row?.['user_version'] === modelVersion
  }

  createTables(): void {
    this.#database.exec(tables)
    this.#database.exec(`PRAGMA user_version = ${modelVersion}`)
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes)
  }

  /** Puts a row into a table, in place of one with its key. What is not named has its default, or is empty. */
  put(table: string, columns: Columns): void {
    const names = Object.keys(columns)
    const key = `${table} ${names.join()}`
    const sql = this.#puts.get(key) ?? putting(table, names)
    this.#puts.set(key, sql)
    this.run(sql, ...Object.values(columns))
  }

  /** Changes columns of a row, and nothing else of it. */
  update(table: string, columns: Columns, row: number): void {
    const names = Object.keys(columns)
    const sql = `UPDATE ${table} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE row = ?`
    this.run(sql, ...Object.values(columns), row)
  }

  /** The first row, as the caller knows the columns to be. */
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  /** The first column of the first row, 0 when there is none. */
  count(sql: string, ...values: SQLInputValue[]): number {
    const row = this.one<Record<string, number | null>>(sql, ...values)
    return row === undefined ? 0 : (Object.values(row)[0] ?? 0)
  }

  /** What is remembered under a name. */
  note(key: string): string | null {
    return this.one<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null
  }

  /** Remembers a value, or forgets it (null). */
  setNote(key: string, value: string | null): void {
    if (value === null) this.run('DELETE FROM meta WHERE key = ?', key)
    else this.put('meta', { key, value })
  }

  transaction<T>(work: () => T): T {
    if (this.#isInTransaction()) return work()
    this.#database.exec('BEGIN')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#isInTransaction()) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  #isInTransaction(): boolean {
    return this.#database.isTransaction
  }

  /**
   * Begins to write much: one transaction until `endBulk` or `commitBulk`, which other work on this connection takes part
   * in. What a crash would spoil is made anew anyway.
   */
  beginBulk(): void {
    // Written straight into the file: a journal on disk would double the work for what can be made anew.
    this.#database.exec(
      `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -${bulkCacheKilobytes}`,
    )
    this.#setHash(bulkHash)
    this.#database.exec('BEGIN')
  }

  /** Writes what there is so far. */
  commitBulk(): void {
    this.#database.exec('COMMIT; BEGIN')
  }

  endBulk(): void {
    if (this.#database.isTransaction) this.#database.exec('COMMIT')
    this.#setHash(usualHash)
    this.#database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${cacheKilobytes}`,
    )
  }

  /** As a literal: FTS5 takes an integer only, and a bound number is none. */
  #setHash(bytes: number): void {
    this.#database.exec(`INSERT INTO search (search, rank) VALUES ('hashsize', ${bytes})`)
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #statement(sql: string): StatementSync {
    const there = this.#statements.get(sql)
    if (there) return there
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
