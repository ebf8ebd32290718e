import { speak } from '../../../src/core/words/say.ts'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import { readText } from '../../../src/core/text/read-text.ts'
import { asId } from '../../../src/core/records/base.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'

const address = 'https://www.example.org/news/ferry?utm_source=mail'
const first = [
  'The ministry confirmed on Monday that five officials had met on Lorne.',
  'Nobody at the talks spoke to reporters afterwards, two people briefed on them said.',
  'The price of the ferry contract was not discussed, according to the director.',
  'A second round is planned for the spring.',
]
const second = [
  'Correction: an earlier version of this report gave a wrong number.',
  'The ministry confirmed on Monday that seven officials had met on Lorne.',
  'The price of the ferry contract was not discussed, according to the director.',
  'A second round is planned for the spring.',
]

const page = (paragraphs: readonly string[], url = address): File =>
  new File(
    [
      `<html><head><title>Ferry talks</title><link rel="canonical" href="${url}"></head><body><article>${paragraphs
        .map((text) => `<p>${text}</p>`)
        .join('')}</article></body></html>`,
    ],
    'page.html',
  )

async function bringIn(backend: Backend, file: File, versionOf?: string) {
  const events = await Array.fromAsync(await backend.articles.import({ files: [file], versionOf }))
  const [event] = events.flatMap((one) => (one.type === 'imported' ? [one] : []))
  if (!event) throw new Error(JSON.stringify(events))
  return event.article
}

/** An article with three highlights and a claim on one of them, of which a second version came. */
async function twoVersions() {
  const { backend } = await newNotebook()
  const { id } = await bringIn(backend, page(first))
  const mark = (quote: string, claim?: string) =>
    backend.annotations.createByQuote({ article: id, quote, claim })
  const officials = await mark('five officials had met on Lorne', 'Five officials met on Lorne.')
  const briefed = await mark('two people briefed on them said')
  const price = await mark('The price of the ferry contract was not discussed')
  const added = await bringIn(backend, page(second))
  return { backend, id, officials, briefed, price, added }
}

