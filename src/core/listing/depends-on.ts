import type { Id } from '../records/base.ts'
import type { Depends } from './touched.ts'

/**
 * What the answers are made of that stand on nearly every page, or are dear: they are asked again only when that changed. What is
 * not listed here depends on everything. A test makes random Changes, and asks all of these again to see that none was missed.
 */
export const dependsOn = {
  /** `sources.names` */
  sourceNames: { source: ['name', 'kind', 'confidential', 'mergedInto'] },
  /** `tags.list`: the tags, and how many records carry each. */
  tags: {
    tag: 'all',
    article: ['tags'],
    annotation: ['tags', 'article'],
    claim: ['tags', 'mergedInto'],
    source: ['tags', 'mergedInto'],
  },
  /** `claims.wordings` */
  wordings: { claim: ['statement'] },
  /** `claims.candidates` */
  candidates: {
    claim: [
      ...['statement', 'quantity', 'relations', 'mergedInto', 'dismissed'],
      ...['evidence', 'evidence.annotation', 'evidence.chain', 'evidence.withdrawn'],
    ],
    annotation: ['exact'],
    source: ['mergedInto'],
  },
  /** `claims.related` */
  related: { claim: ['statement', 'status', 'relations', 'mergedInto'] },
  /** `claims.figures` */
  figures: {
    claim: [
      ...['statement', 'status', 'quantity', 'mergedInto'],
      ...['evidence', 'evidence.stance', 'evidence.chain', 'evidence.withdrawn'],
    ],
    source: ['name', 'mergedInto'],
  },
  /** `claims.get`, also with its origins */
  claim: { claim: 'all', annotation: 'all', article: 'all', source: 'all' },
} as const satisfies Record<string, Depends>

/**
 * `claims.get` of one claim, also with its origins: of other claims it shows what those say and how they are related, and has the
 * evidence of those that were merged into it.
 */
export const dependsOnClaim = (id: Id<'claim'>): Depends => ({
  ...dependsOn.claim,
  claim: { own: [id], others: ['statement', 'status', 'relations', 'mergedInto', 'evidence'] },
})

/** Any change of any record. */
export const everything: Depends = {
  article: 'all',
  annotation: 'all',
  claim: 'all',
  source: 'all',
  tag: 'all',
  note: 'all',
}
