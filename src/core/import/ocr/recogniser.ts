/** A word that was recognised in a picture. Measures are in pixels, from its upper left corner. */
export interface RecognisedWord {
  text: string
  /** From 0 to 100: how sure the engine is of it. */
  confidence: number
  left: number
  right: number
  /** Where each of its letters begins and ends from left to right. */
  letters: [text: string, left: number, right: number][]
}

export interface RecognisedLine {
  top: number
  bottom: number
  /** How high its letters would be with all that rises and falls. */
  height: number
  words: RecognisedWord[]
}

/** Recognises the words of pictures (OCR). It takes seconds for each page. */
export interface Recogniser {
  /** Of the engine and its data, with their versions. */
  engine: string
  /** The lines of a picture (PNG, JPEG, WebP), block after block. @throws Problem `bad-input` when it cannot be read */
  linesOf: (picture: Uint8Array) => RecognisedLine[]
  close: () => void
}