describe('a newer version of an article', () => {
  it('is added when the address is the same, and highlights are carried over', async () => {
    const { backend, id, officials, briefed, price, added } = await twoVersions()
    expect(added).toMatchObject({
      id,
      version: 2,
      existing: false,
      carried: { exact: 0, moved: 1, review: 1, orphan: 1 },
    })
    expect((await backend.articles.list({})).total).toBe(1)
    const { rows } = await backend.annotations.list({ article: id })
    const row = (annotation: { id: string }) => rows.find((one) => one.id === annotation.id)
    expect(row(price.annotation)).toMatchObject({ state: 'moved', version: 2, score: null })
    expect(row(price.annotation)?.text).toBe(price.annotation.exact)
    expect(row(officials.annotation)).toMatchObject({
      state: 'review',
      version: 2,
      exact: 'five officials had met on Lorne',
      text: 'seven officials had met on Lorne',
    })
    expect(row(officials.annotation)?.score).toBeGreaterThan(0.6)
    expect(row(briefed.annotation)).toMatchObject({ state: 'orphan', version: 1, text: null })
    expect(await backend.health.check()).toEqual([])
  })

  it('leaves claims with the words that they were made from, and says so', async () => {
    const { backend, officials } = await twoVersions()
    const claim = officials.claim?.id ?? ''
    const passage = async () => Object.values((await backend.claims.get({ id: claim })).passages)[0]
    expect(await passage()).toMatchObject({
      version: 1,
      newest: 2,
      state: 'review',
      exact: 'five officials had met on Lorne',
      now: 'seven officials had met on Lorne',
    })
    await backend.annotations.accept({ ids: [officials.annotation.id] })
    expect(await passage()).toMatchObject({
      version: 1,
      newest: 2,
      state: 'moved',
      exact: 'five officials had met on Lorne',
      now: 'seven officials had met on Lorne',
    })
  })

  it('lets the user accept, adjust, detach and attach again, each undoable', async () => {
    const { backend, id, officials, briefed } = await twoVersions()
    const state = async (annotation: string) =>
      (await backend.articles.get({ id })).annotations.find((one) => one.id === annotation)
    expect(await backend.annotations.accept({ ids: [officials.annotation.id] })).toEqual({ accepted: 1 })
    expect(await state(officials.annotation.id)).toMatchObject({
      state: 'moved',
      version: 2,
      exact: 'seven officials had met on Lorne',
      proposal: null,
      earlier: [{ version: 1, exact: 'five officials had met on Lorne' }],
    })
    await backend.history.undo()
    expect(await state(officials.annotation.id)).toMatchObject({ state: 'review', version: 1 })
    await backend.annotations.detach({ id: officials.annotation.id })
    expect(await state(officials.annotation.id)).toMatchObject({ state: 'orphan', proposal: null })
    const text = second.join('\n')
    const start = text.indexOf('second round')
    await backend.annotations.place({
      id: briefed.annotation.id,
      start,
      end: start + 12,
      exact: 'second round',
    })
    expect(await state(briefed.annotation.id)).toMatchObject({ state: 'exact', version: 2, start })
    await expect(
      backend.annotations.place({ id: briefed.annotation.id, start, end: start + 12, exact: 'other words' }),
    ).rejects.toMatchObject({ data: { code: 'bad-input' } })
    expect(await backend.health.check()).toEqual([])
  })

  it('can be taken back as one step', async () => {
    const { backend, id } = await twoVersions()
    expect(speak((await backend.history.undo()).label)).toContain('Add a version')
    const { article, annotations } = await backend.articles.get({ id })
    expect(article.versions).toHaveLength(1)
    expect(annotations.map(({ state, version }) => [state, version])).toEqual([
      ['exact', 1],
      ['exact', 1],
      ['exact', 1],
    ])
  })

  it('is compared word by word, with what it touches', async () => {
    const { backend, id, officials, briefed } = await twoVersions()
    const { changes, versions } = await backend.articles.compare({ id, from: 1, to: 2 })
    expect(versions).toHaveLength(2)
    const edited = changes.map(({ parts }) =>
      parts.flatMap(({ kind, text }) => (kind === 'same' ? [] : [`${kind}: ${text.trim()}`])),
    )
    expect(edited).toEqual([
      [`added: ${second[0]}`],
      ['removed: five', 'added: seven'],
      [`removed: ${first[1]}`],
    ])
    const [added, words, gone] = changes
    expect(added?.annotations).toEqual([])
    expect(words?.annotations.map((one) => one.id)).toEqual([officials.annotation.id])
    expect(words?.claims).toMatchObject([{ statement: 'Five officials met on Lorne.' }])
    expect(gone?.annotations.map((one) => one.id)).toEqual([briefed.annotation.id])
    await expect(backend.articles.compare({ id, from: 1, to: 3 })).rejects.toMatchObject({
      data: { code: 'not-found' },
    })
  })

  it('is not made of the same bytes or the same text', async () => {
    const { backend, id } = await twoVersions()
    expect(await bringIn(backend, page(second))).toMatchObject({ id, existing: true, version: 2 })
    const dressed = page(second, `${address}#top`)
    expect(await bringIn(backend, dressed)).toMatchObject({ id, existing: true, version: 2 })
  })

  it('is added to the article that the user names', async () => {
    const { backend } = await newNotebook()
    const { id } = await bringIn(backend, new File([first.join('\n\n')], 'a.txt'))
    const added = await bringIn(backend, new File([second.join('\n\n')], 'b.txt'), id)
    expect(added).toMatchObject({ id, version: 2 })
    const pasted = await backend.articles.paste({
      content: 'Something else altogether.',
      mediaType: 'text/plain',
      versionOf: id,
    })
    expect(pasted).toMatchObject({ id, version: 3 })
  })

  it('is an article of its own when a site gives one address to all pages', async () => {
    const { backend } = await newNotebook()
    const { id } = await bringIn(backend, page(first))
    const other = await bringIn(
      backend,
      page(['Prices for apples rose in autumn, growers report, after a dry summer in the south.']),
    )
    expect(other.id).not.toBe(id)
    expect(other.warnings.map((one) => speak(one)).join()).toContain('article of its own')
  })

  it('carries what waits for review on to a third version, from where it is known to be', async () => {
    const { backend, id, officials, briefed } = await twoVersions()
    await bringIn(backend, page([...first, 'A fifth paragraph was added by the editors today.']))
    const { annotations } = await backend.articles.get({ id })
    for (const { annotation } of [officials, briefed]) {
      expect(annotations.find((one) => one.id === annotation.id)).toMatchObject({
        state: 'exact',
        version: 3,
        exact: annotation.exact,
        earlier: [{ version: 1 }],
      })
    }
  })

  it('stays when the article is restored as it was before; highlights stay with it', async () => {
    const { backend, id, price } = await twoVersions()
    const [newest] = (await backend.history.list({ limit: 1 })).rows
    await backend.history.restore({ change: newest?.id ?? '', record: id, side: 'before' })
    const { article, annotations } = await backend.articles.get({ id })
    expect(article.versions).toHaveLength(2)
    expect(annotations.find((one) => one.id === price.annotation.id)).toMatchObject({
      version: 2,
      state: 'moved',
    })
    expect(await backend.health.check()).toEqual([])
    expect(await bringIn(backend, page(first))).toMatchObject({ id })
  })

  it('is where a highlight stands that is brought back after it came', async () => {
    const { backend } = await newNotebook()
    const { id } = await bringIn(backend, page(first))
    const { annotation } = await backend.annotations.createByQuote({ article: id, quote: 'A second round' })
    await backend.annotations.remove({ id: annotation.id })
    await bringIn(backend, page(second))
    const [deletion] = (await backend.history.list({ record: annotation.id, limit: 1 })).rows
    await backend.history.restore({ change: deletion?.id ?? '', record: annotation.id, side: 'before' })
    const { annotations } = await backend.articles.get({ id })
    expect(annotations).toMatchObject([
      { id: annotation.id, version: 2, state: 'moved', earlier: [{ version: 1 }] },
    ])
    expect(await backend.health.check()).toEqual([])
  })
})

