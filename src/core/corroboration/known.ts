import type { Id } from '../records/base.ts'
import type { Stance } from '../records/claim.ts'
import type { SourceKind } from '../records/source.ts'

/** As much of a piece of evidence as says where it comes from. */
export interface OriginPiece {
  id: Id<'evidence'>
  stance: Stance
  /** The article that it stands in; null for a source that no article reports. */
  article: Id<'article'> | null
  /** The sources of its attribution chain, asserter first, after merges. */
  chain: readonly Id<'source'>[]
  /** Whether it was withdrawn or corrected: then it counts no more. */
  isWithdrawn: boolean
}

export interface OriginSource {
  /** The source that stands for it after merges. */
  id: Id<'source'>
  kind: SourceKind
  name: string
  /** How the text calls it; for an undisclosed source. */
  descriptor: string
  /** To whom it spoke, where that is noted with the source itself. */
  relayer: Id<'source'> | null
  /** After merges, from both sides: where one is possibly the other, the other is possibly the one. */
  possiblySame: readonly Id<'source'>[]
  /** What it was made from, after merges. */
  derivedFrom: readonly Id<'source'>[]
  /** What somebody is: “mayor of Karsk”. */
  role: string
  /** For whom it speaks, by its role and affiliation. */
  bodies: readonly Id<'source'>[]
  /** Whether its name means it in one article only: that of another article may be the same. */
  isOfArticle: boolean
  /** Whether it is certainly not another one. */
  isNot: (other: Id<'source'>) => boolean
}

export interface OriginArticle {
  /** After merges. */
  outlet: Id<'source'> | null
  derivedFrom: Id<'article'> | null
}

/** The sources and articles that evidence names. */
export interface Known {
  source: (id: Id<'source'>) => OriginSource | undefined
  article: (id: Id<'article'>) => OriginArticle | undefined
}
