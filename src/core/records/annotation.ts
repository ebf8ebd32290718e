import * as z from 'zod'
import { fresh, idOf, recordBase } from './base.ts'
import { defineKind, isJson } from './define-kind.ts'
import { one, tagsField } from './reference.ts'

/** How a highlight looks: each is a colour and a form of underline, so that colour is never the only cue. */
export const highlightStyles = ['yellow', 'blue', 'green', 'red', 'violet', 'grey'] as const
export type HighlightStyle = (typeof highlightStyles)[number]

export const anchorStates = ['exact', 'moved', 'review', 'orphan'] as const
export type AnchorState = (typeof anchorStates)[number]

/** How many code units of context are kept on each side of a passage. */
export const contextLength = 32

/**
 * A place in a text of record, in UTF-16 code units, with what stands there and around it (W3C Web
 * Annotation: TextPositionSelector and TextQuoteSelector).
 */
export const TextPlace = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})
export type TextPlace = z.infer<typeof TextPlace>

/** A place in a version of an article. */
export const VersionPlace = TextPlace.extend({ version: z.int().min(1) })
export type VersionPlace = z.infer<typeof VersionPlace>

/** Where a passage may be in a newer version, for the user to decide. */
export const Proposal = z.object({
  version: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  /** From 0 to 1: how much of the passage is there. */
  score: z.number().min(0).max(1),
  /** What stands there. */
  text: z.string().min(1),
  /** Whether it stands in a notice that takes it back, or went there without its sentence. */
  isTakenBack: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>

export const Annotation = z.object({
  ...recordBase('annotation'),
  article: idOf('article'),
  /** The newest version of the article that the passage is known to stand in; `start` and `end` count in its text. */
  ...VersionPlace.shape,
  /** Its places in the versions before that one. */
  earlier: z.array(VersionPlace),
  /** In state `review`. */
  proposal: Proposal.nullable(),
  page: z.string().nullable(),
  /**
   * What became of it in the article's newest version. `exact` and `moved`: it stands there. `review`: it may be where the
   * proposal says. `orphan`: it was not found there.
   */
  state: z.enum(anchorStates),
  style: z.enum(highlightStyles),
  note: z.string(),
  tags: z.array(idOf('tag')),
})
export type Annotation = z.infer<typeof Annotation>

/** A highlight that nobody has said anything of yet. @param at when it was made */
export function makeAnnotation(
  { article, ...place }: VersionPlace & Pick<Annotation, 'article'>,
  more: Partial<Annotation> = {},
  at?: string,
): Annotation {
  return {
    ...fresh(at),
    article,
    ...place,
    earlier: [],
    proposal: null,
    page: null,
    state: 'exact',
    style: 'yellow',
    note: '',
    tags: [],
    ...more,
  }
}

/** The place of a passage in a version of its article; undefined where it was not, or is not known to be. */
export const placeIn = (annotation: Annotation, version: number): VersionPlace | undefined =>
  [annotation, ...annotation.earlier].find((place) => place.version === version)

export const annotationKind = defineKind<Annotation>({
  schema: Annotation,
  title: ({ exact }) => exact,
  references: {
    // It cannot be without its article.
    article: one(
      'article',
      ({ article }) => article,
      () => ({}),
    ),
    tags: tagsField,
  },
  migrations: {
    // Until format 3 every article had one version.
    3: (value) => ({ ...value, earlier: [], proposal: null }),
    7: ({ proposal, ...value }) => ({
      ...value,
      proposal: isJson(proposal) ? { ...proposal, isTakenBack: false } : proposal,
    }),
  },
})
