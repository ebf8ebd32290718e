import type { ImportedNote } from '../importer.ts'
import type { PdfMark, PdfPage } from './pdf-file.ts'

/**
 * Which characters of a page the marks are over, by the middles of their boxes; PDFs keep no words of them.
 * @param first the number of the first of these marks in the document
 */
export function notedOn(page: PdfPage, marks: readonly PdfMark[], first: number): Map<number, number[]> {
  const noted = new Map<number, number[]>()
  if (marks.every(({ boxes }) => boxes.length === 0)) return noted
  for (let at = 0; at < page.text.length; at += 1) {
    const [left = 0, top = 0, right = 0, bottom = 0] = page.boxes.subarray(at * 4, at * 4 + 4)
    const numbers =
      right > left
        ? marks.flatMap(({ boxes }, n) =>
            boxes.some((box) => holds(box, (left + right) / 2, (top + bottom) / 2)) ? [first + n] : [],
          )
        : // What the engine made up (a space, the end of a line) is as what stands before it.
          (noted.get(at - 1) ?? [])
    if (numbers.length > 0) noted.set(at, numbers)
  }
  return noted
}

const holds = ([left, top, right, bottom]: PdfMark['boxes'][number], x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

export const noteOf = ({ author, comment, colour, date }: PdfMark): ImportedNote => ({
  author,
  day: dayOf(date),
  comment: comment.replace(/\r\n?/g, '\n'),
  colour,
})

/** The day in a date of a PDF (`D:20310304…`, ISO 32000-1, 7.9.4). */
function dayOf(date: string): string {
  const [, year = '', month = '', day = ''] = /^D:(\d{4})(\d{2})(\d{2})/.exec(date) ?? []
  return year === '' ? '' : `${year}-${month}-${day}`
}
