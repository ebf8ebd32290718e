import type { PdfFile, PdfPage } from '../pdf/pdf-file.ts'
import { hasWords, isGarbled, lettersIn } from '../pdf/has-words.ts'
import { recognisedPage } from './recognised-page.ts'
import type { Recogniser } from './recogniser.ts'

/** Pixels to a point at which pages are recognised: 200 dots to an inch, which print was scanned for. */
const scale = 200 / 72

/** A PDF whose pages without words, or with words that nobody can read, are read from their pictures. */
export function withRecognised(file: PdfFile, recogniser: Recogniser): PdfFile & { recognised: number } {
  const whole = {
    engine: `${file.engine}, ${recogniser.engine}`,
    pages: file.pages,
    metadata: file.metadata,
    language: file.language,
    outline: file.outline,
    recognised: 0,
    labelOf: (at: number) => file.labelOf(at),
    marks: (at: number) => file.marks(at),
    draw: (at: number, size: number) => file.draw(at, size),
    close: () => file.close(),
    page: (at: number): PdfPage => {
      const page = file.page(at)
      if (hasWords(page.text)) return page
      const read = recognisedPage(recogniser.linesOf(file.draw(at, scale)), page, scale)
      const isMore = lettersIn(read.text) > lettersIn(page.text) || isGarbled(page.text)
      if (isMore) whole.recognised += 1
      return isMore ? read : page
    },
  }
  return whole
}
