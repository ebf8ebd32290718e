import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** Goes up with every change of the tables; an older cache is made anew. */
export const modelVersion = 2

const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) STRICT;
  CREATE TABLE document (name TEXT PRIMARY KEY, size INTEGER, mtime REAL, damage TEXT) STRICT;
  CREATE TABLE record (id TEXT PRIMARY KEY, kind TEXT, document TEXT) STRICT, WITHOUT ROWID;
  CREATE INDEX record_document ON record (document);
  CREATE TABLE article (
    id TEXT PRIMARY KEY, title TEXT, authors TEXT, outlet TEXT, published TEXT, published_from REAL, language TEXT,
    direction TEXT, reading TEXT, characters INTEGER, created TEXT
  ) STRICT;
  CREATE INDEX article_created ON article (created);
  CREATE INDEX article_title ON article (title COLLATE NOCASE);
  CREATE INDEX article_published ON article (published_from);
  CREATE INDEX article_outlet ON article (outlet);
  CREATE TABLE original (sha256 TEXT, article TEXT, PRIMARY KEY (sha256, article)) STRICT, WITHOUT ROWID;
  CREATE INDEX original_article ON original (article);
  CREATE TABLE annotation (
    id TEXT PRIMARY KEY, article TEXT, version INTEGER, start INTEGER, "end" INTEGER, exact TEXT, style TEXT,
    state TEXT, note TEXT
  ) STRICT;
  CREATE INDEX annotation_article ON annotation (article, start);
  CREATE TABLE claim (
    id TEXT PRIMARY KEY, statement TEXT, kind TEXT, status TEXT, credibility INTEGER, event TEXT, event_from REAL,
    modified TEXT
  ) STRICT;
  CREATE INDEX claim_modified ON claim (modified);
  CREATE INDEX claim_statement ON claim (statement COLLATE NOCASE);
  CREATE INDEX claim_status ON claim (status);
  CREATE TABLE evidence (
    id TEXT PRIMARY KEY, claim TEXT, place INTEGER, stance TEXT, annotation TEXT, article TEXT
  ) STRICT;
  CREATE INDEX evidence_claim ON evidence (claim);
  CREATE INDEX evidence_annotation ON evidence (annotation);
  CREATE INDEX evidence_article ON evidence (article);
  CREATE TABLE hop (
    evidence TEXT, position INTEGER, source TEXT, claim TEXT, PRIMARY KEY (evidence, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX hop_source ON hop (source);
  CREATE INDEX hop_claim ON hop (claim);
  CREATE TABLE relation (claim TEXT, other TEXT, kind TEXT) STRICT;
  CREATE INDEX relation_claim ON relation (claim);
  CREATE INDEX relation_other ON relation (other);
  CREATE TABLE source (
    id TEXT PRIMARY KEY, kind TEXT, name TEXT, role TEXT, reliability TEXT, merged_into TEXT
  ) STRICT;
  CREATE INDEX source_merged ON source (merged_into);
  CREATE INDEX source_sorted ON source (name COLLATE NOCASE);
  CREATE TABLE source_name (source TEXT, name TEXT, folded TEXT, is_alias INTEGER) STRICT;
  CREATE INDEX source_name_source ON source_name (source);
  CREATE INDEX source_name_folded ON source_name (folded);
  CREATE TABLE tag (
    id TEXT PRIMARY KEY, name TEXT, folded TEXT, parent TEXT, colour TEXT, definition TEXT, merged_into TEXT
  ) STRICT;
  CREATE TABLE tagged (tag TEXT, record TEXT, kind TEXT, PRIMARY KEY (tag, record)) STRICT, WITHOUT ROWID;
  CREATE INDEX tagged_record ON tagged (record);
  CREATE TABLE change (
    seq INTEGER PRIMARY KEY, id TEXT UNIQUE, at TEXT, author TEXT, label TEXT, file TEXT, offset INTEGER,
    bytes INTEGER, state TEXT
  ) STRICT;
  CREATE INDEX change_state ON change (state, seq);
  CREATE TABLE change_record (record TEXT, seq INTEGER, PRIMARY KEY (record, seq)) STRICT, WITHOUT ROWID;
  CREATE TABLE searchable (
    row INTEGER PRIMARY KEY, record TEXT UNIQUE, kind TEXT, article TEXT, fingerprint TEXT
  ) STRICT;
  CREATE VIRTUAL TABLE search USING fts5 (
    title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  );
`

/** The SQLite database of the read model, with its statements prepared once. */
export class ModelDatabase {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  /** @param path a file, or `:memory:` */
  constructor(path: string) {
    this.#database = new DatabaseSync(path)
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000')
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

  /** The first row, as the caller knows the columns to be. */
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  /** The first column of the first row, 0 when there is none. */
  count(sql: string, ...values: SQLInputValue[]): number {
    const row = this.one<Record<string, number>>(sql, ...values)
    return row === undefined ? 0 : (Object.values(row)[0] ?? 0)
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

  /** For the time in which much is written: what a crash would spoil is made anew anyway. */
  forBulk<T>(work: () => Promise<T>): Promise<T> {
    this.#database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -65536')
    return work().finally(() => this.#database.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8192'))
  }

  #isInTransaction(): boolean {
    return this.#database.isTransaction
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
