import type { RestingClaim } from '../../contract/annotations.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

/** The claims that rest on a highlight: who says so there, how many say so independently, and where else it is said. */
export async function restingClaims(store: NotebookStore, annotation: Annotation): Promise<RestingClaim[]> {
  const ids = (await store.model.askNow('claimsOn', [annotation.id]))[annotation.id] ?? []
  const [found, origins] = await Promise.all([
    Promise.all(ids.map((id) => store.get('claim', id))),
    store.model.askNow('originsOf', ids),
  ])
  const counts = new Map(origins.claims.map(({ claim, corroboration }) => [claim, corroboration]))
  const resting: RestingClaim[] = []
  for (const claim of found) {
    if (!claim) continue
    const { id, statement, status } = claim
    const count = counts.get(id)
    const piece = claim.evidence.find((one) => one.annotation === annotation.id)
    resting.push({
      id,
      statement,
      status,
      // Of a claim that was merged into it the piece is not its own.
      stance: piece?.stance ?? 'mentions',
      chain: piece?.chain ?? [],
      origins: count?.supports.origins.length ?? 0,
      against: count?.disputes.origins.length ?? 0,
      elsewhere: await elsewhere(store, claim, annotation.article),
    })
  }
  return resting
}

async function elsewhere(
  store: NotebookStore,
  { evidence }: Claim,
  here: Id<'article'>,
): Promise<RestingClaim['elsewhere']> {
  const passages = await store.model.askNow('passagesOf', evidence)
  const found = new Map<string, RestingClaim['elsewhere'][number]>()
  for (const { id, stance, withdrawn } of evidence) {
    const place = passages[id]
    if (!place || place.article === here || withdrawn !== null) continue
    found.set(`${stance} ${place.article}`, { article: place.article, title: place.articleTitle, stance })
  }
  return [...found.values()]
}
