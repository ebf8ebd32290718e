import compromise from 'compromise'
import type { Span } from '../../src/core/anchoring/span.ts'

/** What somebody would use otherwise: who and which word, where they stand. */
export interface Simple {
  cue: Span
  source: Span
  content: Span[]
}

const verbs = 'said|says|told|added|wrote|asked|noted|announced|reported|argued|claimed'
const name = String.raw`(?:[Tt]he )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}|he|she|they|He|She|They`
const behind = new RegExp(
  String.raw`(?<content>[“"][^”"\n]+[”"]),? (?:(?<verb>${verbs}) (?<who>${name})|(?<who2>${name}) (?<verb2>${verbs}))`,
  'gu',
)
const ahead = new RegExp(String.raw`(?<who>${name}) (?<verb>${verbs})(?: that)?,? (?<content>[^.\n]+)`, 'gu')

/** Quotation marks and “said”, by regular expressions. */
export function byExpressions(text: string): Simple[] {
  return [behind, ahead].flatMap((form) =>
    [...text.matchAll(form)].map(({ index, 0: all, groups = {} }): Simple => {
      const spanOf = (words = ''): Span => {
        const start =
          index +
          Math.max(
            0,
            all.indexOf(
              words,
              words === groups['content'] ? 0 : form === behind ? (groups['content'] ?? '').length : 0,
            ),
          )
        return { start, end: start + words.length }
      }
      return {
        cue: spanOf(groups['verb'] ?? groups['verb2']),
        source: spanOf(groups['who'] ?? groups['who2']),
        content: [spanOf(groups['content'])],
      }
    }),
  )
}

/** The quotations that compromise finds, with the name and the verb of saying nearest to each. */
export function byCompromise(text: string): Simple[] {
  const found: Simple[] = []
  let from = 0
  for (const words of compromise(text).quotations().out('array') as string[]) {
    const start = text.indexOf(words.trim(), from)
    if (start === -1) continue
    const end = start + words.trim().length
    from = end
    const around =
      text.slice(Math.max(0, start - 80), start) + ' '.repeat(end - start) + text.slice(end, end + 80)
    const offset = Math.max(0, start - 80)
    const verb = new RegExp(`(?<![\\p{L}])(?:${verbs})(?![\\p{L}])`, 'u').exec(around)
    const who =
      verb && new RegExp(`(?:${name})`, 'u').exec(around.slice(Math.max(0, verb.index - 40), verb.index + 60))
    if (!verb || !who) continue
    const at = offset + Math.max(0, verb.index - 40) + who.index
    found.push({
      cue: { start: offset + verb.index, end: offset + verb.index + verb[0].length },
      source: { start: at, end: at + who[0].length },
      content: [{ start, end }],
    })
  }
  return found
}
