import type { ComparedPassage } from './passages.ts'

/** What stands in fewer articles may be a reprint whatever else they have in common; at their ends, so do notices. */
const fewestArticles = 8
const fewestEnds = 4
/** What is behind a passage at the end of an article, at most, in words: other notices. */
const mostBehind = 40
/**
 * A report of an agency stands in many articles too, but several of those are that report for the most part; articles with the
 * same notice have little else in common. This part of them, and so many, must be the same for the most part; more of them
 * where the passage is at the end of most.
 */
const leastWhole = 0.2
const fewestWhole = 3
const leastWholeAtEnds = 0.6
const mostlyAtEnds = 0.75

interface ComparedArticle {
  words: number
  passages: readonly ComparedPassage[]
}

/** The passages that two articles have in common, and how much of each one those are. */
interface Common {
  alike: readonly { first: ComparedPassage; second: ComparedPassage }[]
  shares: readonly [number, number]
}

/** The articles with a passage, itself included. */
interface Places {
  articles: number
  /** Where it is at the end. */
  ends: number
  /** Those that have most of the article in common with it. */
  whole: number
  /** How many those are for the one of the articles that has most of them. */
  mostWhole: number
}

/** The passages that are notices and say nothing about where an article is from: footers, bylines, calls to subscribe. */
export function noticesAmong(
  pairs: readonly Common[],
  articles: readonly ComparedArticle[],
): Set<ComparedPassage> {
  const notices = new Set<ComparedPassage>()
  for (const [passage, places] of placesOf(pairs, passagesAtEnds(articles)))
    if (isNotice(places)) notices.add(passage)
  if (notices.size > 0) for (const { passages } of articles) addCovered(passages, notices)
  return notices
}

function isNotice({ articles, ends, mostWhole }: Places): boolean {
  const isAtEnds = ends >= mostlyAtEnds * articles
  return (
    (articles >= fewestArticles && mostWhole < Math.max(fewestWhole, leastWhole * articles)) ||
    (isAtEnds && articles >= fewestEnds && mostWhole < leastWholeAtEnds * articles)
  )
}

const passagesAtEnds = (articles: readonly ComparedArticle[]): Set<ComparedPassage> =>
  new Set(
    articles.flatMap(({ words, passages }) =>
      passages.filter((passage) => words - passage.first - passage.words <= mostBehind),
    ),
  )

function placesOf(
  pairs: readonly Common[],
  atEnds: ReadonlySet<ComparedPassage>,
): Map<ComparedPassage, Places> {
  const places = new Map<ComparedPassage, Places>()
  for (const { alike, shares } of pairs) {
    // Of both: a brief may be a footer for the most part.
    const isWhole = Math.min(...shares) >= 0.5
    for (const [passage, isAtEnd] of othersOf(alike, atEnds)) {
      const own = places.get(passage) ?? {
        articles: 1,
        ends: atEnds.has(passage) ? 1 : 0,
        whole: 1,
        mostWhole: 1,
      }
      own.articles += 1
      if (isAtEnd) own.ends += 1
      if (isWhole) own.whole += 1
      places.set(passage, own)
    }
  }
  for (const { alike } of pairs) {
    for (const { first, second } of alike) {
      const [one, other] = [places.get(first), places.get(second)]
      if (!one || !other) continue
      one.mostWhole = Math.max(one.mostWhole, one.whole, other.whole)
      other.mostWhole = Math.max(other.mostWhole, one.whole, other.whole)
    }
  }
  return places
}

/** Each passage of two articles once, however often it stands in the other one, and whether it is at the end there. */
function othersOf(
  alike: Common['alike'],
  atEnds: ReadonlySet<ComparedPassage>,
): Map<ComparedPassage, boolean> {
  const others = new Map<ComparedPassage, boolean>()
  for (const { first, second } of alike) {
    others.set(first, others.get(first) === true || atEnds.has(second))
    others.set(second, others.get(second) === true || atEnds.has(first))
  }
  return others
}

/** A part of the text that is a notice for the most part is one too: it may be alike in few places by what is around. */
function addCovered(passages: readonly ComparedPassage[], notices: Set<ComparedPassage>): void {
  const own = passages.filter((passage) => notices.has(passage))
  for (const passage of passages)
    if (own.some((notice) => 2 * wordsInBoth(passage, notice) > passage.words)) notices.add(passage)
}

const wordsInBoth = (one: ComparedPassage, other: ComparedPassage): number =>
  Math.min(one.first + one.words, other.first + other.words) - Math.max(one.first, other.first)
