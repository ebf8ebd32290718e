/** What is missing for the read model, in words, or undefined when all is there. */
export async function missingSqlite(): Promise<string | undefined> {
  try {
    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(':memory:')
    database.exec('CREATE VIRTUAL TABLE probe USING fts5 (body)')
    database.close()
    return undefined
  } catch {
    return 'This Node has no SQLite with full-text search (node:sqlite with FTS5), which Ascribe needs; start it through npm, which brings its own.'
  }
}
