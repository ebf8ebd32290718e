import { chainForPassage } from '../../core/statements/chain-for-passage.ts'
import { contradictsFigure } from '../../core/claims/quantities.ts'
import type { FigureRow } from '../../contract/claim-findings.ts'
import { currentVersion } from '../../core/records/article.ts'
import { placeIn } from '../../core/records/annotation.ts'
import { base } from '../base.ts'
import { wordingsOf } from '../editing/wordings-of.ts'
import { outletOf } from '../editing/source-family.ts'
import { foundStatements } from '../statements/found-statements.ts'
import { saidAlready as alreadySaid } from '../editing/said-already.ts'
import { whoIsMeantBy } from '../statements/who-is-meant-by.ts'
import { textOfVersion } from '../versions/version-text.ts'

const wordings = base.claims.wordings.handler(async ({ context, input }) => {
  const { store } = context.app
  return wordingsOf(store, await store.need('claim', input.id))
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
      .filter((other) => other !== row && contradictsFigure(row, other))
      .map(({ claim }) => claim),
  }))
})

const suggestChain = base.claims.suggestChain.handler(async ({ context, input, signal }) => {
  const { store } = context.app
  const annotation = await store.need('annotation', input.annotation)
  const article = await store.need('article', annotation.article)
  const place = placeIn(annotation, annotation.version) ?? annotation
  const text = await textOfVersion(store, article, annotation.version)
  const outlet = await outletOf(store, article)
  // Of an older version only the words around the passage are read.
  const isNewest = annotation.version === currentVersion(article).n
  const found = isNewest ? await foundStatements(store, context.app.thread, article, { signal }) : []
  const chain = chainForPassage(found, text, place, outlet?.name ?? null)
  return chain && Promise.all(chain.map((hop) => whoIsMeantBy(store, hop, article)))
})

const ownVoice = base.claims.ownVoice.handler(async ({ context, input }) => {
  const { store } = context.app
  const annotation = await store.need('annotation', input.annotation)
  const outlet = await outletOf(store, await store.need('article', annotation.article))
  if (outlet === null) return null
  const { id, name, kind } = outlet
  return {
    name,
    kind,
    source: id,
    within: null,
    role: '',
    mode: 'reports' as const,
    verbatim: false,
    groundRule: 'on-record' as const,
    words: '',
  }
})

const saidAlready = base.claims.saidAlready.handler(({ context, input }) =>
  alreadySaid(context.app.store, input.words),
)

export const claimFindings = { wordings, candidates, related, figures, suggestChain, saidAlready, ownVoice }
