import { speak } from '../../../src/core/words/say.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Backend, Plain } from '../../support/backend.ts'
import type { Claim } from '../../../src/core/records/claim.ts'
import type { ClaimFields } from '../../../src/core/claims/claim-edit.ts'
import type { SourceFields } from '../../../src/contract/sources.ts'
import { asId, newId } from '../../../src/core/records/base.ts'
import { makeEvidence } from '../../../src/core/records/claim.ts'
import { makeSource } from '../../../src/core/records/source.ts'
import { referencesOf, withoutReferences } from '../../../src/core/records/references.ts'
import { matchExpression } from '../../../src/storage/read-model/match-expression.ts'
import { addArticle, newNotebook, reopen } from '../../support/notebooks.ts'
import { addEvidence, bulk, relate, setChain } from '../../support/claim-edits.ts'
import { processorTime } from '../../support/cost.ts'

const code = (expected: string) => ({ data: { code: expected } })
const gone = (what: string) => ({
  message: `${what} is not in the notebook any more.`,
  data: { code: 'not-found', action: 'Reload the page and choose again.' },
})

const hop = (source: string) => ({
  source: asId<'source'>(source),
  mode: 'says' as const,
  verbatim: false,
  groundRule: 'unknown' as const,
  words: '',
})

const addSource = async (backend: Backend, name: string): Promise<string> =>
  (await backend.sources.named({ name })).id

/** A notebook with one record of each kind. */
async function withRecords() {
  const notebook = await newNotebook()
  const { backend } = notebook
  const article = await addArticle(backend, 'He denied it twice.')
  const { annotation } = await backend.annotations.createByQuote({ article, quote: 'denied' })
  const claim = (await backend.claims.create({ statement: 'He denied it.' })).id
  const source = await addSource(backend, 'A. Person')
  const tag = (await backend.tags.create({ name: 'Denials' })).id
  return { ...notebook, article, annotation: annotation.id, claim, source, tag }
}

