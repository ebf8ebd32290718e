import type { PdfPage } from '../pdf/pdf-file.ts'
import type { RecognisedLine } from './recogniser.ts'

/** Below this the engine is as often wrong as right. */
const sure = 70

/**
 * Words that were recognised in the picture of a page, as if a PDF had them: lines, columns, running heads and paragraphs are then
 * found in the same way.
 * @param scale pixels to a point
 */
export function recognisedPage(
  lines: readonly RecognisedLine[],
  { width, height }: { width: number; height: number },
  scale: number,
): PdfPage {
  const [units, boxes, baselines, sizes]: [string[], number[], number[], number[]] = [[], [], [], []]
  const unsure = new Set<number>()
  const heights = lines.map((line) => line.height).sort((one, other) => one - other)
  const usual = heights[heights.length >> 1] ?? 0
  // What is measured differs a little from line to line.
  const sizeOf = ({ height: high }: RecognisedLine): number =>
    ((Math.abs(high - usual) < usual * 0.2 ? usual : high) / scale) * 0.8
  const add = (text: string, left: number, right: number, line: RecognisedLine): void => {
    for (const unit of text.split('')) {
      units.push(unit)
      boxes.push(left / scale, line.top / scale, right / scale, line.bottom / scale)
      baselines.push(line.bottom / scale)
      // All letters of a line are of one size: pictures tell too little of smaller ones.
      sizes.push(sizeOf(line))
    }
  }
  for (const line of lines) {
    for (const [at, word] of line.words.entries()) {
      if (at > 0) add(' ', 0, 0, line)
      const first = units.length
      for (const [text, left, right] of word.letters) add(text, left, Math.max(right, left + 1), line)
      if (word.confidence < sure) for (let unit = first; unit < units.length; unit += 1) unsure.add(unit)
    }
    add('\r\n', 0, 0, line)
  }
  return {
    width,
    height,
    text: units.join(''),
    boxes: Float32Array.from(boxes),
    baselines: Float32Array.from(baselines),
    sizes: Float32Array.from(sizes),
    unsure,
  }
}
