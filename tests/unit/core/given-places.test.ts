import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describe as describePlace } from '../../../src/core/anchoring/describe.ts'
import { locateAll } from '../../../src/core/anchoring/locate.ts'
import { findQuote } from '../../../src/core/anchoring/quote.ts'
import { given, givenFile } from '../../support/given.ts'
import { readArticle } from '../../support/read-article.ts'

interface GivenPair {
  name: string
  highlights: {
    quote: string
    occurrence?: number
    states: string[]
    text?: string
    isNot?: string
    context?: string
  }[]
}

const pairs = given<GivenPair[]>('anchoring/cases.json', [])

async function textOf(fileName: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(givenFile(`anchoring/${fileName}`)))
  return (await readArticle({ bytes, fileName })).text.text
}

describe.runIf(pairs.length > 0)('highlights of the given versions', () => {
  it.each(pairs)('$name', async ({ name, highlights }) => {
    const [before, after] = [await textOf(`${name}-v1.html`), await textOf(`${name}-v2.html`)]
    for (const { quote, occurrence = 1, states, text, isNot, context } of highlights) {
      const found = findQuote(before, quote)[occurrence - 1]
      if (!found) throw new Error(`“${quote}” was not found`)
      const [answer] = locateAll(after, [describePlace(before, found.start, found.end)], before)
      expect(states, quote).toContain(answer?.state)
      if (!answer || answer.state === 'orphan') continue
      const there = after.slice(answer.start, answer.end)
      if (text !== undefined) expect(there).toBe(text)
      if (isNot !== undefined) expect(there).not.toBe(isNot)
      if (context !== undefined)
        expect(after.slice(Math.max(0, answer.start - 40), answer.end + 40)).toContain(context)
    }
  })
})
