import type { Id } from '../records/base.ts'
import type { Stance } from '../records/claim.ts'
import type { SourceKind } from '../records/source.ts'

/** As much of a piece of evidence as says where it comes from. */
export interface OriginPiece {
  id: Id
  stance: Stance
  /** The article that it stands in; null for a source that no article reports. */
  article: Id | null
  /** The sources of its attribution chain, asserter first, after merges. */
  chain: readonly Id[]
}

export interface OriginSource {
  /** The source that stands for it after merges. */
  id: Id
  kind: SourceKind
  /** How the text calls it; for an undisclosed source. */
  descriptor: string
  /** To whom it spoke, where that is noted with the source itself. */
  relayer: Id | null
  /** After merges, from both sides: where one is possibly the other, the other is possibly the one. */
  possiblySame: readonly Id[]
  /** What it was made from, after merges. */
  derivedFrom: readonly Id[]
}

export interface OriginArticle {
  /** After merges. */
  outlet: Id | null
  derivedFrom: Id | null
}

/** The sources and articles that evidence names. */
export interface Known {
  source: (id: Id) => OriginSource | undefined
  article: (id: Id) => OriginArticle | undefined
}