describe('a reference that is not in the notebook, or is of another kind, is refused', () => {
  it('in claims', async () => {
    const { backend, claim, source, tag, annotation, article } = await withRecords()
    const update = (fields: Plain<ClaimFields>) => backend.claims.update({ id: claim, fields })
    const before = await backend.claims.get({ id: claim })
    const figure = { low: 1, high: 2, qualifier: 'exactly' as const, unit: 'dead', scope: '', asOf: null }
    for (const [ids, wrong] of [
      ['source', [newId(), tag]],
      ['tag', [newId(), source]],
      ['claim', [newId(), source]],
      ['annotation', [newId(), article]],
      ['article', [newId(), annotation]],
    ] as const) {
      for (const id of wrong) {
        const tries: (() => Promise<unknown>)[] = {
          source: [
            () => addEvidence(backend, claim, { chain: [hop(source), hop(id)] }),
            () => update({ accused: [id] }),
            () => update({ quantity: { ...figure, claimant: id } }),
          ],
          tag: [() => update({ tags: [tag, id] })],
          claim: [() => relate(backend, claim, { kind: 'refines', claim: id })],
          annotation: [() => addEvidence(backend, claim, { annotation: asId(id) })],
          article: [() => addEvidence(backend, claim, { article: asId(id) })],
        }[ids]
        for (const refused of tries) await expect(refused()).rejects.toMatchObject(code('not-found'))
      }
    }
    await expect(update({ accused: [newId()] })).rejects.toMatchObject(
      gone('The source that this claim accuses'),
    )
    await expect(backend.claims.create({ statement: 'New.', tags: [source] })).rejects.toMatchObject(
      gone('The tag that this claim has'),
    )
    await expect(bulk(backend, { ids: [claim], addTags: [newId()] })).rejects.toMatchObject(
      gone('The tag that this claim has'),
    )
    expect(await backend.claims.get({ id: claim })).toEqual(before)
    await update({
      accused: [source],
      tags: [tag],
      quantity: { ...figure, claimant: source },
    })
    await addEvidence(backend, claim, { annotation, chain: [hop(source)] })
    await addEvidence(backend, claim, { article: asId(article) })
    expect(await backend.health.check()).toEqual([])
  })

  it('in sources, articles, highlights and tags', async () => {
    const { backend, claim, source, tag, annotation, article } = await withRecords()
    const other = await addSource(backend, 'B. Person')
    for (const wrong of [newId(), tag, claim]) {
      const tries: SourceFields[] = [
        { relayer: asId(wrong) },
        { derivedFrom: asId(wrong) },
        { possiblySame: [asId(other), asId(wrong)] },
        { mustNotMerge: [asId(wrong)] },
      ]
      for (const fields of tries)
        await expect(backend.sources.update({ id: source, fields })).rejects.toMatchObject(code('not-found'))
    }
    const wrong = newId()
    const tries = [
      () => backend.sources.update({ id: source, fields: { tags: [wrong] } }),
      () => backend.articles.update({ id: article, fields: { derivedFrom: source } }),
      () => backend.articles.update({ id: article, fields: { tags: [wrong] } }),
      () => backend.annotations.update({ id: annotation, fields: { tags: [wrong] } }),
      () => backend.annotations.createByQuote({ article, quote: 'twice', tags: [wrong] }),
      () => backend.tags.update({ id: tag, fields: { parent: wrong } }),
      () => backend.tags.create({ name: 'Below', parent: wrong }),
    ]
    for (const refused of tries) await expect(refused()).rejects.toMatchObject(code('not-found'))
    expect(await backend.health.check()).toEqual([])
  })

  it('also when it was there until just now', async () => {
    const { backend, claim, source } = await withRecords()
    await backend.sources.remove({ id: source })
    await expect(addEvidence(backend, claim, { chain: [hop(source)] })).rejects.toMatchObject(
      gone('The source that this claim names'),
    )
  })

  it('and none to the record itself', async () => {
    const { backend, claim, source, article } = await withRecords()
    const tries: SourceFields[] = [
      { relayer: asId(source) },
      { derivedFrom: asId(source) },
      { possiblySame: [asId(source)] },
      { mustNotMerge: [asId(source)] },
    ]
    for (const fields of tries)
      await expect(backend.sources.update({ id: source, fields })).rejects.toThrow(
        /cannot be this source itself/,
      )
    await expect(
      backend.articles.update({ id: article, fields: { derivedFrom: article } }),
    ).rejects.toMatchObject(code('bad-input'))
    await expect(relate(backend, claim, { kind: 'refines', claim })).rejects.toMatchObject(code('bad-input'))
  })

  it('but what was damaged before can still be edited, deleted and mended', async () => {
    const { app, backend, claim, tag, source } = await withRecords()
    const lost = newId<'source'>()
    const damage = (work: Parameters<typeof app.store.commit>[1]) =>
      app.store.commit('Damage', work, { references: 'asTheyWere' })
    await damage((draft) => draft.patch('claim', claim, { accused: [lost] }))
    await damage((draft) => draft.patch('tag', tag, { parent: asId(lost) }))
    await backend.claims.update({ id: claim, fields: { note: 'x', accused: [lost, source] } })
    const below = (await backend.tags.create({ name: 'Below', parent: tag })).id
    await backend.tags.remove({ id: tag })
    await backend.tags.update({ id: below, fields: { parent: null } })
    await backend.claims.update({ id: claim, fields: { accused: [] } })
    expect(await backend.health.check()).toEqual([])
  })

  it('asks once for what many records are to refer to', async () => {
    const { app, backend, tag } = await withRecords()
    const ids: string[] = []
    for (let n = 0; n < 20; n += 1) ids.push((await backend.claims.create({ statement: `Claim ${n}.` })).id)
    const asked: string[] = []
    const get = app.store.get.bind(app.store)
    app.store.get = (kind, id, article) => {
      asked.push(id)
      return get(kind, id, article)
    }
    await bulk(backend, { ids, addTags: [tag] })
    expect(asked.filter((id) => id === tag)).toHaveLength(1)
  })
})

describe('a claim', () => {
  it('has no piece of evidence twice, no upside-down figure, and no version that there is not', async () => {
    const { app, claim, article, annotation } = await withRecords()
    // No user interface can: ids and versions are the program's.
    const update = (fields: Partial<Claim>) =>
      app.store.commit('Put into a claim', (draft) => draft.patch('claim', claim, fields))
    const piece = makeEvidence({ annotation, version: 1 })
    await expect(update({ evidence: [piece, piece] })).rejects.toThrow(/twice/)
    const figure = { qualifier: 'exactly' as const, unit: 'dead', scope: '', asOf: null, claimant: null }
    await expect(update({ quantity: { ...figure, low: 5, high: 3 } })).rejects.toThrow(/lowest value/)
    for (const wrong of [{ ...piece, version: 2 }, makeEvidence({ article: asId(article), version: 7 })])
      await expect(update({ evidence: [wrong] })).rejects.toThrow(/“An article” has no version [27]/)
    await update({ evidence: [piece], quantity: { ...figure, low: 3, high: 3 } })
  })
})

