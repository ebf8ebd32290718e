import { beforeAll, describe, expect, it } from 'vitest'
import { plainBackend, type Backend } from '../../support/backend.ts'
import { createApp, addArticle } from '../../support/notebooks.ts'
import { temporaryFolder } from '../../support/ascribe.ts'
import { given } from '../../support/given.ts'

interface Given {
  documents: Record<string, string>
  queries: { query: string; finds: string | null }[]
}

const { documents, queries } = given<Given>('search/cases.json', { documents: {}, queries: [] })
/** They find what stands in a note, an outlet or an address, which the documents do not have by themselves. */
const elsewhere: Readonly<Record<string, string>> = {
  zyzzyva: 'the note of a highlight',
  quayside: 'the note of an article',
  Gazette: 'its outlet',
  'ferries-sold': 'its address',
}

/** What each is searched in: other people's letters, and what they are typed as. */
const own: readonly [text: string, typed: string, isFound: boolean][] = [
  ['The quay at Østerhavn is closed.', 'Oesterhavn', true],
  ['Die Fähre nach Köln fährt nicht.', 'koeln', true],
  ['大阪の港が閉鎖された。', '港が閉鎖', true],
  ['大阪の港が閉鎖された。', '港閉鎖', false],
  ['ตลาดน้ำปิด', 'น้ำ', true],
  ['وصل الوزير إلى المطار', 'وزير', true],
  ['כך אמר בירושלים', 'ירושלים', true],
  ['In 2031 there were 1,250,000 of them.', '1250000', true],
  ['It was 10⁶ and no more.', '106', false],
  ['The harbour master’s boat', 'masters', true],
  ['The sub\u00admarine dived', 'submarine', true],
  ['ＡＢＣ news', 'abc', true],
]

describe('the search', () => {
  let backend: Backend
  const ids = new Map<string, string>()
  beforeAll(async () => {
    const { path: home, remove } = await temporaryFolder()
    const app = createApp(home)
    await app.create('Search')
    backend = plainBackend(app)
    for (const [key, text] of Object.entries(documents))
      ids.set(await addArticle(backend, text, `${key} document`), key)
    for (const [text] of own) ids.set(await addArticle(backend, text, 'Another'), text)
    const en = [...ids].find(([, key]) => key === 'en')?.[0]
    if (en !== undefined) {
      await backend.articles.update({
        id: en,
        fields: {
          outletName: 'The Gazette',
          urls: ['https://www.example.org/ferries-sold'],
          note: 'At the quayside.',
        },
      })
      const { annotation } = await backend.annotations.createByQuote({ article: en, quote: 'ping tree' })
      await backend.annotations.update({ id: annotation.id, fields: { note: 'zyzzyva' } })
      ids.set(annotation.id, 'annotation')
    }
    return async () => {
      await app.close()
      await remove()
    }
  })
  const found = async (text: string): Promise<(string | undefined)[]> =>
    (await backend.search({ text })).map(({ id }) => ids.get(id))

  it.each(queries)('$query finds $finds', async ({ query, finds }) => {
    const all = await found(query)
    expect(finds === null ? all : [...all, elsewhere[query]]).toEqual(
      finds === null ? [] : expect.arrayContaining([finds]),
    )
  })

  it.each(own)('%s: %s is found: %s', async (text, typed, isFound) => {
    expect((await found(typed)).includes(text)).toBe(isFound)
  })

  it('shows where it stands, marked', async () => {
    const [hit] = await backend.search({ text: 'koeln' })
    expect(hit?.snippet).toContain('Köln')
    const [marked] = await backend.search({ text: 'oesterhavn' })
    expect(marked?.snippet).toContain('Østerhavn')
  })
})
