import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** What a row has, by column. */
export type Columns = Readonly<Record<string, string | number | null>>

/** Some columns have names that mean something to SQLite. */
const quoted = (name: string): string => `"${name}"`

const putting = (table: string, names: readonly string[]): string =>
  `INSERT OR REPLACE INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`

const usualCache = 2_048

/** A SQLite database in the cache of a notebook, with its statements prepared once. It has a table `meta` of notes. */
export class Database {
  protected readonly database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** How rows are put, by table and columns. */
  readonly #puts = new Map<string, string>()
  /** Whether another program keeps it. */
  readonly isReadOnly: boolean

  /** @param path a file, or `:memory:` @param cache how much of it is kept in memory, in KiB */
  constructor(path: string, { readOnly = false, cache = usualCache } = {}) {
    this.isReadOnly = readOnly
    this.database = new DatabaseSync(path, { readOnly })
    this.database.exec(
      `PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 2000; PRAGMA recursive_triggers = ON; PRAGMA cache_size = -${cache}`,
    )
  }

  /** Makes its tables. @param version of the tables: another one is of another program */
  make(tables: string, version: number): void {
    this.database.exec(tables)
    this.database.exec(`PRAGMA user_version = ${version}`)
  }

  /** Whether its tables are of that version. */
  isOf(version: number): boolean {
    return this.database.prepare('PRAGMA user_version').get()?.['user_version'] === version
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
    this.database.exec('BEGIN')
    try {
      const result = work()
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#isInTransaction()) this.database.exec('ROLLBACK')
      throw error
    }
  }

  #isInTransaction(): boolean {
    return this.database.isTransaction
  }

  /** Sets how SQLite goes about it. @param pragma `name = value` */
  set(pragma: string): void {
    this.database.exec(`PRAGMA ${pragma}`)
  }

  close(): void {
    this.#statements.clear()
    this.database.close()
  }

  #statement(sql: string): StatementSync {
    const there = this.#statements.get(sql)
    if (there) return there
    const statement = this.database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
