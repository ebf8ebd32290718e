import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import { addArticle, newNotebook, reopen } from '../../support/notebooks.ts'

const text = [
  'Mayor Ilse Marrin said the ferry would not sail on Friday.',
  'Two people briefed on the talks told North Wire that the bank would cut 3,000 jobs.',
  'According to the police, three men were arrested in the harbour.',
  'The company declined to comment.',
].join('\n\n')

const listed = async (backend: Backend, article: string) => {
  const { statements, version } = await backend.statements.list({ article })
  return { version, rows: statements.filter(({ isCertain, state }) => isCertain || state !== 'open') }
}
const states = async (backend: Backend, article: string): Promise<string[]> =>
  (await listed(backend, article)).rows.map(({ state }) => state)

describe('statements of an article', () => {
  it('are found in the order of the text, with who says them', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, text)
    const { rows } = await listed(backend, article)
    expect(rows.map(({ chain, strength }) => [chain.map(({ name }) => name), strength])).toEqual([
      [['Ilse Marrin'], 'says'],
      [['Two people briefed on the talks', 'North Wire'], 'says'],
      [['police'], 'says'],
      [['company'], 'declines'],
    ])
    expect(rows.every(({ state }) => state === 'open')).toBe(true)
    expect(rows[0]?.chain[0]).toMatchObject({ known: 'new', source: null, role: 'Mayor' })
  })

  it('become a highlight, a claim and its chain in one Change, which undo takes back', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, text)
    const { rows, version } = await listed(backend, article)
    const [first, second] = rows
    const before = await backend.notebooks.state()
    const { claims } = await backend.statements.take({
      article,
      version,
      statements: [first?.n ?? 0, second?.n ?? 0],
    })
    expect(claims.map(({ statement, kind }) => [statement, kind])).toEqual([
      ['The ferry would not sail on Friday', 'prediction'],
      ['The bank would cut 3,000 jobs', 'figure'],
    ])
    expect(claims[1]?.quantity).toMatchObject({ low: 3000, unit: 'jobs' })
    expect(claims[1]?.evidence[0]?.chain).toHaveLength(2)
    expect(await states(backend, article)).toEqual(['taken', 'taken', 'open', 'open'])
    const { annotations } = await backend.articles.get({ id: article })
    expect(annotations.map(({ exact }) => exact)).toContain('the ferry would not sail on Friday')
    await backend.history.undo()
    expect((await backend.notebooks.state()).notebook?.counts).toEqual(before.notebook?.counts)
    expect(await states(backend, article)).toEqual(['open', 'open', 'open', 'open'])
  })

  it('that are refused are not offered again, also in a newer version and by another program', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const article = await addArticle(backend, text)
    const { rows, version } = await listed(backend, article)
    const refused = rows[2]?.n ?? 0
    await backend.statements.refuse({ article, version, statements: [refused] })
    expect(await states(backend, article)).toEqual(['open', 'open', 'refused', 'open'])
    await backend.articles.paste({
      content: `An update was added.\n\n${text}`,
      mediaType: 'text/plain',
      versionOf: article,
    })
    const again = await reopen(app, folder, home)
    const newer = await listed(again.backend, article)
    expect(newer.version).toBe(2)
    expect(newer.rows.find(({ chain }) => chain[0]?.name === 'police')?.state).toBe('refused')
    // Numbers of the older version are not taken for those of the newer one.
    const stale = again.backend.statements.take({ article, version: 1, statements: [1] })
    await expect(stale).rejects.toThrow('numbered anew')
    const n = newer.rows.find(({ state }) => state === 'refused')?.n ?? 0
    await again.backend.statements.offerAgain({ article, version: 2, statements: [n] })
    expect(await states(again.backend, article)).not.toContain('refused')
  })

  it('support or dispute a claim that says so already, and can be the outlet’s own', async () => {
    const { backend } = await newNotebook()
    const one = await addArticle(backend, text, 'One')
    const first = await listed(backend, one)
    const { claims } = await backend.statements.take({
      article: one,
      version: 1,
      statements: [first.rows[0]?.n ?? 0],
    })
    const other = await addArticle(
      backend,
      'The harbour master denied that the ferry would not sail on Friday.\n\nA clerk said the ferry would not sail on Friday.',
      'Other',
    )
    await backend.articles.update({ id: other, fields: { outletName: 'The Harbour Post' } })
    const { rows, version } = await listed(backend, other)
    expect(rows.map(({ already }) => already.map(({ is }) => is))).toEqual([['opposite'], ['same']])
    const id = claims[0]?.id ?? ''
    const against = await backend.statements.take({
      article: other,
      version,
      statements: [rows[0]?.n ?? 0],
      claim: id,
      stance: 'disputes',
    })
    expect(against.claims[0]?.evidence.map(({ stance }) => stance)).toEqual(['supports', 'disputes'])
    const own = await backend.statements.take({
      article: other,
      version,
      statements: [rows[1]?.n ?? 0],
      asOutlet: true,
    })
    const { article } = await backend.articles.get({ id: other })
    expect(own.claims[0]?.evidence[0]?.chain.map(({ source }) => source)).toEqual([article.outlet])
  })

  it('that deny something dispute it, and that somebody did not answer is the outlet’s to say', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(
      backend,
      [
        'Karl Braun denied that he had taken bribes from the harbour company.',
        'Anna Weber denied any involvement in the deal.',
        'The governor’s office did not immediately respond to a request for comment.',
      ].join('\n\n'),
      'Bribes',
    )
    await backend.articles.update({ id: article, fields: { outletName: 'The Harbour Post' } })
    const { rows, version } = await listed(backend, article)
    const taken = async (of: RegExp) => {
      const row = rows.find(({ exact, cue }) => of.test(`${cue?.text ?? ''} ${exact}`))
      const { claims } = await backend.statements.take({ article, version, statements: [row?.n ?? 0] })
      const [claim] = claims
      const names = await Promise.all(
        (claim?.evidence[0]?.chain ?? []).map(
          async ({ source }) => (await backend.sources.get({ id: source })).source.name,
        ),
      )
      return [claim?.statement, claim?.kind, claim?.evidence[0]?.stance, names]
    }
    expect(await taken(/bribes/)).toEqual([
      'He had taken bribes from the harbour company',
      'allegation',
      'disputes',
      ['Karl Braun', 'The Harbour Post'],
    ])
    // What the claim tells is that she denied.
    expect((await taken(/involvement/)).slice(0, 3)).toEqual([
      'Anna Weber denied any involvement in the deal',
      'denial',
      'supports',
    ])
    const silent = await taken(/respond/)
    expect(silent[0]).toMatch(/^The governor’s office did not immediately respond/)
    expect(silent.slice(2)).toEqual(['supports', ['The Harbour Post']])
    const marked = (await backend.articles.get({ id: article })).annotations.at(-1)
    expect(marked?.exact).toMatch(/^The governor’s office did not/)
  })

  it('never change a count until they are taken, and are refused with a sentence where they are not there', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, text)
    const before = (await backend.notebooks.state()).notebook?.counts
    await backend.statements.list({ article })
    expect((await backend.notebooks.state()).notebook?.counts).toEqual(before)
    const missing = backend.statements.take({ article, version: 1, statements: [99] })
    await expect(missing).rejects.toThrow('There is no statement 99')
    const { rows } = await backend.history.list({})
    expect(rows).toHaveLength(1)
  })

  it('are the outlet’s own where nobody is named, if it is known', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'The strike killed about 1,200 people in the harbour.')
    const { annotation } = await backend.annotations.createByQuote({ article, quote: 'about 1,200 people' })
    expect(await backend.claims.suggestChain({ annotation: annotation.id })).toBeNull()
    expect(await backend.claims.ownVoice({ annotation: annotation.id })).toBeNull()
    await backend.articles.update({ id: article, fields: { outletName: 'The Harbour Post' } })
    expect(await backend.claims.ownVoice({ annotation: annotation.id })).toMatchObject({
      name: 'The Harbour Post',
      kind: 'outlet',
      mode: 'reports',
    })
  })

  it('are believed of a cache only where it was made here, and they stand in the text', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const article = await addArticle(backend, text)
    const before = await backend.statements.list({ article })
    const file = join(folder, '.cache', `statements-${article}.json`)
    const kept = JSON.parse(await readFile(file, 'utf8')) as {
      statements: { exact: string; claim: string }[]
    }
    const forged = kept.statements.map((one) => ({
      ...one,
      exact: 'the mayor took the money',
      claim: 'The mayor took the money',
    }))
    // In place, and as a file from elsewhere.
    await writeFile(file, JSON.stringify({ ...kept, statements: forged }))
    const again = await reopen(app, folder, home)
    expect((await again.backend.statements.list({ article })).statements).toEqual(before.statements)
    const other = kept.statements.map((one) => ({ ...one, claim: 'The mayor took the money' }))
    await rm(file)
    await writeFile(`${file}.new`, JSON.stringify({ ...kept, statements: other }))
    await rename(`${file}.new`, file)
    expect((await again.backend.statements.list({ article })).statements).toEqual(before.statements)
    await writeFile(file, '{"statements": 7')
    expect((await again.backend.statements.list({ article })).statements).toEqual(before.statements)
  })

  it('are not looked for in a language that is not read', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'Toimitus kertoi, että lautta ei lähde.')
    await backend.articles.update({ id: article, fields: { language: 'fi' } })
    expect(await backend.statements.list({ article })).toMatchObject({ language: null, statements: [] })
  })
})

