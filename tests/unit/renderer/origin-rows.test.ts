import { describe, expect, it } from 'vitest'
import type { EvidencePassage } from '../../../src/contract/claims.ts'
import type { Origin } from '../../../src/core/corroboration/corroborate.ts'
import { asId, type Id } from '../../../src/core/records/base.ts'
import { makeEvidence } from '../../../src/core/records/claim.ts'
import { originGroups, type OriginRow } from '../../../src/renderer/src/views/claims/origin-rows.ts'

const passageIn = (article: string, repeats: string | null): EvidencePassage => ({
  annotation: null,
  exact: 'The port was closed.',
  article: asId(article),
  articleTitle: article,
  published: null,
  version: 1,
  newest: 1,
  state: 'exact',
  now: null,
  repeats: repeats === null ? null : asId(repeats),
  isTakenBack: false,
})

/** The rows of one origin, from the articles of its pieces and what each of those repeats. */
function rowsOf(
  articles: readonly (readonly [article: string, repeats: string | null])[],
  ruled?: number,
): OriginRow[] {
  const pieces = articles.map(([article]) => makeEvidence({ article: asId(article) }))
  const passages = Object.fromEntries(
    pieces.map(({ id }, at): [string, EvidencePassage] => {
      const [article, repeats] = articles[at] ?? ['', null]
      return [id, passageIn(article, repeats)]
    }),
  )
  const evidence = pieces.map(({ id }) => id)
  const origin: Origin = { evidence, reasons: [], apart: [] }
  const [one, other] = [evidence[ruled ?? 0], evidence[0]]
  const rulings =
    ruled === undefined || !one || !other
      ? []
      : [{ evidence: one, with: other, same: false, reason: '', at: '' }]
  return originGroups([origin], pieces, passages, new Map(), rulings).groups.flatMap(({ rows }) => rows)
}
const articlesOf = (rows: readonly OriginRow[]): string[] => rows.map(({ passage }) => passage?.article ?? '')
const foldedBelow = (rows: readonly OriginRow[]): (string | undefined)[] =>
  rows.map(({ repeats }) => rows.find(({ piece }) => piece.id === repeats)?.passage?.article)

describe('the pieces of an origin', () => {
  it('stand with those behind them whose articles repeat theirs, also through others', () => {
    const rows = rowsOf([
      ['copy of copy', 'copy'],
      ['alone', null],
      ['wire', null],
      ['copy', 'wire'],
    ])
    expect(articlesOf(rows)).toEqual(['alone', 'wire', 'copy of copy', 'copy'])
    expect(foldedBelow(rows)).toEqual([undefined, undefined, 'wire', 'wire'])
  })

  it('are not folded below what is not there, or below themselves in a circle', () => {
    expect(foldedBelow(rowsOf([['copy', 'gone']]))).toEqual([undefined])
    const rows = rowsOf([
      ['one', 'other'],
      ['other', 'one'],
    ])
    expect(rows).toHaveLength(2)
    expect(new Set<Id<'evidence'>>(rows.map(({ piece }) => piece.id)).size).toBe(2)
  })
})
