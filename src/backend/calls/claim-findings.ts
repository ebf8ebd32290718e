import type { SuggestedHop } from '../../core/attribution/chain-of.ts'
import { suggestChain as suggest } from '../../core/attribution/suggest-chain.ts'
import { conflict } from '../../core/claims/quantities.ts'
import type { FigureRow, SuggestedStep, Wording } from '../../contract/claim-findings.ts'
import { isCommonName } from '../../core/attribution/who-words.ts'
import { whoIsMeant } from '../../core/names/who-is-meant.ts'
import type { Article } from '../../core/records/article.ts'
import { placeIn } from '../../core/records/annotation.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { textOfVersion } from '../versions/version-text.ts'

const wordings = base.claims.wordings.handler(async ({ context, input }) => {
  const { store } = context.app
  const now = await store.need('claim', input.id)
  const found: Wording[] = []
  for (const state of [...(await store.statesOf('claim', input.id)), now]) {
    if (state === null || state.statement === found.at(-1)?.statement) continue
    found.push({ statement: state.statement, at: state.modified })
  }
  return found
})

const candidates = base.claims.candidates.handler(({ context, input }) =>
  context.app.store.model.askNow('claimCandidates', input.claim, input.dismissed),
)

const related = base.claims.related.handler(({ context }) => context.app.store.model.askNow('relatedPairs'))

const figures = base.claims.figures.handler(async ({ context, input }): Promise<FigureRow[]> => {
  const { store } = context.app
  const { quantity } = await store.need('claim', input.id)
  if (quantity === null) return []
  const same = await store.model.askNow('figures', quantity)
  return same.map((row) => ({
    ...row,
    conflicts: same
      .filter((other) => other !== row && conflict(row.quantity, other.quantity))
      .map(({ claim }) => claim),
  }))
})

const suggestChain = base.claims.suggestChain.handler(async ({ context, input }) => {
  const { store } = context.app
  const annotation = await store.need('annotation', input.annotation)
  const article = await store.need('article', annotation.article)
  const place = placeIn(annotation, annotation.version) ?? annotation
  const text = await textOfVersion(store, article, annotation.version)
  const outlet = article.outlet === null ? null : await store.get('source', article.outlet)
  const chain = suggest(text, place, outlet?.name ?? null)
  return chain && Promise.all(chain.map((hop) => meantBy(store, hop, article)))
})

/** A step with who is meant: the outlet of the article, one of its own people, or whoever bears the name in the notebook. */
async function meantBy(store: NotebookStore, hop: SuggestedHop, article: Article): Promise<SuggestedStep> {
  const isNew = { ...hop, source: null, within: null }
  if (hop.isOutlet && article.outlet !== null) return { ...hop, source: article.outlet, within: null }
  // Whom of those it is, is known only where the chain is set.
  if (hop.kind === 'anonymous') return isNew
  const known = await store.model.ask('knownNames', hop.name, article.id)
  const meant = whoIsMeant(hop, known, isCommonName(hop.name))
  if (meant.source === null) return { ...isNew, within: meant.isOfArticleOnly ? article.id : null }
  const { name, kind } = await store.need('source', meant.source)
  return { ...hop, name, kind, source: meant.source, within: null }
}

export const claimFindings = { wordings, candidates, related, figures, suggestChain }
