import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import { given, givenFile } from '../../support/given.ts'
import { readArticle } from '../../support/read-article.ts'

interface GivenCase {
  file: string
  want: Record<string, unknown>
  has: string[]
  hasNot: string[]
}

const cases = given<GivenCase[]>('import/cases.json', [])

/** What is refused by its name. */
const refused = new Set(['131-url-shortcut.url'])
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ')

describe.runIf(cases.length > 0)('the given cases', () => {
  it.each(cases)('$file', async ({ file, want, has, hasNot }) => {
    const reading = readArticle({
      bytes: new Uint8Array(readFileSync(givenFile(`import/${file}`))),
      fileName: file,
    })
    if (refused.has(file)) {
      await expect(reading).rejects.toBeInstanceOf(Problem)
      return
    }
    const article = await reading
    const text = plain(article.text.text)
    for (const words of has) expect(text).toContain(plain(words))
    for (const words of hasNot) expect(text).not.toContain(plain(words))
    expect(article).toMatchObject(want)
  })
})
