import { chunksOf, linksIn } from '../../src/core/statements/english/links.ts'
import type { Chunk } from '../../src/core/statements/english/chunks.ts'
import {
  endAfter,
  startAfter,
  startBefore,
  type Pivot,
} from '../../src/core/statements/english/content-signs.ts'
import { mayBeCue, tellCue } from '../../src/core/statements/english/cue-signs.ts'
import type { EnglishWeights } from '../../src/core/statements/english/model.ts'
import { sourceOf } from '../../src/core/statements/english/source-signs.ts'
import { tellWhole } from '../../src/core/statements/english/whole-signs.ts'
import { Scorer, type Weights } from '../../src/core/statements/linear.ts'
import type { TaggedText } from '../../src/core/statements/tagged-text.ts'
import { meets, type Gold, type Marked } from './corpus.ts'
import { cueHeadOf, insideOf } from './heads.ts'
import { learnChoice, learnYesNo, SignTable, type Case, type Choice } from './learn.ts'

/** What an article teaches: the signs of its words, once for all rounds. */
interface Lesson {
  marked: Marked
  cues: Case[]
  sources: Choice[]
  starts: Choice[]
  ends: Choice[]
  befores: Choice[]
}

/** Signs told fewer times than this teach nothing. */
const leastOften = 2
/** As far as an edge may be from the marked one to stand for it, in tokens. */
const tolerance = 3

