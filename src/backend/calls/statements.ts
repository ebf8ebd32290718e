import { said } from '../../core/words/say.ts'
import { problem } from '../../core/problem.ts'
import { currentVersion, type Article, type RefusedStatement } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import { shorten } from '../../core/records/shorten.ts'
import type { Span } from '../../core/anchoring/span.ts'
import { edtfSpan } from '../../core/records/edtf.ts'
import { isCertain, wholeOf } from '../../core/statements/certain.ts'
import { driftBetween } from '../../core/statements/drift.ts'
import { refusedAmong } from '../../core/statements/refused.ts'
import type { Statement } from '../../core/statements/statement.ts'
import type { VersionText } from '../../core/versions/carry-over.ts'
import type { App } from '../app.ts'
import { base } from '../base.ts'
import { foundStatements } from '../statements/found-statements.ts'
import { statementRows } from '../statements/statement-rows.ts'
import { meantChains } from '../statements/who-is-meant-by.ts'
import { takeStatement } from '../statements/take-statement.ts'
import { textOfVersion } from '../versions/version-text.ts'

const list = base.statements.list.handler(({ context: { app }, input, signal }) =>
  statementRows(app, input.article, { signal, onProgress: app.progressOf('statements') }),
)

interface Some {
  article: Id<'article'>
  version: number
  statements: readonly number[]
}

interface Chosen {
  article: Article
  version: VersionText
  statements: Statement[]
  /** All of the article, these among them. */
  all: readonly Statement[]
}

/** @throws Problem `not-found` for a number that none has, `bad-input` for a version that is not the newest any more */
async function chosen({ store, thread }: App, { article: id, version, statements }: Some): Promise<Chosen> {
  const article = await store.need('article', id)
  const { n } = currentVersion(article)
  if (n !== version) throw problem('bad-input', 'statementsOfOtherVersion', { title: article.title })
  const found = await foundStatements(store, thread, article)
  const some = [...new Set(statements)].map((wanted) => {
    const one = found[wanted - 1]
    if (one) return one
    throw problem('not-found', 'noSuchStatement', { n: wanted, count: found.length })
  })
  return {
    article,
    version: { n, text: await textOfVersion(store, article, n) },
    statements: some,
    all: found,
  }
}

const take = base.statements.take.handler(async ({ context: { app }, input }) => {
  const { store } = app
  const { article, version, statements: some } = await chosen(app, input)
  const chains = await meantChains(store, article, some)
  const { claim, stance, asOutlet, words, chain } = input
  const taking = { claim, stance, asOutlet, ...(some.length === 1 ? { words, chain } : {}) }
  const { result } = await store.commit(null, async (draft) => {
    const claims: Claim[] = []
    for (const [at, statement] of some.entries()) {
      const one = { statement, chain: chains[at] ?? [] }
      claims.push(await takeStatement({ store, draft }, article, version, one, taking))
    }
    const [first] = claims
    draft.label = said('history.takeStatements', {
      count: some.length,
      claim: shorten(first?.statement ?? ''),
    })
    return { claims }
  })
  return result
})

const refuse = base.statements.refuse.handler(async ({ context: { app }, input }) => {
  const { statements: some, all } = await chosen(app, input)
  const { result } = await app.store.commit(null, async (draft) => {
    const { title, refused } = await draft.need('article', input.article)
    const there = refusedAmong(all, refused)
    const more = some
      .filter((one) => !there.has(one))
      .map(({ exact, cue }): RefusedStatement => ({ exact, cue: cue?.text ?? '', at: draft.at }))
    draft.label = said('history.refuseStatements', { count: more.length, article: shorten(title) })
    if (more.length > 0) await draft.patch('article', input.article, { refused: [...refused, ...more] })
    return { refused: more.length }
  })
  return result
})

const offerAgain = base.statements.offerAgain.handler(async ({ context: { app }, input }) => {
  const { statements: some, all } = await chosen(app, input)
  const { result } = await app.store.commit(null, async (draft) => {
    const { title, refused } = await draft.need('article', input.article)
    draft.label = said('history.offerStatements', { count: some.length, article: shorten(title) })
    const kept = refused.filter((one) => {
      const meant = refusedAmong(all, [one])
      return !some.some((statement) => meant.has(statement))
    })
    if (kept.length < refused.length) await draft.patch('article', input.article, { refused: kept })
    return { offered: refused.length - kept.length }
  })
  return result
})

const drift = base.statements.drift.handler(async ({ context: { app }, input, signal }) => {
  const { store, thread } = app
  const [a, b] = await Promise.all(input.articles.map((id) => store.need('article', id)))
  if (!a || !b) throw new RangeError('drift is between two articles')
  const [earlier, later] = isEarlier(b.published, a.published) ? [b, a] : [a, b]
  const [ones, others] = [
    await foundStatements(store, thread, earlier, { signal }),
    await foundStatements(store, thread, later, { signal }),
  ]
  const text = await textOfVersion(store, later, currentVersion(later).n)
  const found = driftBetween(ones.filter(isCertain), others, text)
  return {
    earlier: earlier.id,
    later: later.id,
    changes: found.map(({ kind, one, other, words }) => ({
      kind,
      who: one.chain[0]?.name ?? '',
      claim: one.claim,
      words,
      places: [wholeOf(one), other && wholeOf(other)] satisfies [Span, Span | null],
    })),
  }
})

/** Whether a day is before another for sure. */
function isEarlier(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((date) => (date === null ? undefined : edtfSpan(date)))
  return a !== undefined && b !== undefined && a.to < b.from
}

export const statements = { list, take, refuse, offerAgain, drift }
