// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { nextTick, type Ref } from 'vue'
import type { ChangeEvent } from '../../../src/contract/shared.ts'
import { asId } from '../../../src/core/records/base.ts'
import { addArticle } from '../../support/notebooks.ts'
import { inWindow, startBehind } from '../../support/in-window.ts'

const queries = () => import('../../../src/renderer/src/composables/queries.ts')

/** A value once it is there. */
async function there<T>(value: Ref<T | undefined>): Promise<T> {
  await expect.poll(() => value.value).toBeDefined()
  if (value.value === undefined) throw new Error('it went away again')
  return value.value
}

describe('what is asked of the notebook', () => {
  it('is asked again when something changed that it is made of, and at no other time', async () => {
    const { backend, asked } = await startBehind()
    const { useChangeStream, useTags } = await queries()
    const heard: ChangeEvent[] = []
    const { id } = await backend.claims.create({ statement: 'They met' })
    const { result: tags } = await inWindow(() => {
      useChangeStream((event) => heard.push(event))
      return useTags().data
    })
    expect(await there(tags)).toEqual([])
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    const before = asked.filter((path) => path === 'tags/list').length
    const changes = (): number => heard.filter(({ type }) => type === 'changed').length
    const known = changes()
    await backend.claims.update({ id, fields: { note: 'Nothing that tags are made of' } })
    await expect.poll(changes).toBeGreaterThan(known)
    await backend.tags.create({ name: 'envoys' })
    await expect.poll(() => tags.value?.map(({ name }) => name)).toEqual(['envoys'])
    expect(asked.filter((path) => path === 'tags/list')).toHaveLength(before + 1)
  })

  it('shows the answer before until the next one is there', async () => {
    const { backend, hold } = await startBehind()
    const { useAsked } = await queries()
    const { ref } = await import('vue')
    const wanted = ref('envoy')
    for (const statement of ['The envoy left', 'The ship stayed']) await backend.claims.create({ statement })
    const { backend: asks } = await import('../../../src/renderer/src/backend.ts')
    const { result: data } = await inWindow(
      () =>
        useAsked(
          () => ['claims', wanted.value],
          () => asks.claims.list({ text: wanted.value }),
        ).data,
    )
    expect((await there(data)).rows.map(({ statement }) => statement)).toEqual(['The envoy left'])
    const letGo = hold('claims/list')
    wanted.value = 'ship'
    await nextTick()
    expect(data.value?.rows.map(({ statement }) => statement)).toEqual(['The envoy left'])
    letGo()
    await expect.poll(() => data.value?.rows.map(({ statement }) => statement)).toEqual(['The ship stayed'])
  })

  it('asks nothing where no notebook is open, or it is not wanted', async () => {
    const { app, asked } = await startBehind()
    await app.close()
    const { useAsked, useAppState, useReadOnly } = await queries()
    const { result } = await inWindow(() => ({
      state: useAppState().data,
      data: useAsked(
        () => ['never'],
        () => Promise.resolve('asked'),
      ).data,
      isReadOnly: useReadOnly(),
    }))
    expect((await there(result.state)).notebook).toBeNull()
    expect(result.data.value).toBeUndefined()
    expect(asked).toEqual(['notebooks/state'])
  })

  it('of a notebook nobody knows yet counts as one that can only be read', async () => {
    const { hold } = await startBehind()
    const letGo = hold('notebooks/state')
    const { useReadOnly } = await queries()
    const { result: isReadOnly } = await inWindow(() => useReadOnly())
    expect(isReadOnly.value).toBe(true)
    letGo()
    await expect.poll(() => isReadOnly.value).toBe(false)
  })
})

