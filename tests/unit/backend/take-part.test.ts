import { describe, expect, it } from 'vitest'
import { newNotebook } from '../../support/notebooks.ts'

const sentence = (n: number): string =>
  `Paragraph ${n} of the article tells in a whole sentence what the harbour council has decided on that day.`
const body = Array.from({ length: 6 }, (_, n) => `<p>${sentence(n)}</p>`).join('')
const notice =
  '<p>This site uses cookies. By going on you agree that we and our partners use cookies, as our privacy policy says in more words than anybody reads, to improve your experience of it.</p>'
const page = (article: string): string =>
  `<!doctype html><html lang="en"><head><title>The ferry stays</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>${article}<footer><p>${'All rights are reserved by the paper. '.repeat(4)}</p></footer></body></html>`

async function imported(html: string) {
  const { backend } = await newNotebook()
  const files = [new File([html], 'page.html', { type: 'text/html' })]
  for await (const event of await backend.articles.import({ files }))
    if (event.type === 'imported') return { backend, article: event.article }
  throw new Error('nothing was imported')
}

describe('the article of a page', () => {
  it('is another part, or the whole page, when the user says so: as a version that can be undone', async () => {
    const { backend, article } = await imported(
      page(
        `<article><h1>The ferry stays</h1>${body}</article><main><div class="story-body"><p>${'Something else that stands on this page, and is no part of it. '.repeat(5)}</p></div></main>`,
      ),
    )
    const parts = await backend.articles.parts({ id: article.id })
    expect(parts.length).toBeGreaterThan(1)
    const other = parts.find(({ beginning }) => beginning.startsWith('Something else'))
    const second = await backend.articles.readAgain({ id: article.id, take: other?.at ?? -1 })
    expect(second).toMatchObject({ version: 2, existing: false })
    const text = async (): Promise<string> =>
      (await backend.articles.text({ id: article.id, version: 'newest' })).html
    expect(await text()).toContain('Something else')
    expect(await text()).not.toContain('harbour council')
    await backend.articles.readAgain({ id: article.id, take: 'whole' })
    expect(await text()).toContain('All rights are reserved')
    await backend.history.undo()
    await backend.history.undo()
    expect(await text()).toContain('harbour council')
  })

  it('is not a notice about cookies', async () => {
    const { backend, article } = await imported(
      page(
        `<div class="cookies">${notice}</div><div class="entry-content">${body.replaceAll('<p>', '<div>').replaceAll('</p>', '</div>')}<p>${sentence(7)}</p><p>${sentence(8)}</p></div>`,
      ),
    )
    expect((await backend.articles.text({ id: article.id, version: 1 })).html).toContain('harbour council')
  })
})
