import { problem } from '../problem.ts'

/**
 * What an article may have. More than anything that people wrote has, and little enough to be read in seconds: whatever is
 * behind these borders was made to hold up whoever reads it.
 */
export const budget = {
  elements: 120_000,
  attributesOfOne: 500,
  attributes: 400_000,
  /** How deep elements may stand in each other. */
  depth: 400,
  /** The depths of all elements added up: what looks for the article goes up from each. */
  depths: 1_500_000,
  /** UTF-16 code units of the block above a Markdown text. */
  frontmatter: 100_000,
  /** Addresses that a page gives for itself. */
  addresses: 20,
  /** UTF-16 code units of one paragraph or line: the window lays a line out as a whole. */
  line: 1_000_000,
  /** UTF-16 code units between two tags. */
  piece: 4_000_000,
  /** UTF-16 code units of the text. */
  text: 20_000_000,
  /** UTF-16 code units of one thing that a document says of itself: its title, an author, a date. */
  statement: 10_000,
} as const

/** @throws Problem `too-large`; what is counted is named in it */
export function within(count: number, most: number, what: string): void {
  if (count <= most) return
  const said = most.toLocaleString('en')
  throw problem('too-large', 'moreThanAnyArticle', { most: said, what })
}
