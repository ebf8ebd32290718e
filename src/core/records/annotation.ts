import * as z from 'zod'
import { Id, recordBase } from './base.ts'

/** How a highlight looks: each is a colour and a form of underline, so that colour is never the only cue. */
export const highlightStyles = ['yellow', 'blue', 'green', 'red', 'violet', 'grey'] as const
export type HighlightStyle = (typeof highlightStyles)[number]

export const anchorStates = ['exact', 'moved', 'review', 'orphan'] as const

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

export const Annotation = z.object({
  ...recordBase,
  article: Id,
  /** The number of the article's version that the offsets count in. */
  version: z.int().min(1),
  ...TextPlace.shape,
  page: z.string().nullable(),
  state: z.enum(anchorStates),
  style: z.enum(highlightStyles),
  note: z.string(),
  tags: z.array(Id),
})
export type Annotation = z.infer<typeof Annotation>
