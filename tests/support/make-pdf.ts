/** What stands on a page of a PDF that a test makes. Measures are in points from the upper left corner. */
export interface TestPage {
  /** `[x, y of the line that letters stand on, size, text]` in Helvetica. */
  words?: [number, number, number, string][]
  /** A highlight over a box (left, top, right, bottom), with its comment. */
  marks?: {
    box: [number, number, number, number]
    author: string
    comment: string
    date: string
    colour: string
  }[]
}

/**
 * A PDF with these pages, 400 points wide and 600 high, so small that it can be read by people.
 * @param labels how pages are called: `/r` for i, ii, iii, `/D` for 1, 2, 3, from a page on
 */
export function makePdf(
  pages: readonly TestPage[],
  { title = '', author = '', labels = '' }: { title?: string; author?: string; labels?: string } = {},
): Uint8Array {
  const objects: string[] = []
  const add = (content: string): number => objects.push(content)
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const tree = font + 1
  objects.push('')
  const kids = pages.map(({ words = [], marks = [] }) => {
    const drawn = words.map(
      ([x, y, size, text]) => `BT /F ${size} Tf ${x} ${600 - y} Td (${quoted(text)}) Tj ET`,
    )
    const stream = drawn.join('\n')
    const contents = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    const notes = marks.map(({ box: [left, top, right, bottom], author: who, comment, date, colour }) => {
      const corners = [left, 600 - top, right, 600 - top, left, 600 - bottom, right, 600 - bottom].join(' ')
      return add(
        `<< /Type /Annot /Subtype /Highlight /Rect [${left} ${600 - bottom} ${right} ${600 - top}] /QuadPoints [${corners}] ` +
          `/C [${colour}] /T (${quoted(who)}) /Contents (${quoted(comment)}) /M (${date}) >>`,
      )
    })
    const annotations = notes.map((note) => `${note} 0 R`).join(' ')
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F ${font} 0 R >> >> ` +
        `/Contents ${contents} 0 R /Annots [${annotations}] >>`,
    )
  })
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  const numbering = labels === '' ? '' : `/PageLabels << /Nums [${labels}] >>`
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R ${numbering} >>`)
  const information = add(`<< /Title (${quoted(title)}) /Author (${quoted(author)}) >>`)
  return written(objects, `/Root ${root} 0 R /Info ${information} 0 R`)
}

const quoted = (text: string): string => text.replace(/[\\()]/g, '\\$&')

function written(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((content, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${content}\nendobj\n`
    return place
  })
  const start = file.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (character) => character.charCodeAt(0))
}
