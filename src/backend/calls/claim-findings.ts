import { suggestChain as suggest, type SuggestedHop } from '../../core/attribution/suggest-chain.ts'
import { conflict } from '../../core/claims/quantities.ts'
import type { FigureRow, Wording } from '../../contract/claim-findings.ts'
import { SourceQuery } from '../../core/listing/queries.ts'
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
  return chain && Promise.all(chain.map((hop) => knownAs(store, hop)))
})

/** A hop by the name that its source has in the notebook: exactly that one, or the only one that has all of its words. */
async function knownAs(store: NotebookStore, hop: SuggestedHop): Promise<SuggestedHop & { isNew: boolean }> {
  if (hop.kind === 'anonymous') return { ...hop, isNew: false }
  if ((await store.model.ask('sourceNamed', hop.name)) !== null) return { ...hop, isNew: false }
  const query = SourceQuery.parse({ text: hop.name, sort: 'fit', limit: 10 })
  const { rows } = await store.model.ask('listSources', query)
  const [only, ...others] = rows.filter(({ kind }) => kind !== 'anonymous')
  if (!only || others.length > 0) return { ...hop, isNew: true }
  return { ...hop, name: only.name, kind: only.kind, isNew: false }
}

export const claimFindings = { wordings, candidates, related, figures, suggestChain }
