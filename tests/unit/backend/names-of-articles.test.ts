import { describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'

/** A highlight in an article of its own, and what the program offers for who says so. */
async function highlighted(
  backend: Backend,
  marked: string,
  title: string,
): Promise<{ annotation: string; article: string }> {
  const article = await addArticle(backend, marked.replace(/[⟦⟧]/g, ''), title)
  const quote = /⟦(.*)⟧/.exec(marked)?.[1] ?? ''
  const { annotation } = await backend.annotations.createByQuote({ article, quote })
  return { annotation: annotation.id, article }
}

/** Takes what is offered, as the key in the window does. */
async function take(backend: Backend, claim: string, annotation: string): Promise<string> {
  const [offered] = (await backend.claims.suggestChain({ annotation })) ?? []
  if (!offered) throw new Error('nothing was offered')
  const { source, name, kind, role, within } = offered
  const step =
    source === null ? { name, newAs: kind, role, ...(within === null ? {} : { within }) } : { source }
  const { claim: changed } = await backend.claims.edit({
    ids: [claim],
    edits: [{ do: 'addEvidence', stance: 'supports', annotation, chain: [step] }],
  })
  return changed.evidence.at(-1)?.chain[0]?.source ?? ''
}

describe('names of articles', () => {
  it('are others in each, where many are called so', async () => {
    const { backend } = await newNotebook()
    const claim = await backend.claims.create({ statement: 'The road is closed.' })
    const sources: string[] = []
    for (const town of ['Ilmar', 'Lorne']) {
      const { annotation } = await highlighted(
        backend,
        `In ${town} it rained. ⟦The road is closed⟧, police said.`,
        town,
      )
      sources.push(await take(backend, claim.id, annotation))
    }
    expect(new Set(sources).size).toBe(2)
    const [origins] = (await backend.corroboration.of({ claims: [claim.id] })).claims
    expect(origins?.corroboration.supports.origins).toHaveLength(2)
    const { rows } = await backend.sources.list({ text: 'police' })
    expect(rows.map(({ within }) => within).sort()).toEqual(['Ilmar', 'Lorne'])
    // The same article again has the same police.
    const again = await highlighted(backend, 'Police said ⟦the bridge is closed⟧. It was late.', 'Third')
    const first = await take(backend, claim.id, again.annotation)
    const more = await backend.annotations.createByQuote({ article: again.article, quote: 'It was late' })
    const { claim: typed } = await backend.claims.edit({
      ids: [claim.id],
      edits: [
        {
          do: 'addEvidence',
          stance: 'supports',
          annotation: more.annotation.id,
          chain: [{ name: 'Police' }],
        },
      ],
    })
    expect(typed.evidence.at(-1)?.chain[0]?.source).toBe(first)
  })

  it('mean the article’s own people, and say what would be new', async () => {
    const { backend } = await newNotebook()
    const claim = await backend.claims.create({ statement: 'It was opened.' })
    await backend.sources.named({ name: 'Daniel Ortega', kind: 'person' })
    await backend.sources.named({ name: 'Australian Bureau of Statistics', kind: 'organisation' })
    const own = await highlighted(
      backend,
      'Energy Minister Rafael Ortega came on Monday. ⟦It was opened on purpose⟧, Ortega said.',
      'Dam',
    )
    const [offered] = (await backend.claims.suggestChain({ annotation: own.annotation })) ?? []
    expect(offered).toMatchObject({ name: 'Rafael Ortega', source: null, within: null })
    const source = await take(backend, claim.id, own.annotation)
    expect((await backend.sources.get({ id: source })).source.role).toBe('Energy Minister')
    const ali = await highlighted(backend, '⟦The sea is rising⟧, Ali said.', 'Sea')
    const [who] = (await backend.claims.suggestChain({ annotation: ali.annotation })) ?? []
    expect(who).toMatchObject({ name: 'Ali', source: null, within: ali.article })
  })

  it('may be of two people, when that is asked for', async () => {
    const { backend } = await newNotebook()
    const one = await backend.sources.named({ name: 'John Smith', kind: 'person' })
    const other = await backend.sources.named({ name: 'John Smith', kind: 'person', another: true })
    expect(other.id).not.toBe(one.id)
    expect((await backend.sources.named({ name: 'John Smith' })).id).toBe(one.id)
  })

  it('are known beside an excerpt as soon as somebody is noted to speak there, on the page and in open work', async () => {
    const { backend } = await newNotebook()
    const { article } = await highlighted(
      backend,
      'He came. ⟦It was opened on purpose⟧, he said. It was late.',
      'Dam',
    )
    const { claim } = await backend.annotations.createByQuote({
      article,
      quote: 'was opened on purpose',
      claim: 'The dam of Karsk was opened on purpose.',
    })
    const told = async () => {
      const { unfaithful } = await backend.claims.get({ id: claim?.id ?? '' })
      const work = await backend.openWork.list({})
      const words = work.filter(({ what }) => what === 'unfaithful').flatMap((one) => one.words)
      return { page: unfaithful.map(({ text }) => text), words }
    }
    expect(await told()).toEqual({ page: ['Karsk'], words: ['Karsk'] })
    const other = await backend.annotations.createByQuote({
      article,
      quote: 'It was late',
      claim: 'It was late.',
    })
    await backend.claims.edit({
      ids: [other.claim?.id ?? ''],
      edits: [
        {
          do: 'addEvidence',
          stance: 'supports',
          annotation: other.annotation.id,
          chain: [{ name: 'Mayor of Karsk', kind: 'person' }],
        },
      ],
    })
    expect(await told()).toEqual({ page: [], words: [] })
  })
})