describe('the list of references', () => {
  it('is complete, and what is lost can be left out by it', () => {
    const [relayer, derivedFrom, possible, apart, mergedInto] = Array.from({ length: 5 }, () =>
      newId<'source'>(),
    )
    const tag = newId<'tag'>()
    const ids = [relayer, derivedFrom, possible, apart, mergedInto, tag].filter((id) => id !== undefined)
    const source = makeSource('A', 'person', {
      relayer: relayer ?? null,
      derivedFrom: derivedFrom ?? null,
      mergedInto: mergedInto ?? null,
      possiblySame: ids.slice(2, 3).map((id) => asId(id)),
      mustNotMerge: ids.slice(3, 4).map((id) => asId(id)),
      tags: [tag],
    })
    expect(
      referencesOf('source', source)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.toSorted())
    const bare = withoutReferences('source', source, new Set(ids))
    expect(bare).toEqual(
      makeSource('A', 'person', { id: source.id, created: source.created, modified: source.modified }),
    )
  })

  it('is what the check goes by', async () => {
    const { app, backend, source, claim, article, tag } = await withRecords()
    const lost = {
      derivedFrom: newId<'source'>(),
      possible: newId<'source'>(),
      apart: newId<'source'>(),
      relayer: newId<'source'>(),
      article: newId<'article'>(),
      claimant: newId<'source'>(),
      accused: newId<'source'>(),
    }
    await app.store.commit(
      'Damage',
      async (draft) => {
        await draft.patch('source', asId(source), {
          derivedFrom: lost.derivedFrom,
          possiblySame: [lost.possible],
          mustNotMerge: [lost.apart],
          relayer: lost.relayer,
        })
        await draft.patch('article', asId(article), { derivedFrom: lost.article })
        const quantity = {
          low: 1,
          high: 1,
          qualifier: 'exactly' as const,
          unit: '',
          scope: '',
          asOf: null,
          claimant: lost.claimant,
        }
        await draft.patch('claim', claim, { accused: [lost.accused, asId<'source'>(tag)], quantity })
      },
      { references: 'asTheyWere' },
    )
    const messages = (await backend.health.check()).map(({ message }) => speak(message))
    expect(messages.sort()).toEqual(
      [
        `derives from the source ${lost.derivedFrom}, which is not in the notebook`,
        `is possibly the same as the source ${lost.possible}, which is not in the notebook`,
        `is certainly not the source ${lost.apart}, which is not in the notebook`,
        `spoke to the source ${lost.relayer}, which is not in the notebook`,
        `repeats the article ${lost.article}, which is not in the notebook`,
        `has the figure of the source ${lost.claimant}, which is not in the notebook`,
        `accuses the source ${lost.accused}, which is not in the notebook`,
        `accuses the source ${tag}, which is no source`,
      ].sort(),
    )
  })
})

describe('a source that others refer to', () => {
  it('cannot be deleted', async () => {
    const { backend, source } = await withRecords()
    const other = await addSource(backend, 'B. Person')
    for (const fields of [
      { derivedFrom: asId(source) },
      { possiblySame: [asId(source)] },
    ] satisfies SourceFields[]) {
      await backend.sources.update({ id: other, fields })
      await expect(backend.sources.remove({ id: source })).rejects.toMatchObject({
        message: '“A. Person” is used once and cannot be deleted.',
        ...code('in-use'),
      })
      await backend.sources.update({ id: other, fields: { derivedFrom: null, possiblySame: [] } })
    }
    await backend.sources.remove({ id: source })
  })

  it('in two ways is used once', async () => {
    const { backend, source } = await withRecords()
    const other = await addSource(backend, 'B. Person')
    await backend.sources.update({
      id: other,
      fields: { derivedFrom: asId(source), possiblySame: [asId(source)] },
    })
    await expect(backend.sources.remove({ id: source })).rejects.toMatchObject({
      message: '“A. Person” is used once and cannot be deleted.',
    })
  })

  it('and was deleted after the highlight that its evidence rested on comes back with that', async () => {
    const { app, backend, source, annotation, claim } = await withRecords()
    await addEvidence(backend, claim, {
      annotation: asId(annotation),
      stance: 'disputes',
      chain: [hop(source)],
    })
    const evidence = async () => (await backend.claims.get({ id: claim })).claim.evidence
    const before = await evidence()
    await backend.annotations.remove({ id: annotation })
    // Whoever takes the evidence out, too, leaves nothing that the source is used for.
    await app.store.commit('Take out', (draft) => draft.patch('claim', asId(claim), { evidence: [] }))
    await backend.sources.remove({ id: source })
    await backend.trash.restore({ id: annotation })
    expect(await evidence()).toEqual(before)
    expect((await backend.sources.get({ id: source })).source.name).toBe('A. Person')
    expect(await backend.health.check()).toEqual([])
  })

  it('as another one than they are can be, and the mark comes back with it', async () => {
    const { backend, source } = await withRecords()
    const other = await addSource(backend, 'B. Person')
    await backend.sources.update({ id: other, fields: { mustNotMerge: [source] } })
    await backend.sources.remove({ id: source })
    expect((await backend.sources.get({ id: other })).source.mustNotMerge).toEqual([])
    expect(await backend.health.check()).toEqual([])
    await backend.trash.restore({ id: source })
    expect((await backend.sources.get({ id: other })).source.mustNotMerge).toEqual([source])
  })
})

