import { readFileSync } from 'node:fs'
import { tagEnglish } from '../../src/core/statements/english/tagger.ts'
import { tagText, type TaggedText } from '../../src/core/statements/tagged-text.ts'

export type Pair = [start: number, end: number]

export interface Gold {
  source: Pair[]
  cue: Pair[]
  content: Pair[]
}

export interface Marked {
  id: string
  tagged: TaggedText
  gold: Gold[]
}

interface Row {
  id: string
  text: string
  attributions: Partial<Gold>[]
}

/** The articles of a file of attributions, tagged. */
export function readCorpus(file: string): Marked[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as Row
      return {
        id: row.id,
        tagged: tagText(row.text, tagEnglish),
        gold: row.attributions.map(({ source = [], cue = [], content = [] }) => ({ source, cue, content })),
      }
    })
}

export const meets = (spans: readonly Pair[], start: number, end: number): boolean =>
  spans.some(([from, to]) => from < end && start < to)
