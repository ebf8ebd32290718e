import type { Painted, Passage } from './passage.ts'

export type SelectedPassage = Passage & { exact: string }

export interface Heading {
  level: number
  text: string
  /** In UTF-16 code units of the text of record. */
  start: number
}

/** What others may ask of an article on the screen; all offsets in UTF-16 code units of its text of record. */
export interface ArticleTextApi {
  readonly text: string
  /** The selected passage; null when nothing is selected here. */
  currentPassage: () => SelectedPassage | null
  /** Where the caret is, or the end of the selection that moves; null when it is not in this text. */
  caret: () => number | null
  select: (passage: Passage) => void
  /** Nothing is selected any more; the caret stays at the end of what was. */
  collapseSelection: () => void
  /** Paints a highlight that is being made; null when it is there, or could not be made. */
  paintAhead: (passage: Painted | null) => void
  focus: () => void
  /** Whether the focus is in the text, or on nothing that stands around it. */
  hasFocus: () => boolean
  scrollTo: (passage: Passage) => void
  /** The offset of the first line on the screen, for coming back to it. */
  topOffset: () => number
  scrollToTop: (offset: number) => void
  /** The offset under a point of the window. */
  offsetAt: (x: number, y: number) => number | null
  /** Where a passage begins and ends on the screen; null when it is not laid out. */
  edgesOf: (passage: Passage) => { start: DOMRect; end: DOMRect } | null
  /** The words of the note that the link at an offset leads to, or back from; null where there is no such link. */
  noteAt: (offset: number) => string | null
  headings: () => Heading[]
}
