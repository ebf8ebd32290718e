import type { Id, RecordId } from '../records/base.ts'
import type { Language } from '../words/language.ts'
import { speak } from '../words/say.ts'

/** Why pieces of evidence have one origin. */
export const joinKinds = [
  'same-asserter',
  'same-article',
  'same-report',
  'derived-article',
  'derived-source',
  'same-undisclosed',
  'same-group',
  'speaks-for',
  'alike-names',
  'possibly-same',
  'by-hand',
] as const
export type JoinKind = (typeof joinKinds)[number]

/** A reason that pieces of evidence have one origin, and which pieces those are. */
export interface JoinReason {
  kind: JoinKind
  /** The record that they have in common: a source, or the article that was repeated. */
  subject: RecordId | null
  /** The source that is possibly the same or is called alike, or the one that passed on what the undisclosed ones said. */
  other: Id<'source'> | null
  /** What the user wrote, or the words that an undisclosed source is called by. */
  words: string
  evidence: Id<'evidence'>[]
}

/** A reason in words. @param nameOf the name of a source or the title of an article */
export function reasonText(
  { kind, subject, other, words }: JoinReason,
  nameOf: (id: RecordId) => string,
  language: Language = 'en',
): string {
  const name = (id: RecordId | null): string => (id === null ? '' : nameOf(id))
  const values = { subject: name(subject), other: name(other), words }
  return speak({ say: `terms.oneOrigin.${kind}`, with: values }, language)
}
