export type Way = 'ours' | 'plain' | 'marks' | 'recogito'

/** What the page of the reader's benchmark can be asked for. */
export interface ReadingPage {
  /** Makes a text of so many characters, with so many highlights spread over it. */
  prepare: (characters: number, highlights: number) => void
  /** From the stored text to the painted article, in milliseconds. */
  open: (way: Way) => Promise<number>
  /** Looks up what is under points of the window: the position alone, and with the highlights; in milliseconds for all. */
  lookUp: (points: number) => Promise<{ alone: number; ours: number }>
  /** Scrolls on, then jumps about: how many frames took more than 50 ms, and the longest. */
  scroll: () => Promise<{ slow: number; longest: number; frames: number }>
}
