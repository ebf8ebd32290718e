import type { StanceOrigins } from '../../corroboration/corroborate.ts'
import { whyCounted } from '../../corroboration/why-counted.ts'
import type { Claim, Evidence, Stance } from '../../records/claim.ts'
import { said, type Said } from '../../words/say.ts'
import type { OriginCount } from '../exporter.ts'
import type { Catalogue } from './catalogue.ts'

/** How many origins say so and how many say otherwise, in a sentence; a range where those who are not named may be one. */
export function verdictOf(catalogue: Catalogue, claim: Claim): string {
  const origins = catalogue.originsOf(claim.id)
  const side = (stance: 'supports' | 'disputes'): Said => {
    const { least, most } = countOf(origins?.[stance])
    return least === most
      ? said(`exported.verdict.${stance}`, { count: most })
      : said(`exported.verdict.${stance}Range`, { least, most })
  }
  return catalogue.say('exported.verdict.line', { for: side('supports'), against: side('disputes') })
}

/** How many independent origins there are, at least and at most. */
export const countOf = (side: StanceOrigins | undefined): OriginCount => ({
  least: side?.least ?? 0,
  most: side?.origins.length ?? 0,
})

/** Why the origins of a claim are as many as they are: what is one, what may be one, what does not count. */
export function whyOf(catalogue: Catalogue, claim: Claim): string[] {
  const origins = catalogue.originsOf(claim.id)
  return origins ? whyCounted(origins, (id) => catalogue.nameOf(id), catalogue.language) : []
}

/** Pieces of evidence that are one origin; the last group may be of those that count for none. */
export interface OriginGroup {
  /** Who says so, or where nobody is named what the article is called; null for what does not count. */
  name: string | null
  pieces: Evidence[]
}

/** The evidence of a claim for a stance, by its origins. @param evidence all that counts for the claim */
export function byOrigin(
  catalogue: Catalogue,
  claim: Claim,
  stance: Stance,
  evidence: readonly Evidence[],
): OriginGroup[] {
  const left = new Map(evidence.filter((piece) => piece.stance === stance).map((piece) => [piece.id, piece]))
  const groups: OriginGroup[] = []
  for (const origin of catalogue.originsOf(claim.id)?.[stance].origins ?? []) {
    const pieces = origin.evidence.flatMap((id) => left.get(id) ?? [])
    for (const { id } of pieces) left.delete(id)
    const [first] = pieces
    if (!first) continue
    groups.push({
      name: originName(catalogue, first),
      pieces,
    })
  }
  if (left.size > 0) groups.push({ name: null, pieces: [...left.values()] })
  return groups
}

function originName(catalogue: Catalogue, piece: Evidence): string {
  const asserter = piece.chain[0]
  if (asserter) return catalogue.nameOf(asserter.source)
  const article = catalogue.articleOf(piece)
  if (!article) return catalogue.say('exported.origin.nobody')
  return article.outlet === null ? article.title : catalogue.nameOf(article.outlet)
}
