import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../scripts/build-if-needed.ts'
import { readCorpus, type Marked } from '../scripts/statements/corpus.ts'
import type { Counts } from '../scripts/statements/score.ts'
import { Teacher } from '../scripts/statements/teach.ts'
import { modelOf } from '../src/core/statements/english/model.ts'
import { statementsIn } from '../src/core/statements/languages.ts'
import { askGiven } from '../tests/support/given-sentences.ts'
import { median, times } from './measure.ts'
import { measure, noMeasures, type Asked, type Measures } from './statements/measures.ts'

/** Each sixth of the articles is measured with weights learnt of the others. */
const parts = 6
const file = join(root, '../shared/corpus/attribution/train.jsonl')

/** Who says what: what is found of the attributions that are marked in news articles (PolNeAR, its training part). */
export async function statementsBench(): Promise<string[]> {
  const lines: string[] = []
  if (existsSync(file)) {
    const articles = readCorpus(file)
    lines.push(...told(crossValidated(articles)), await timed(articles))
  } else lines.push('skipped: the marked articles are not beside the project')
  const given = await askGiven()
  lines.push(
    given
      ? askedLine('given sentences, all of a chain right', given, 85, 93)
      : 'skipped: the given sentences are not beside the project',
  )
  return lines
}

function crossValidated(articles: readonly Marked[]): Measures {
  const teacher = new Teacher(articles)
  const all = noMeasures()
  for (let part = 0; part < parts; part += 1) {
    const model = modelOf(teacher.teach((n) => n % parts !== part))
    for (const article of articles.filter((_, n) => n % parts === part)) measure(article, model, all)
  }
  return all
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

function told({ ours, expressions, compromise, asserters, pronouns }: Measures): string[] {
  const found = (name: string, { rightWithSource, goldWithSource, right, said }: Counts): string =>
    `${name}: recall ${percent(rightWithSource, goldWithSource)}, precision ${percent(right, said)}`
  return [
    `${found('attributions, cue and source met', ours)} (goal: 64, 84); with those that name nobody, recall ${percent(ours.right, ours.gold)}`,
    found('  quotation marks and “said” by regular expression', expressions),
    found('  quotations by compromise, with the nearest verb and name', compromise),
    `those with quotation marks: recall ${percent(ours.quotedFound, ours.quoted)} (goal: 88)`,
    `what is said in those found: F1 of words ${percent(ours.content, ours.right)} (goal: 82)`,
    askedLine('who says it, given what is said', asserters, 76, 93),
    `whom pronouns mean that are sources: precision ${percent(pronouns.right, pronouns.answered)} of ${pronouns.answered} answered of ${pronouns.all} (goal: 85)`,
  ]
}

const askedLine = (
  name: string,
  { right, all, answered }: Asked,
  recall: number,
  precision: number,
): string =>
  `${name}: recall ${percent(right, all)}, precision ${percent(right, answered)} (goal: ${recall}, ${precision})`

/** How long texts take once everything is loaded. */
async function timed(articles: readonly Marked[]): Promise<string> {
  const all = articles.map(({ tagged }) => tagged.text).join('\n\n')
  const words = (count: number): string => new RegExp(`^(?:\\S+\\s+){${count}}`, 'u').exec(all)?.[0] ?? all
  const about = { outlet: null, published: '2016-01-01' }
  const [short, long] = [words(10_000), words(40_000)]
  await statementsIn(short, 'en', about)
  const one = median(await times(3, () => statementsIn(short, 'en', about)))
  const four = median(await times(3, () => statementsIn(long, 'en', about)))
  return `10,000 words in ${one.toFixed(0)} ms (goal: 400), 40,000 in ${(four / one).toFixed(1)} times as long (goal: 5)`
}