describe('the answer to an edit', () => {
  it('is shown at once, and no older answer that comes later takes its place', async () => {
    const { backend, hold, asked } = await startBehind()
    const { id } = await backend.claims.create({ statement: 'As it was' })
    const { useAsked, useRemember } = await queries()
    const { backend: asks } = await import('../../../src/renderer/src/backend.ts')
    const key = ['claims', id]
    const { result } = await inWindow(() => {
      const { data, refetch } = useAsked(
        () => key,
        (signal) => asks.claims.get({ id: asId(id) }, { signal }),
      )
      return { data, refetch, remember: useRemember() }
    })
    expect((await there(result.data)).claim.statement).toBe('As it was')
    const letGo = hold('claims/get')
    const again = result.refetch().catch(() => undefined)
    const sent = performance.now()
    await backend.claims.update({ id, fields: { statement: 'As it is' } })
    type Shown = NonNullable<typeof result.data.value>
    result.remember<Shown>(key, (shown) => ({ ...shown, claim: { ...shown.claim, statement: 'As it is' } }), {
      id,
      sent,
    })
    expect(result.data.value?.claim.statement).toBe('As it is')
    letGo()
    await again
    await expect.poll(() => asked.filter((path) => path === 'claims/get').length).toBeGreaterThan(2)
    expect(result.data.value?.claim.statement).toBe('As it is')
  })

  it('is not put where nothing is shown', async () => {
    await startBehind()
    const { useAppState, useRemember } = await queries()
    const { result } = await inWindow(() => ({ state: useAppState().data, remember: useRemember() }))
    await there(result.state)
    let isChanged = false
    result.remember(['claims', 'nowhere'], () => {
      isChanged = true
    })
    expect(isChanged).toBe(false)
  })
})

describe('the stream of changes', () => {
  it('brings new highlights without asking for the article again', async () => {
    const { backend, asked } = await startBehind()
    const article = await addArticle(backend, 'The envoys met twice in the old house.', 'Talks')
    const { useAsked, useChangeStream, useTags } = await queries()
    const { backend: asks } = await import('../../../src/renderer/src/backend.ts')
    const heard: ChangeEvent[] = []
    const { result } = await inWindow(() => {
      useChangeStream((event) => heard.push(event))
      return {
        tags: useTags().data,
        open: useAsked(
          () => ['articles', article],
          () => asks.articles.get({ id: asId(article) }),
        ).data,
      }
    })
    const { open, tags } = result
    const times = (path: string): number => asked.filter((one) => one === path).length
    const marked = (): string[] | undefined => open.value?.annotations.map(({ exact }) => exact)
    /** What was touched before is asked for by then. */
    const settled = async (name: string): Promise<void> => {
      await backend.tags.create({ name })
      await expect.poll(() => tags.value?.some((tag) => tag.name === name)).toBe(true)
    }
    expect((await there(open)).annotations).toEqual([])
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    // The first one begins the reading of the article, which is more than a highlight.
    await backend.annotations.create({ article, start: 4, end: 10, exact: 'envoys' })
    await expect.poll(() => open.value?.article.reading).toBe('reading')
    await settled('first')
    const before = times('articles/get')
    await backend.annotations.create({ article, start: 11, end: 14, exact: 'met' })
    await expect.poll(marked).toEqual(['envoys', 'met'])
    await backend.annotations.remove({ id: open.value?.annotations[1]?.id ?? '' })
    await expect.poll(marked).toEqual(['envoys'])
    expect(times('articles/get')).toBe(before)
  })

  it('asks for an article again when more than its highlights changed, however close together', async () => {
    const { backend } = await startBehind()
    const article = await addArticle(backend, 'The envoys met twice in the old house.', 'Talks')
    const { useAsked, useChangeStream } = await queries()
    const { backend: asks } = await import('../../../src/renderer/src/backend.ts')
    const heard: ChangeEvent[] = []
    const { result: open } = await inWindow(() => {
      useChangeStream((event) => heard.push(event))
      return useAsked(
        () => ['articles', article],
        () => asks.articles.get({ id: asId(article) }),
      ).data
    })
    await there(open)
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    await backend.annotations.create({ article, start: 4, end: 10, exact: 'envoys' })
    await backend.annotations.create({ article, start: 11, end: 14, exact: 'met' })
    await backend.articles.update({ id: article, fields: { note: 'Read twice.' } })
    await expect.poll(() => open.value?.article.note).toBe('Read twice.')
  })

  it('tells when the program is silent, and when it answers again', async () => {
    const { backend, reach } = await startBehind()
    const { isReached, useAppState, useChangeStream } = await queries()
    reach(false)
    const { result: state } = await inWindow(() => {
      useChangeStream(() => undefined)
      return useAppState().data
    })
    await expect.poll(() => isReached.value, { timeout: 10_000 }).toBe(false)
    reach(true)
    await expect.poll(() => isReached.value, { timeout: 10_000 }).toBe(true)
    await backend.claims.create({ statement: 'Counted' })
    await expect.poll(() => state.value?.notebook?.counts.claims).toBe(1)
  })
})
