import type { Article } from '../../records/article.ts'
import type { Id } from '../../records/base.ts'
import { foldedWords, foldName } from '../../records/fold-name.ts'
import type { Source } from '../../records/source.ts'
import type { Families } from './families.ts'

/** All spellings of the names of confidential sources, to find them where articles say who wrote them. */
export class ConfidentialNames {
  /** The source that stands for each, by the folded spelling. */
  readonly #sources = new Map<string, Id>()

  /** @param confidential those that stand for a family in which one is confidential */
  constructor(families: Families<Source>, confidential: ReadonlySet<Id>) {
    for (const id of confidential)
      for (const { name, aliases } of [families.get(id) ?? [], families.mergedInto(id)].flat())
        for (const spelling of [name, ...aliases.map((alias) => alias.name)]) this.#add(spelling, id)
  }

  isOne(name: string): boolean {
    return this.#sources.has(foldName(name))
  }

  /** Whether one of them stands in a text, as whole words. */
  isIn(text: string): boolean {
    return this.#standingIn(text).length > 0
  }

  /** The confidential sources that wrote an article. */
  writersOf({ authors, byline }: Article): Id[] {
    if (authors.length === 0) return this.#standingIn(byline)
    return authors.flatMap((author) => this.#sources.get(foldName(author)) ?? [])
  }

  #standingIn(text: string): Id[] {
    const words = asWords(text)
    return [...this.#sources].flatMap(([spelling, id]) => (words.includes(asWords(spelling)) ? [id] : []))
  }

  #add(spelling: string, id: Id): void {
    const folded = foldName(spelling)
    // A name of signs alone has no words to be found by.
    if (asWords(folded).trim() !== '') this.#sources.set(folded, id)
  }
}

/** Words with a space on either side, without the signs between them. */
const asWords = (text: string): string => ` ${foldedWords(text).join(' ')} `