describe('odd text', () => {
  const addAlias = (backend: Backend, id: string, ...names: string[]) =>
    backend.sources.update({ id, fields: { aliases: names.map((name) => ({ name, annotation: null })) } })

  it('with control characters can be searched for', async () => {
    const { backend, source } = await withRecords()
    await addAlias(backend, source, 'A\0B')
    expect((await backend.sources.get({ id: source })).spellings).toMatchObject([{ place: null }])
    expect(await backend.search({ text: 'denied\0 it' })).not.toEqual([])
    expect((await backend.sources.list({ text: 'person\0' })).rows).toHaveLength(1)
  })

  it('with raised and lowered signs is found as it is typed', async () => {
    const { backend } = await newNotebook()
    await addArticle(backend, 'CO₂ rose, and 15 people died in 2031⁴.')
    for (const text of ['CO2', 'CO₂', 'co2 rose', '2031', 'died in 2031'])
      expect(await backend.search({ text }), text).not.toEqual([])
    expect(await backend.search({ text: '20314' })).toEqual([])
  })

  it('that stands in a text ten thousand times is found at once', async () => {
    const { backend } = await newNotebook()
    await addArticle(backend, 'The museum was attacked, the minister said. '.repeat(10_000))
    const milliseconds = await processorTime(async () => {
      const [hit] = await backend.search({ text: 'minister muse' })
      expect(hit?.snippet).toContain('\u0002minister\u0003 said.')
    })
    expect(milliseconds).toBeLessThan(2_000)
  })

  it('that is very long is searched for as far as makes sense', async () => {
    const { backend, source, claim } = await withRecords()
    const words = Array.from({ length: 20_000 }, (_, n) => `w${n}`).join(' ')
    await addAlias(backend, source, words)
    const milliseconds = await processorTime(async () => {
      expect((await backend.sources.get({ id: source })).spellings).toMatchObject([{ place: null }])
    })
    expect(milliseconds).toBeLessThan(2_000)
    for (const text of [words, 'x'.repeat(100_000), '“' + words]) {
      await backend.sources.list({ text, sort: 'fit' })
      expect((await backend.claims.list({ text })).total).toBe(0)
      await backend.search({ text })
    }
    const evidence = await addEvidence(backend, claim)
    const terms = { mode: 'says', verbatim: false, groundRule: 'unknown', words: '' } as const
    for (const name of [words, 'x'.repeat(100_000)])
      await setChain(backend, {
        claim,
        evidence,
        chain: [{ ...terms, name, kind: 'anonymous' }],
      })
  })

  it('is cut to whole words, and what was typed last is the beginning of one only when it was not cut', () => {
    expect(matchExpression('one two')).toBe('"one" AND "two"*')
    expect(matchExpression(`one ${'x'.repeat(2_000)}`)).toBe('"one"')
    expect(matchExpression('y'.repeat(2_000))).toBe(`"${'y'.repeat(1_000)}"*`)
    expect(
      matchExpression(Array.from({ length: 60 }, (_, n) => `w${n}`).join(' '))?.split(' AND '),
    ).toHaveLength(50)
    expect(matchExpression('a b a')).toBe('"a" AND "b"')
  })

  it('with half a character is kept with whole ones only', async () => {
    const { backend, app, folder, home, claim, source } = await withRecords()
    await backend.claims.update({ id: claim, fields: { statement: 'Half \ud83d of it.', note: '😀' } })
    await addAlias(backend, source, 'A \udc00')
    const { backend: later } = await reopen(app, folder, home)
    expect((await later.claims.get({ id: claim })).claim).toMatchObject({
      statement: 'Half \ufffd of it.',
      note: '😀',
    })
    expect((await later.sources.get({ id: source })).source.aliases[0]?.name).toBe('A \ufffd')
  })
})

describe('a notebook of a newer format', () => {
  it('asks for a newer version of Ascribe', async () => {
    const { app, folder, home } = await newNotebook()
    await app.close()
    const file = join(folder, 'notebook.json')
    const json = JSON.parse(await readFile(file, 'utf8')) as object
    await writeFile(file, JSON.stringify({ ...json, formatVersion: 99 }))
    const { backend } = await reopen(app, folder, home)
    await expect(backend.tags.create({ name: 'A' })).rejects.toMatchObject({
      data: { code: 'read-only', action: 'Open it with a newer version of Ascribe.' },
    })
  })
})
