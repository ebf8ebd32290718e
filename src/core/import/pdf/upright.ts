import type { PdfPage } from './pdf-file.ts'

/**
 * A page on which most words run downwards or upwards (a wide table, turned to fit), turned so that they run across it. The order of
 * its stream is then that of the sheet, and not that of the reader: `isTurned` says so.
 */
export function upright(page: PdfPage): PdfPage & { isTurned: boolean } {
  const down = runsDown(page)
  if (down === 0) return { ...page, isTurned: false }
  const boxes = new Float32Array(page.boxes.length)
  // What is raised on a page that is turned is not told apart.
  const baselines = new Float32Array(page.baselines.length)
  for (let at = 0; at < boxes.length; at += 4) {
    const [left = 0, top = 0, right = 0, bottom = 0] = page.boxes.subarray(at, at + 4)
    const turned: [number, number, number, number] =
      down > 0
        ? [top, page.width - right, bottom, page.width - left]
        : [page.height - bottom, left, page.height - top, right]
    boxes.set(right > left ? turned : [0, 0, 0, 0], at)
    baselines[at / 4] = turned[3]
  }
  return { ...page, width: page.height, height: page.width, boxes, baselines, isTurned: true }
}

/** 1 where most letters stand below the one before, -1 where they stand above it, 0 where they stand beside it. */
function runsDown({ text, boxes }: PdfPage): -1 | 0 | 1 {
  let [across, along] = [0, 0]
  for (let at = 1; at < text.length; at += 1) {
    if (!/[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))) continue
    across += Math.abs((boxes[at * 4] ?? 0) - (boxes[at * 4 - 4] ?? 0))
    along += (boxes[at * 4 + 1] ?? 0) - (boxes[at * 4 - 3] ?? 0)
  }
  return Math.abs(along) <= across * 2 ? 0 : along > 0 ? 1 : -1
}
