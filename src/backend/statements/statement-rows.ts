import type { ArticleStatements, StatementRow } from '../../contract/statements.ts'
import { sharedLength } from '../../core/anchoring/span.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import { placeIn } from '../../core/records/annotation.ts'
import { currentVersion, type Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import { isCertain, wholeOf } from '../../core/statements/certain.ts'
import { refusedAmong } from '../../core/statements/refused.ts'
import { languageOf } from '../../core/statements/languages.ts'
import type { Statement } from '../../core/statements/statement.ts'
import type { App } from '../app.ts'
import type { TaskOptions } from '../tasks/task-messages.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { foundStatements } from './found-statements.ts'
import { meantChains } from './who-is-meant-by.ts'

/** The statements of an article with what the notebook knows of them. @throws Problem */
export async function statementRows(
  app: App,
  id: Id<'article'>,
  options: TaskOptions = {},
): Promise<ArticleStatements> {
  const { store, thread } = app
  const article = await store.need('article', id)
  const found = await foundStatements(store, thread, article, options)
  const { n: version } = currentVersion(article)
  const [taken, already, chains] = await Promise.all([
    takenIn(store, article),
    store.model.ask(
      'saidAlready',
      found.map(({ claim, negated }) => ({ text: claim, negated })),
    ),
    meantChains(store, article, found),
  ])
  const takenBy = takenOfEach(found, taken)
  const as = await Promise.all(found.map((one) => takenAs(store, takenBy.get(one))))
  const refused = refusedAmong(found, article.refused)
  const statements = found.map((one, at): StatementRow => {
    const { claims = [] } = takenBy.get(one) ?? {}
    return {
      ...one,
      n: at + 1,
      chain: chains[at] ?? [],
      isCertain: isCertain(one),
      state: claims.length > 0 ? 'taken' : refused.has(one) ? 'refused' : 'open',
      claims,
      takenAs: as[at] ?? null,
      already: (already[at] ?? []).filter(({ claim }) => !claims.includes(claim)),
    }
  })
  return { article: id, title: article.title, version, language: languageOf(article.language), statements }
}

/** A passage of the article that claims rest on. */
interface Taken {
  annotation: Id<'annotation'>
  place: { start: number; end: number }
  claims: Id<'claim'>[]
}

async function takenIn(store: NotebookStore, article: Article): Promise<Taken[]> {
  const { n } = currentVersion(article)
  const annotations = await store.annotationsOf(article.id)
  const placed = annotations.flatMap((annotation: Annotation) => {
    const place = placeIn(annotation, n)
    return place ? [{ id: annotation.id, place }] : []
  })
  const claims = await store.model.ask(
    'claimsOn',
    placed.map(({ id }) => id),
  )
  return placed.flatMap(({ id, place }) => {
    const resting = claims[id] ?? []
    return resting.length > 0 ? [{ annotation: id, place, claims: resting }] : []
  })
}

/** How much of both must be shared for a highlight to be of a statement. */
const nearEnough = 0.6

/** Each highlight is of the statement that it fits best. */
function takenOfEach(
  found: readonly Statement[],
  taken: readonly Taken[],
): Map<Statement, Pick<Taken, 'annotation' | 'claims'>> {
  const all = new Map<Statement, Pick<Taken, 'annotation' | 'claims'>>()
  for (const { annotation, place, claims: resting } of taken) {
    let best: Statement | undefined
    let most = nearEnough
    for (const one of found) {
      const whole = wholeOf(one)
      const size = whole.end - whole.start + place.end - place.start
      const fit = (2 * sharedLength(whole, place)) / Math.max(1, size)
      // Of two that fit nearly as well the sure one is meant.
      const likeness = fit + (isCertain(one) && fit > 0.4 ? 0.4 : 0)
      if (likeness > most) {
        best = one
        most = likeness
      }
    }
    if (!best) continue
    const there = all.get(best)
    all.set(best, {
      annotation: there?.annotation ?? annotation,
      claims: [...new Set([...(there?.claims ?? []), ...resting])],
    })
  }
  return all
}

/** What the claim of a highlight says now, and who says so there. */
async function takenAs(
  store: NotebookStore,
  taken: Pick<Taken, 'annotation' | 'claims'> | undefined,
): Promise<StatementRow['takenAs']> {
  const [first] = taken?.claims ?? []
  const claim = first === undefined ? null : await store.get('claim', first)
  if (!claim) return null
  const piece = claim.evidence.find(({ annotation }) => annotation === taken?.annotation)
  const chain = await Promise.all(
    (piece?.chain ?? []).map(async (hop) => {
      const source = await store.get('source', hop.source)
      const { name = '?', kind = 'person' } = source ?? {}
      return { ...hop, name, kind, role: '', within: null }
    }),
  )
  return { statement: claim.statement, chain, stance: piece?.stance ?? 'supports' }
}
