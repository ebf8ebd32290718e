import { paragraphAt } from '../text/segments.ts'
import { linked, type Alignment } from './alignment.ts'
import type { Span } from './span.ts'
import { wordsIn } from './words.ts'

/** How publishers head what they take back, in the languages whose dates are read as well. */
const notices = [
  'corrections?|corrected|clarifications?|erratum|errata|corrigendum|retraction|retract(?:s|ed)',
  'we retract|we (?:were|are) wrong|regrets? the error',
  "editors?[’']?s?[’']? note|(?:an )?(?:earlier|previous|original) version|(?:incorrectly|wrongly|mistakenly|previously|originally) (?:said|stated|reported)",
  // Where it is taken back in its own place.
  '(?:it|that|this) (?:is|was) (?:untrue|not the case|not so)|(?:it|that|this|which|report|claim|story) (?:is|was) (?:false|not true|wrong|incorrect)',
  'we (?:had |have )?(?:reported|withdrawn|removed|deleted)|we (?:withdrew|apologi[sz]e)|(?:was|were|been) (?:withdrawn|retracted)|apologi[sz]es? (?:for|to)',
  'amended (?:on|to)|should not have been (?:published|reported)|there is no evidence (?:of|for|that)',
  '(?:das|dies) (?:ist|war) (?:falsch|unwahr|nicht wahr|unrichtig)|wir (?:hatten|haben) (?:berichtet|geschrieben)|nehmen wir zurück',
  "c[’']est faux|n[’']est pas vrai|nous avions (?:écrit|rapporté)|no es cierto|es falso|non è vero|è falso|não é verdade|is niet waar|неправда",
  'Korrektur|Berichtigung|Richtigstellung|Gegendarstellung|(?:früheren|ursprünglichen|vorherigen) (?:Version|Fassung)',
  'rectificatif|correctif|(?:version|article) (?:précédente|initiale|antérieure)',
  'corrección|rectificación|fe de er(?:ratas|rores)|versión (?:anterior|previa|original)',
  'correzione|rettifica|errata corrige|versione precedente|correção|retificação|versão anterior',
  'correctie|rectificatie|(?:eerdere|vorige) versie|исправление|уточнение|опровержение',
]
const notice = new RegExp(
  String.raw`(?<![\p{L}])(?:${notices.join('|')})(?![\p{L}])|تصحيح|تصويب|更正|勘误|訂正|정정`,
  'iu',
)

/** Whether a passage of the new text stands in a notice of a correction, which the paragraph it comes from was not. */
export function standsInNotice(before: string, was: Span, after: string, is: Span): boolean {
  return notice.test(paragraphOf(after, is)) && !notice.test(paragraphOf(before, was))
}

/**
 * Whether a passage went elsewhere without the sentence that it is part of: its sentence begins with other words there, as where
 * a notice quotes what was taken out. What went with its paragraph was only moved.
 */
export function wentAlone({ before, after, to, manners }: Alignment, was: Span, is: Span): boolean {
  if (keptOrder({ before, to, manners }, was, wordsIn(after, is.start, is.end).first)) return false
  const old = sentenceStart(before.text, was.start)
  const now = sentenceStart(after.text, is.start)
  const { first } = wordsIn(before, old, Math.max(was.end, old + 1))
  const { first: firstNow } = wordsIn(after, now, Math.max(is.end, now + 1))
  return to[first] !== firstNow
}

/** Whether the nearest words around its paragraph that are certain stand on the same sides of it as before. */
function keptOrder(
  { before, to, manners }: Pick<Alignment, 'before' | 'to' | 'manners'>,
  was: Span,
  place: number,
): boolean {
  const paragraph = paragraphSpan(before.text, was)
  const { first, behind } = wordsIn(before, paragraph.start, paragraph.end)
  const isCertain = (word: number): boolean =>
    manners[word] === linked.certain || manners[word] === linked.between
  let left = first - 1
  while (left >= 0 && first - left < farthest && !isCertain(left)) left -= 1
  let right = behind
  while (right < before.count && right - behind < farthest && !isCertain(right)) right += 1
  const isBehind = left < 0 || (to[left] ?? 0) < place
  const isAhead = right >= before.count || (to[right] ?? 0) > place
  return isBehind && isAhead
}

const paragraphSpan = (text: string, { start, end }: Span): Span => ({
  start: paragraphAt(text, start).start,
  end: paragraphAt(text, Math.max(start, end - 1)).end,
})

/** So many words around a paragraph are looked at. */
const farthest = 2_000

const paragraphOf = (text: string, span: Span): string => {
  const { start, end } = paragraphSpan(text, span)
  return text.slice(start, end)
}

/** So far back the beginning of a sentence is looked for. */
const reach = 600
const sentenceEnd = /[.!?…。！？]["'”’»)\]]*\s+|\n/gu

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - reach)
  const last = [...text.slice(from, at).matchAll(sentenceEnd)].at(-1)
  return last ? from + last.index + last[0].length : from
}
