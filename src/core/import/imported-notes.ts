import { describe } from '../anchoring/describe.ts'
import { makeAnnotation, type Annotation, type HighlightStyle } from '../records/annotation.ts'
import type { Id } from '../records/base.ts'
import { markedPlaces, noteMark, pageAt } from '../text/marked-places.ts'
import type { TextOfRecord } from '../text/text-of-record.ts'
import type { ImportedNote } from './importer.ts'

/**
 * The highlights of a text that its document came with: the comments of a Word file, the marks in a PDF. Each is about the words that
 * the elements with the ids `noteMark` and its place in `notes`, and `-2`, … hold.
 * @param known highlights that are there already; what they say is not said twice
 */
export function highlightsOf(
  notes: readonly ImportedNote[],
  { html, text }: TextOfRecord,
  { article, version, at }: { article: Id<'article'>; version: number; at: string },
  known: readonly Annotation[] = [],
): Annotation[] {
  const spans = new Map<string, { start: number; end: number }>()
  for (const { id, start, end } of markedPlaces(html, noteMark)) {
    const [n = ''] = id.slice(noteMark.length).split('-')
    const before = spans.get(n)
    spans.set(n, { start: Math.min(start, before?.start ?? start), end: Math.max(end, before?.end ?? end) })
  }
  return notes.flatMap((one, n) => {
    const span = spans.get(String(n))
    if (!span || span.start >= span.end) return []
    const words = text.slice(span.start, span.end)
    const start = span.start + words.length - words.trimStart().length
    if (words.trim() === '') return []
    const place = describe(text, start, start + words.trim().length)
    const note = wordsOf(one)
    if (known.some((there) => there.exact === place.exact && there.note === note)) return []
    const more = { note, style: styleOf(one.colour), page: pageAt(html, span.start) }
    return [makeAnnotation({ article, version, ...place }, more, at)]
  })
}

/** What somebody noted, with who it was and when. */
function wordsOf({ author, day, comment }: ImportedNote): string {
  const who = [author, day].filter((part) => part !== '').join(', ')
  return who === '' ? comment : comment === '' ? `(${who})` : `${comment} (${who})`
}

const hues: [number, HighlightStyle][] = [
  [0, 'red'],
  [55, 'yellow'],
  [120, 'green'],
  [210, 'blue'],
  [290, 'violet'],
  [360, 'red'],
]

/** The style that is nearest to a colour. @param colour `#rrggbb` */
function styleOf(colour: string | null): HighlightStyle {
  const parts = /^#(..)(..)(..)$/.exec(colour ?? '')
  if (!parts) return 'yellow'
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16))
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const span = most - least
  if (span < 30) return 'grey'
  const turn =
    most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span
  const hue = (turn * 60 + 360) % 360
  return hues.reduce((best, one) => (Math.abs(one[0] - hue) < Math.abs(best[0] - hue) ? one : best))[1]
}
