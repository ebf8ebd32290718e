import { chainForPassage } from '../../src/core/statements/chain-for-passage.ts'
import { isCertain } from '../../src/core/statements/certain.ts'
import { People } from '../../src/core/statements/english/people.ts'
import { readTagged } from '../../src/core/statements/english/read-english.ts'
import { englishStatements } from '../../src/core/statements/english/statements.ts'
import type { EnglishModel } from '../../src/core/statements/english/model.ts'
import type { Marked } from '../../scripts/statements/corpus.ts'
import { count, nothing, type Counts } from '../../scripts/statements/score.ts'
import pronouns from './pronouns.json' with { type: 'json' }
import { byCompromise, byExpressions } from './peers.ts'

export interface Asked {
  all: number
  answered: number
  right: number
}
const noneAsked = (): Asked => ({ all: 0, answered: 0, right: 0 })

/** All that is measured on articles that the weights were not learnt of. */
export interface Measures {
  ours: Counts
  expressions: Counts
  compromise: Counts
  asserters: Asked
  pronouns: Asked
}

export const noMeasures = (): Measures => ({
  ours: nothing(),
  expressions: nothing(),
  compromise: nothing(),
  asserters: noneAsked(),
  pronouns: noneAsked(),
})

export function measure(article: Marked, model: EnglishModel, into: Measures): void {
  const { text } = article.tagged
  const statements = englishStatements(text, { outlet: null, published: null }, model)
  const shown = statements
    .filter(isCertain)
    .flatMap(({ cue, source, content }) => (cue ? [{ cue, source, content }] : []))
  count(article, shown, into.ours)
  count(article, byExpressions(text), into.expressions)
  count(article, byCompromise(text), into.compromise)
  askAsserters(article, statements, into.asserters)
  askPronouns(article, model, into.pronouns)
}

const standIn =
  /^(?:he|she|they|it|i|we|you|who|which|that|his|her|their|its|my|our|him|them|one|some|others|many)$/i

/** With what is said as a highlight: who says it, where the text names or describes them. Right when they share a word. */
function askAsserters(
  { tagged: { text }, gold }: Marked,
  statements: Parameters<typeof chainForPassage>[0],
  asked: Asked,
): void {
  for (const { source, cue, content } of gold) {
    const who = source.map(([start, end]) => text.slice(start, end)).join(' ')
    const [first] = content
    const last = content.at(-1)
    if (who === '' || cue.length === 0 || !first || !last || standIn.test(who)) continue
    asked.all += 1
    const name = chainForPassage(statements, text, { start: first[0], end: last[1] }, null)?.[0]?.name
    if (name === undefined) continue
    asked.answered += 1
    const words = new Set(wordsOf(who))
    if (wordsOf(name).some((word) => word.length > 2 && words.has(word))) asked.right += 1
  }
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[’']s(?![\p{L}])/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whom pronouns mean that are sources, by 220 answers given by reading. Only answers that the program is sure of count. */
function askPronouns({ id, tagged }: Marked, model: EnglishModel, asked: Asked): void {
  const own = pronouns.filter(({ article }) => article === id)
  if (own.length === 0) return
  const people = new People(
    tagged,
    readTagged(tagged, model).filter(({ confidence }) => confidence > 0.4),
  )
  for (const { at, pronoun, name } of own) {
    asked.all += 1
    const meant = people.meantBy(pronoun, { start: at, end: at + pronoun.length })
    if (!meant?.isSure) continue
    asked.answered += 1
    if (name !== null && isSame(meant.name, name)) asked.right += 1
  }
}

function isSame(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((name) => wordsOf(name).at(-1)?.replace(/s$/, ''))
  return (
    a === b ||
    one.toLowerCase().includes(other.toLowerCase()) ||
    other.toLowerCase().includes(one.toLowerCase())
  )
}
