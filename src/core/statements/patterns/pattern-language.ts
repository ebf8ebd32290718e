import type { SourceKind } from '../../records/source.ts'
import type { Strength } from '../statement.ts'

/** What is known of a language: words only, as alternatives of regular expressions (flag `u`). All of them are bounded. */
export interface PatternLanguage {
  /** BCP 47; also the one that dates are read in. */
  code: 'de' | 'fr' | 'es'
  /** Forms of verbs that tell of what somebody said, by how strongly it is put. */
  verbs: Partial<Record<Strength, string>>
  /** Verbs by how it is told, where that is otherwise than by saying. */
  modes: Partial<Record<'denies' | 'confirms' | 'writes' | 'reports', string>>
  /** What may stand between a subject and its verb, and before a participle: `hat`, `a`, `ha`. */
  helpers: string
  /** “that”, where it begins what is said. */
  that: string
  /** “according to”, before the source. */
  according: string
  /** The same behind the source (`zufolge`). */
  accordingBehind: string | null
  pronouns: string
  /** Days of the week: they tell when, not who. */
  days: string
  determiners: string
  /** Nouns for people, bodies, outlets and papers, in small letters, beginnings of words. */
  nouns: Record<Extract<SourceKind, 'anonymous' | 'organisation' | 'outlet' | 'document'>, string>
  /** Words that join parts of a name or a description. */
  links: string
  /** Whether something is said not to be so. */
  not: string
  /** Whether the words are about what is to come. */
  future: string
}