describe('an article that was read by older rules', () => {
  it('is read again from its original, as a version with its highlights', async () => {
    const { app, backend } = await newNotebook()
    const words = 'tons were shipped that year, the ministry said.'
    const { id } = await bringIn(backend, page([`More than 10<sup>6</sup> ${words}`, ...first]))
    // As the second normaliser read it.
    const { html: now } = await backend.articles.text({ id, version: 1 })
    const html = now.replace('10⁶', '106')
    await app.store.commit('Read as before', async (draft) => {
      const article = await draft.need('article', asId(id))
      const [version] = article.versions
      if (!version) throw new Error('there is no version')
      const text = {
        sha256: await app.store.content.putText(html),
        length: readText(html).length,
        normaliser: 2,
      }
      return draft.patch('article', asId(id), { versions: [{ ...version, text }] })
    })
    await backend.annotations.createByQuote({ article: id, quote: words })
    const again = await backend.articles.readAgain({ id })
    expect(again).toMatchObject({ id, version: 2, existing: false })
    const shown = await backend.articles.text({ id, version: 2 })
    expect(shown.html).toContain('More than 10⁶ tons')
    expect((await backend.articles.get({ id })).annotations).toMatchObject([{ exact: words, version: 2 }])
    expect(await backend.articles.readAgain({ id })).toMatchObject({ version: 2, existing: true })
    expect(await backend.health.check()).toEqual([])
  })
})

describe('a version that takes a sentence back', () => {
  it('has it to be reviewed, and says so where the claim is shown', async () => {
    const { backend } = await newNotebook()
    const others = [
      'The port authority met on Wednesday to hear the pilots.',
      'Fishermen were not asked about it.',
    ]
    const sentence = 'Divers found that the wreck of the Marie lies across the fairway, eleven metres down.'
    const id = await addArticle(backend, [others[0], sentence, others[1]].join('\n\n'), 'The wreck')
    const { annotation, claim } = await backend.annotations.createByQuote({
      article: id,
      quote: 'the wreck of the Marie lies across the fairway',
      claim: 'The wreck lies across the fairway.',
    })
    const corrected = [...others, `Correction: this article said that ${sentence} It does not.`].join('\n\n')
    const files = [new File([corrected], 'wreck.txt', { type: 'text/plain' })]
    const events = await Array.fromAsync(await backend.articles.import({ files, versionOf: id }))
    expect(events.at(-1)).toMatchObject({ type: 'done', failed: 0 })
    const { annotations } = await backend.articles.get({ id })
    expect(annotations.find((one) => one.id === annotation.id)).toMatchObject({
      state: 'review',
      proposal: { isTakenBack: true },
    })
    const { passages } = await backend.claims.get({ id: claim?.id ?? '' })
    expect(Object.values(passages)).toMatchObject([{ state: 'review', isTakenBack: true }])
  })
})
