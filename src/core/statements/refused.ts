import type { RefusedStatement } from '../records/article.ts'
import { foldedWords } from '../records/fold-name.ts'
import { jaccard } from '../text/jaccard.ts'
import type { Words } from './statement.ts'

/** How much of the words must be the same for it to be the same statement, where a new version changed some. */
const nearEnough = 0.8

/** Whether the user has said that it is none: by what is said and by its cue, whatever found it. */
export function isRefused(
  { exact, cue }: { exact: string; cue: Pick<Words, 'text'> | null },
  refused: readonly Pick<RefusedStatement, 'exact' | 'cue'>[],
): boolean {
  if (refused.length === 0) return false
  const said = cue === null ? '' : plain(cue.text)
  const words = new Set(foldedWords(exact))
  return refused.some(
    (one) => plain(one.cue) === said && jaccard(words, new Set(foldedWords(one.exact))) >= nearEnough,
  )
}

/**
 * Those of the statements of a text that the user has said are none. Where one stands there just as it was refused, others that are
 * like it are not meant: near is near enough only where a new version changed the words.
 */
export function refusedAmong<T extends { exact: string; cue: Pick<Words, 'text'> | null }>(
  statements: readonly T[],
  refused: readonly Pick<RefusedStatement, 'exact' | 'cue'>[],
): ReadonlySet<T> {
  const found = new Set<T>()
  for (const one of refused) {
    const near = statements.filter((statement) => isRefused(statement, [one]))
    const same = near.filter(({ exact }) => exact === one.exact)
    for (const statement of same.length > 0 ? same : near) found.add(statement)
  }
  return found
}

const plain = (text: string): string => foldedWords(text).join(' ')