/** Learns the weights of the English reader of marked articles, the same each time. */
export class Teacher {
  readonly #tables = {
    cue: new SignTable(),
    source: new SignTable(),
    start: new SignTable(),
    end: new SignTable(),
    before: new SignTable(),
  }
  readonly #lessons: Lesson[]

  constructor(articles: readonly Marked[]) {
    this.#lessons = articles.map((marked) => this.#lessonOf(marked))
    for (const { cues } of this.#lessons)
      for (const one of cues) one.signs = this.#tables.cue.often(one.signs, leastOften)
  }

  /** @param isTaught whether the article of this number is learnt of */
  teach(isTaught: (n: number) => boolean): EnglishWeights {
    const lessons = this.#lessons.filter((_, n) => isTaught(n))
    const { cue, source, whole } = { ...this.#learnLinks(lessons), whole: this.#learnWhole(lessons) }
    const choose = (kind: 'start' | 'end' | 'before', choices: readonly Choice[]): Weights =>
      this.#tables[kind].weights(learnChoice(choices, this.#tables[kind].size, { rounds: 4, l1: 3 }))
    return {
      cue,
      source,
      whole,
      start: choose(
        'start',
        lessons.flatMap(({ starts }) => starts),
      ),
      end: choose(
        'end',
        lessons.flatMap(({ ends }) => ends),
      ),
      before: choose(
        'before',
        lessons.flatMap(({ befores }) => befores),
      ),
    }
  }

  #learnLinks(lessons: readonly Lesson[]): Pick<EnglishWeights, 'cue' | 'source'> {
    const { cue, source } = this.#tables
    const cues = lessons.flatMap((lesson) => lesson.cues)
    const sources = lessons.flatMap((lesson) => lesson.sources)
    return {
      cue: cue.weights(learnYesNo(cues, cue.size, { rounds: 4, l1: 4 })),
      source: source.weights(learnChoice(sources, source.size, { rounds: 4, l1: 2.5 })),
    }
  }

  /** What both together tell is learnt of articles that the first two were not learnt of. */
  #learnWhole(lessons: readonly Lesson[]): Weights {
    const table = new SignTable()
    const cases: Case[] = []
    const parts = 3
    for (let part = 0; part < parts; part += 1) {
      const weights = this.#learnLinks(lessons.filter((_, n) => n % parts !== part))
      const model = { cue: new Scorer(weights.cue), source: new Scorer(weights.source) }
      for (const { marked } of lessons.filter((_, n) => n % parts === part)) {
        const links = linksIn(marked.tagged, model)
        for (const [n, link] of links.entries())
          cases.push({
            signs: table.collect((sign) => {
              tellWhole(marked.tagged, links, n, sign)
            }),
            is: isMarked(marked, link.cue, link.source?.chunk ?? null),
          })
      }
    }
    for (const one of cases) one.signs = table.often(one.signs, leastOften)
    return table.weights(learnYesNo(cases, table.size, { rounds: 6, l1: 2 }))
  }

  #lessonOf(marked: Marked): Lesson {
    const { tagged, gold } = marked
    const insides = gold.map(({ cue }) => insideOf(tagged, cue))
    const heads = insides.map((inside) => cueHeadOf(tagged, inside))
    const isOfCue = new Set(insides.flat())
    const isHead = new Set(heads)
    const chunks = chunksOf(tagged)
    const cues = tagged.tokens.flatMap((token, at): Case[] =>
      mayBeCue(token) && (isHead.has(at) || !isOfCue.has(at))
        ? [
            {
              signs: this.#tables.cue.collect((sign) => {
                tellCue(tagged, at, sign)
              }),
              is: isHead.has(at),
            },
          ]
        : [],
    )
    const lesson: Lesson = { marked, cues, sources: [], starts: [], ends: [], befores: [] }
    for (const [n, one] of gold.entries()) {
      const cue = heads[n] ?? -1
      const token = tagged.tokens[cue]
      if (token) this.#addGold(lesson, one, cue, chunks[token.sentence] ?? [])
    }
    return lesson
  }

  #addGold(
    { marked: { tagged }, sources, starts, ends, befores }: Lesson,
    gold: Gold,
    cue: number,
    chunks: readonly Chunk[],
  ): void {
    const { options: candidates, tells } = sourceOf(tagged, cue, chunks)
    const right =
      gold.source.length === 0
        ? [candidates.length]
        : candidates.flatMap(({ chunk }, n) => (isMet(tagged, gold.source, chunk) ? [n] : []))
    if (right.length > 0) sources.push({ signs: this.#tables.source.collectAll(tells), right })
    const source = candidates.find(({ chunk }) => isMet(tagged, gold.source, chunk))?.chunk ?? null
    const content = insideOf(tagged, gold.content)
    if (content.length === 0) return
    const pivot = { cue, source }
    const [first] = content.filter((at) => at < cue)
    const before = startBefore(tagged, pivot)
    const left = first === undefined ? before.options.length : nearestTo(first, before.options)
    if (left !== -1) befores.push({ signs: this.#tables.before.collectAll(before.tells), right: [left] })
    this.#addBehind(
      { starts, ends },
      tagged,
      pivot,
      content.filter((at) => at > cue),
    )
  }

  #addBehind(
    { starts, ends }: Pick<Lesson, 'starts' | 'ends'>,
    tagged: TaggedText,
    pivot: Pivot,
    content: readonly number[],
  ): void {
    const [first] = content
    const { options, tells } = startAfter(tagged, pivot)
    const right = first === undefined ? options.length : options.findIndex((at) => at >= first)
    if (right === -1) return
    starts.push({ signs: this.#tables.start.collectAll(tells), right: [right] })
    const start = options[right]
    if (start === undefined) return
    const end = endAfter(tagged, pivot, start)
    const last = nearestTo((content.at(-1) ?? 0) + 1, end.options)
    if (last !== -1) ends.push({ signs: this.#tables.end.collectAll(end.tells), right: [last] })
  }
}

/** Which of some places is nearest to one, if near enough. */
function nearestTo(wanted: number, places: readonly number[]): number {
  const away = places.map((place) => Math.abs(place - wanted))
  const least = Math.min(...away)
  return least <= tolerance ? away.indexOf(least) : -1
}

function isMet(
  { tokens }: TaggedText,
  spans: Gold['source'],
  { from, to }: { from: number; to: number },
): boolean {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first !== undefined && last !== undefined && meets(spans, first.start, last.end)
}

/** Whether a cue and its source are marked as one; null for no source where none is marked. */
export function isMarked({ tagged, gold }: Marked, cue: number, source: Chunk | null): boolean {
  const of = gold.filter((one) => isMet(tagged, one.cue, { from: cue, to: cue + 1 }))
  return source === null
    ? of.some((one) => one.source.length === 0)
    : of.some((one) => isMet(tagged, one.source, source))
}
