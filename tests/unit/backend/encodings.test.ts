import { describe, expect, it } from 'vitest'
import { encodedSamples } from '../../../src/core/import/encodings.ts'
import { readText } from '../../../src/core/text/read-text.ts'
import { newNotebook } from '../../support/notebooks.ts'

/** “Příliš žluťoučký kůň” in windows-1250, which nothing tells from windows-1252. */
const czech = Uint8Array.from([
  ...[0x50, 0xf8, 0xed, 0x6c, 0x69, 0x9a, 0x20, 0x9e, 0x6c, 0x75, 0x9d, 0x6f, 0x75, 0xe8, 0x6b, 0xfd],
  ...[0x20, 0x6b, 0xf9, 0xf2, 0x2e],
])

describe('a text in an encoding that nothing tells', () => {
  it('is offered as it would read in others, each reading once; one that is sure is not', () => {
    const samples = encodedSamples(czech)
    expect(samples.find(({ encoding }) => encoding === 'windows-1250')?.sample).toBe('Příliš žluťoučký kůň.')
    expect(new Set(samples.map(({ sample }) => sample)).size).toBe(samples.length)
    expect(encodedSamples(new TextEncoder().encode('Příliš žluťoučký kůň.'))).toEqual([])
    expect(encodedSamples(new TextEncoder().encode('plain'))).toEqual([])
    expect(encodedSamples(new Uint8Array())).toEqual([])
    expect(encodedSamples(Uint8Array.from({ length: 300_000 }, () => 0xff)).length).toBeLessThan(20)
  })

  it('is read again in the one that is chosen, as a version that can be undone', async () => {
    const { backend } = await newNotebook()
    const events = []
    for await (const event of await backend.articles.import({ files: [new File([czech], 'horse.txt')] }))
      events.push(event)
    const id = events.flatMap((event) => (event.type === 'imported' ? event.article.id : []))[0] ?? ''
    const textNow = async (): Promise<string> =>
      readText((await backend.articles.text({ id, version: 'newest' })).html).trim()
    const before = await textNow()
    expect(before).not.toContain('Příliš')
    expect((await backend.articles.encodings({ id })).map(({ encoding }) => encoding)).toContain(
      'windows-1250',
    )
    expect(await backend.articles.readAgain({ id, encoding: 'windows-1250' })).toMatchObject({ version: 2 })
    expect(await textNow()).toBe('Příliš žluťoučký kůň.')
    await backend.history.undo()
    expect(await textNow()).toBe(before)
  })
})
