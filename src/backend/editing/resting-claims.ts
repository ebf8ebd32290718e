import type { RestingClaim } from '../../contract/annotations.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim, Evidence } from '../../core/records/claim.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { mergedInto } from './merged-claims.ts'

/** The claims that rest on a highlight: who says so there, how many say so independently, and where else it is said. */
export async function restingClaims(store: NotebookStore, annotation: Annotation): Promise<RestingClaim[]> {
  const ids = (await store.model.askNow('claimsOn', [annotation.id]))[annotation.id] ?? []
  const [found, origins] = await Promise.all([
    Promise.all(ids.map((id) => store.get('claim', id))),
    store.model.askNow('originsOf', ids),
  ])
  const counts = new Map(origins.claims.map(({ claim, corroboration }) => [claim, corroboration]))
  const resting = async (claim: Claim): Promise<RestingClaim> => {
    const { id, statement, status } = claim
    // What was merged into it counts as its own.
    const evidence = [claim, ...(await mergedInto(store, id))].flatMap((one) => one.evidence)
    const piece = evidence.find((one) => one.annotation === annotation.id)
    const count = counts.get(id)
    return {
      id,
      statement,
      status,
      stance: piece?.stance ?? 'mentions',
      chain: piece?.chain ?? [],
      origins: count?.supports.origins.length ?? 0,
      against: count?.disputes.origins.length ?? 0,
      elsewhere: await elsewhere(store, evidence, annotation.article),
    }
  }
  return Promise.all(found.filter((claim) => claim !== null).map(resting))
}

/** The other articles, once for each stance that something in them takes. */
async function elsewhere(
  store: NotebookStore,
  evidence: readonly Evidence[],
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