describe('what is left to do with statements', () => {
  const open = async (backend: Backend, what: string) =>
    (await backend.openWork.list({ dismissed: true })).filter((one) => one.what === what)

  it('is who did not answer, once their article was read, until it is set aside or refused', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const article = await addArticle(backend, text, 'The harbour')
    expect(await open(backend, 'did-not-answer')).toEqual([])
    const { rows, version } = await listed(backend, article)
    const silent = { kind: 'article', id: article, title: 'The harbour', dismissed: null }
    expect(await open(backend, 'did-not-answer')).toMatchObject([
      { ...silent, words: ['The company declined to comment'] },
    ])
    const again = await reopen(app, folder, home)
    expect(await open(again.backend, 'did-not-answer')).toMatchObject([silent])
    const aside = { kind: 'article', id: article, what: 'did-not-answer' } as const
    await again.backend.openWork.dismiss({ ...aside, reason: 'Asked again on Monday' })
    expect(await open(again.backend, 'did-not-answer')).toMatchObject([
      { ...silent, dismissed: 'Asked again on Monday' },
    ])
    const declined = rows.find(({ strength }) => strength === 'declines')
    await again.backend.statements.refuse({ article, version, statements: [declined?.n ?? 0] })
    expect(await open(again.backend, 'did-not-answer')).toEqual([])
  })

  it('is what a later article tells differently, and evidence that names nobody', async () => {
    const { backend } = await newNotebook()
    const [first, second] = [
      await addArticle(backend, 'The ministry said about 40 people were killed in the harbour.', 'First'),
      await addArticle(backend, 'The ministry said 70 people were killed in the harbour.', 'Second'),
    ]
    for (const [id, published] of [
      [first, '2031-03-03'],
      [second, '2031-03-05'],
    ] as const)
      await backend.articles.update({ id, fields: { published } })
    const one = await listed(backend, first)
    const other = await listed(backend, second)
    const { claims } = await backend.statements.take({
      article: first,
      version: one.version,
      statements: [one.rows[0]?.n ?? 0],
    })
    const claim = claims[0]?.id ?? ''
    await backend.statements.take({
      article: second,
      version: other.version,
      statements: [other.rows[0]?.n ?? 0],
      claim,
    })
    expect((await backend.claims.get({ id: claim, withOrigins: true })).drift).toMatchObject([
      {
        earlier: first,
        later: second,
        changes: [
          { kind: 'hedge-lost', words: ['about', ''] },
          { kind: 'figure-changed', words: ['40', '70'] },
        ],
      },
    ])
    expect(await open(backend, 'told-differently')).toMatchObject([
      { id: claim, about: second, aboutTitle: 'Second', words: ['about', ''] },
    ])
    expect(await open(backend, 'nobody-named')).toEqual([])
    await backend.claims.edit({
      ids: [claim],
      edits: [{ do: 'addEvidence', stance: 'supports', article: first }],
    })
    expect(await open(backend, 'nobody-named')).toMatchObject([{ id: claim, about: null }])
  })
})
