import { overlap, type Span } from '../anchoring/span.ts'
import type { Id } from '../records/base.ts'
import { candidates, type KeyedPassage } from './candidates.ts'
import { bandKeys } from './min-hash.ts'
import { noticesAmong } from './notices.ts'
import { likeness, passagesOf, type ComparedPassage } from './passages.ts'

/** How much of two passages must be the same, from 0 to 1. */
export const leastLikeness = 0.5

export interface ReprintArticle {
  id: Id<'article'>
  text: string
}

/** Two articles with passages that stand nearly word for word in both. */
export interface Reprint {
  /** In the order of their ids. */
  articles: [Id<'article'>, Id<'article'>]
  /** How much of the shorter one stands in the other, by its words, from 0 to 1. */
  score: number
  /** Where, in UTF-16 code units of the two texts, in the order of the first; none overlaps another one. */
  passages: { spans: [Span, Span]; likeness: number }[]
}

interface Prepared {
  id: Id<'article'>
  words: number
  passages: Passage[]
}
type Passage = ComparedPassage & KeyedPassage

interface Alike {
  first: Passage
  second: Passage
  share: number
}
/** Two articles, all of their passages that are alike, and how much of each one those are. */
interface Common {
  articles: [Prepared, Prepared]
  alike: Alike[]
  shares: [number, number]
}

/** Finds articles that repeat each other. The cost grows with the number of articles, not with that of pairs. */
export class ReprintSearch {
  readonly #articles: Prepared[] = []
  readonly #passages: Passage[] = []

  /** Each article once. */
  add({ id, text }: ReprintArticle): void {
    const { words, passages } = passagesOf(text)
    const article = this.#articles.length
    const own = passages.map((passage) => ({ ...passage, article, keys: bandKeys(passage.shingles) }))
    this.#articles.push({ id, words, passages: own })
    for (const passage of own) this.#passages.push(passage)
  }

  /**
   * @param isNew pairs of two that are not new are left out
   * @returns those with most in common first
   */
  find(isNew: (id: Id<'article'>) => boolean = () => true): Reprint[] {
    return this.#reprintsAmong(candidates(this.#passages), isNew)
  }

  /** The same by comparing each passage with each other one: what `find` is measured against. */
  findByAllPairs(): Reprint[] {
    return this.#reprintsAmong(this.#allPairs(), () => true)
  }

  *#allPairs(): Generator<[number, number]> {
    for (const [first, one] of this.#passages.entries())
      for (let second = first + 1; second < this.#passages.length; second += 1)
        if (this.#passages[second]?.article !== one.article) yield [first, second]
  }

  /** What is a notice is told by all articles, also when only some pairs are asked for. */
  #reprintsAmong(pairs: Iterable<[number, number]>, isNew: (id: Id<'article'>) => boolean): Reprint[] {
    const common = [...this.#alikeOf(pairs).values()].map((alike) => this.#commonOf(alike))
    const notices = noticesAmong(common, this.#articles)
    return common
      .filter(({ articles: [one, other] }) => isNew(one.id) || isNew(other.id))
      .filter(({ alike }) => alike.some(({ first, second }) => !notices.has(first) && !notices.has(second)))
      .map(reprintOf)
      .sort((a, b) => b.score - a.score || (a.articles.join() < b.articles.join() ? -1 : 1))
  }

  /** The passages that are alike, by their two articles; the first is of the one with the smaller id. */
  #alikeOf(pairs: Iterable<[number, number]>): Map<number, Alike[]> {
    const found = new Map<number, Alike[]>()
    for (const numbers of pairs) {
      const [one, other] = numbers.map((number) => this.#passages[number])
      if (!one || !other || !areNearInLength(one, other)) continue
      const share = likeness(one.shingles, other.shingles)
      if (share < leastLikeness) continue
      const isInOrder = this.#idOf(one) < this.#idOf(other)
      const [first, second] = isInOrder ? [one, other] : [other, one]
      const key = first.article * this.#articles.length + second.article
      const known = found.get(key)
      if (known) known.push({ first, second, share })
      else found.set(key, [{ first, second, share }])
    }
    return found
  }

  #commonOf(alike: Alike[]): Common {
    const [one, other] = [this.#of(alike[0]?.first), this.#of(alike[0]?.second)]
    const shares: [number, number] = [
      wordsIn(alike.map(({ first }) => first)) / one.words,
      wordsIn(alike.map(({ second }) => second)) / other.words,
    ]
    return { articles: [one, other], alike, shares }
  }

  #of(passage: Passage | undefined): Prepared {
    const article = this.#articles[passage?.article ?? -1]
    if (!article) throw new RangeError('a passage without its article')
    return article
  }

  #idOf(passage: Passage): Id<'article'> {
    return this.#of(passage).id
  }
}

/** Where one is much longer than the other, they cannot be alike; that is seen without comparing. */
const areNearInLength = ({ shingles: a }: Passage, { shingles: b }: Passage): boolean =>
  Math.min(a.length, b.length) >= leastLikeness * Math.max(a.length, b.length)

/** How many words passages of one article have together; they may overlap. */
function wordsIn(passages: readonly Passage[]): number {
  let counted = 0
  let behind = 0
  for (const { first, words } of passages.toSorted((a, b) => a.first - b.first)) {
    counted += Math.max(0, first + words - Math.max(behind, first))
    behind = Math.max(behind, first + words)
  }
  return counted
}

/** Each place is named once, with the one that is most like it; paragraphs first, which people know again. */
function reprintOf({ articles: [one, other], alike, shares }: Common): Reprint {
  const best = alike.toSorted(
    (a, b) =>
      paragraphsOf(b) - paragraphsOf(a) ||
      b.share - a.share ||
      a.first.start - b.first.start ||
      a.second.start - b.second.start,
  )
  const kept: Alike[] = []
  for (const two of best)
    if (!kept.some(({ first, second }) => overlap(first, two.first) || overlap(second, two.second)))
      kept.push(two)
  return {
    articles: [one.id, other.id],
    score: shares[one.words <= other.words ? 0 : 1],
    passages: kept
      .sort((a, b) => a.first.start - b.first.start)
      .map(({ first, second, share }) => ({ spans: [spanOf(first), spanOf(second)], likeness: share })),
  }
}

const paragraphsOf = ({ first, second }: Alike): number =>
  Number(first.isParagraph) + Number(second.isParagraph)

const spanOf = ({ start, end }: Span): Span => ({ start, end })
