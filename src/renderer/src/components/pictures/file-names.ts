import type { ConfidentialNames } from '../../../../core/confidential/confidential-names.ts'
import { placesIn, textGoingOut, type NamedPlace } from '../../../../core/confidential/outgoing.ts'
import type { ConfidentialChoice } from '../../../../core/confidential/withhold.ts'
import type { SourceName } from '../../../../core/listing/rows.ts'
import type { Language } from '../../../../core/words/language.ts'

interface Search {
  names: ConfidentialNames
  /** undefined as long as the user was not asked. */
  choice: ConfidentialChoice | undefined
  /** In which a confidential source is called something else. */
  language: Language
}

/**
 * What sources are called in a picture that leaves this machine. Only those are named of whom it is known that they are not
 * confidential: a source that went away or was renamed a moment ago is not in the list, and stays unnamed.
 */
export class FileNames {
  readonly #public: { ids: ReadonlySet<string>; names: ReadonlySet<string> } | null
  readonly #neutral: (number: number) => string
  readonly #numbers = new Map<string, number>()
  readonly #search: Search | null
  /** Where confidential sources are named in the words that were asked for. */
  readonly places: NamedPlace[] = []

  /**
   * @param sources all that stand for themselves; null when every source is to be named
   * @param neutral what the first, second, … unnamed source of a picture is called
   * @param search how names are found in other words; null when those go out as they are
   */
  constructor(
    sources: readonly SourceName[] | null,
    neutral: (number: number) => string,
    search: Search | null = null,
  ) {
    this.#search = search
    this.#public = sources && publicOf(sources)
    this.#neutral = neutral
  }

  /** How many names were withheld so far. */
  get withheld(): number {
    return this.#numbers.size
  }

  of({ id, name }: { id: string; name: string }): string {
    return this.#public?.ids.has(id) === false ? this.#unnamed(id) : name
  }

  /** For what stands for all sources of a name; one that is confidential among them is enough. */
  ofName(name: string): string {
    return this.#public?.names.has(name) === false ? this.#unnamed(name) : name
  }

  /** What people wrote: statements, titles, tags, in which somebody may be named; null for what is left out. */
  words(text: string): string | null {
    if (this.#search === null) return text
    const { names, choice, language } = this.#search
    this.places.push(...placesIn(names, text, text))
    return choice === undefined ? text : textGoingOut(names, text, choice, language)
  }

  #unnamed(key: string): string {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1
    this.#numbers.set(key, number)
    return this.#neutral(number)
  }
}

function publicOf(sources: readonly SourceName[]): { ids: Set<string>; names: Set<string> } {
  const named = sources.filter(({ confidential }) => !confidential)
  const names = new Set(named.map(({ name }) => name))
  for (const { name, confidential } of sources) if (confidential) names.delete(name)
  return { ids: new Set(named.map(({ id }) => id)), names }
}
