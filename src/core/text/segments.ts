import type { Span } from '../anchoring/span.ts'
import { mayEndAt } from './sentence-end.ts'

/** Sentences and words of a text, in the language of the article (Unicode Standard Annex 29, by `Intl.Segmenter`). */

const segmenters = new Map<string, Intl.Segmenter>()

/** A language that is none counts as none. */
function segmenterFor(language: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${language ?? ''} ${granularity}`
  const there = segmenters.get(key)
  if (there) return there
  const made = madeSegmenter(language, granularity)
  segmenters.set(key, made)
  return made
}

function madeSegmenter(language: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity })
  } catch {
    return new Intl.Segmenter(undefined, { granularity })
  }
}

/** The line of a text of record that an offset is in: a paragraph, a heading, an item. */
export function paragraphAt(text: string, offset: number): Span {
  const at = Math.min(Math.max(0, offset), text.length)
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return { start: at === 0 ? 0 : start, end: end === -1 ? text.length : end }
}

/** The sentences of the paragraph at an offset, without white space at their ends; abbreviations end none. */
export function sentencesAt(text: string, offset: number, language: string | null): Span[] {
  const { start, end } = paragraphAt(text, offset)
  // A mark of a note behind a sentence is of neither that nor the next one.
  const paragraph = text
    .slice(start, end)
    .replace(/(?<=[.!?…。！？"”’»)])\[\d{1,4}(?:[,–-]\s?\d{1,4}){0,5}\]/gu, (mark) => ' '.repeat(mark.length))
  const sentences: Span[] = []
  for (const { segment, index } of segmenterFor(language, 'sentence').segment(paragraph)) {
    const words = segment.trim()
    if (words === '') continue
    const from = start + index + segment.indexOf(words)
    const last = sentences.at(-1)
    if (last && !mayEndAt(paragraph, from - start)) last.end = from + words.length
    else sentences.push({ start: from, end: from + words.length })
  }
  return sentences
}

/** The sentence at an offset, or the next one in the paragraph. */
export function sentenceAt(text: string, offset: number, language: string | null): Span | undefined {
  const sentences = sentencesAt(text, offset, language)
  return sentences.find(({ end }) => offset < end) ?? sentences.at(-1)
}

/** The sentence behind or before a passage, in another paragraph if need be; undefined at the ends of the text. */
export function nextSentence(
  text: string,
  { start, end }: Span,
  direction: 'forward' | 'backward',
  language: string | null,
): Span | undefined {
  if (direction === 'forward') {
    for (let at = end; at <= text.length; at = paragraphAt(text, at).end + 1) {
      const found = sentencesAt(text, at, language).find((sentence) => sentence.start >= end)
      if (found) return found
    }
    return undefined
  }
  for (let at = start; at >= 0; at = paragraphAt(text, at).start - 1) {
    const found = sentencesAt(text, at, language).findLast((sentence) => sentence.end <= start)
    if (found) return found
  }
  return undefined
}

/** The next paragraph with words in it, behind or before an offset. */
export function nextParagraph(
  text: string,
  offset: number,
  direction: 'forward' | 'backward',
): Span | undefined {
  let { start, end } = paragraphAt(text, offset)
  while (direction === 'forward' ? end < text.length : start > 0) {
    ;({ start, end } = paragraphAt(text, direction === 'forward' ? end + 1 : start - 1))
    if (text.slice(start, end).trim() !== '') return { start, end }
  }
  return undefined
}

/**
 * Where the border of a passage goes by one word: to the end of a word for the end of a passage, to the beginning for its
 * beginning. Stays where it is at the ends of the text.
 */
export function nextWordBorder(
  text: string,
  offset: number,
  direction: 'forward' | 'backward',
  edge: 'start' | 'end',
  language: string | null,
): number {
  const borders = wordsAround(text, offset, language).map((word) => word[edge])
  const next =
    direction === 'forward'
      ? borders.find((border) => border > offset)
      : borders.findLast((border) => border < offset)
  return next ?? offset
}

/** The border of a word that is nearest to an offset. */
export function nearestWordBorder(
  text: string,
  offset: number,
  edge: 'start' | 'end',
  language: string | null,
): number {
  let best = offset
  let distance = Number.POSITIVE_INFINITY
  for (const word of wordsAround(text, offset, language)) {
    const away = Math.abs(word[edge] - offset)
    if (away < distance) {
      best = word[edge]
      distance = away
    }
  }
  return best
}

/** The words of the paragraph at an offset, and of the nearest paragraphs with words before and behind it. */
function wordsAround(text: string, offset: number, language: string | null): Span[] {
  const here = paragraphAt(text, offset)
  const around = [nextParagraph(text, offset, 'backward'), here, nextParagraph(text, offset, 'forward')]
  return around.flatMap((paragraph) => {
    if (!paragraph) return []
    const { start, end } = paragraph
    return [...segmenterFor(language, 'word').segment(text.slice(start, end))].flatMap((word) =>
      word.isWordLike === true
        ? [{ start: start + word.index, end: start + word.index + word.segment.length }]
        : [],
    )
  })
}

/** The border of a character as people see one, before or behind an offset. */
export function nextCharacterBorder(text: string, offset: number, direction: 'forward' | 'backward'): number {
  const near = 80
  const from = Math.max(0, offset - near)
  const graphemes = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, offset + near)),
  ]
  if (direction === 'forward') {
    const next = graphemes.find(({ index, segment }) => from + index + segment.length > offset)
    return next ? from + next.index + next.segment.length : offset
  }
  const previous = graphemes.findLast(({ index }) => from + index < offset)
  return previous ? from + previous.index : offset
}
