import { createHash } from 'node:crypto'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { Held } from '../../core/records/record.ts'

/** The text of record for a hash; asked for only when an article's text must be indexed. */
export type TextOf = (sha256: string) => string

/** What the search finds a record by. */
export interface Searchable {
  title: string
  body: (textOf: TextOf) => string
  /** Changes when the title or the body does. */
  fingerprint: number
}

/** What the search finds a record by; null for a tag. */
export function searchableOf(held: Held): Searchable | null {
  switch (held.kind) {
    case 'article':
      return searchableArticle(held.record)
    case 'annotation':
      return plain(held.record.exact, held.record.note)
    case 'claim':
      return plain(held.record.statement, held.record.note)
    case 'source': {
      const { name, aliases, role, affiliation, descriptor, note, inquiries } = held.record
      const asked = inquiries.flatMap(({ question, answer }) => [question, answer])
      return plain(
        name,
        [...aliases.map((alias) => alias.name), role, affiliation, descriptor, note, ...asked].join('\n'),
      )
    }
    case 'note':
      return plain(held.record.title, held.record.body)
    case 'tag':
      return null
  }
}

function searchableArticle(article: Article): Searchable {
  const { sha256 } = currentVersion(article).text
  const { note } = article
  // The words of an address say what an article is about, too.
  const title = [article.title, authorsOf(article), ...article.urls.map(wordsOfAddress)].join('\n')
  const body = (textOf: TextOf): string => (note === '' ? textOf(sha256) : `${textOf(sha256)}\n${note}`)
  return { title, body, fingerprint: fingerprintOf(title, sha256, note) }
}

const wordsOfAddress = (url: string): string =>
  (/^\w+:\/\/([^?#]*)/u.exec(url)?.[1] ?? '').replace(/^www\./u, '')

const plain = (title: string, body: string): Searchable => ({
  title,
  body: () => body,
  fingerprint: fingerprintOf(title, body),
})

/** 48 bits: enough to see that a text is another one. */
function fingerprintOf(...parts: string[]): number {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest().readUIntBE(0, 6)
}

/**
 * Stands for all of a claim that other sums hang on than those of lists of claims: while it stays, neither the claim itself
 * nor its articles, sources and relations count differently.
 */
export function countedOf({ statement, evidence, relations, rulings, mergedInto }: Claim): number {
  return fingerprintOf(JSON.stringify([statement, evidence, relations, rulings, mergedInto]))
}

/** Who wrote an article, as one line. */
export const authorsOf = ({ authors, byline }: Article): string =>
  authors.length > 0 ? authors.join(', ') : byline
