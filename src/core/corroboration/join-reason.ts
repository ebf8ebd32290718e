import type { Id, RecordId } from '../records/base.ts'

/** Why pieces of evidence have one origin. */
export const joinKinds = [
  'same-asserter',
  'same-article',
  'same-report',
  'derived-article',
  'derived-source',
  'same-undisclosed',
  'possibly-same',
  'by-hand',
] as const
export type JoinKind = (typeof joinKinds)[number]

/** A reason that pieces of evidence have one origin, and which pieces those are. */
export interface JoinReason {
  kind: JoinKind
  /** The record that they have in common: a source, or the article that was repeated. */
  subject: RecordId | null
  /** The source that is possibly the same, or the one that passed on what the undisclosed ones said. */
  other: Id<'source'> | null
  /** What the user wrote, or the words that an undisclosed source is called by. */
  words: string
  evidence: Id<'evidence'>[]
}

/** How each reason is told; `{subject}`, `{other}` and `{words}` stand for the names. The window brings translated ones. */
export const englishReasons: Record<JoinKind, string> = {
  'same-asserter': 'all of these are asserted by {subject}',
  'same-article': 'all of these stand in “{subject}”, and nobody else is named who says so',
  'same-report': 'all of these trace to one report by {subject}',
  'derived-article': 'all of these repeat “{subject}”',
  'derived-source': 'all of these derive from {subject}',
  'same-undisclosed': 'all of these come from “{words}”, not named, through {other}',
  'possibly-same': '{subject} and {other} are possibly the same',
  'by-hand': 'put together by hand: {words}',
}

/** A reason in words. @param nameOf the name of a source or the title of an article */
export function reasonText(
  reason: JoinReason,
  nameOf: (id: RecordId) => string,
  texts: Record<JoinKind, string> = englishReasons,
): string {
  const name = (id: RecordId | null): string => (id === null ? '' : nameOf(id))
  const parts = { subject: name(reason.subject), other: name(reason.other), words: reason.words }
  return texts[reason.kind].replace(
    /\{(subject|other|words)\}/g,
    (_all, part: keyof typeof parts) => parts[part],
  )
}
