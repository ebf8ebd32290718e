// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { nextTick, reactive, ref } from 'vue'
import type { OpenWorkRow } from '../../../src/contract/open-work.ts'
import type { ListOrder } from '../../../src/renderer/src/composables/use-growing-list.ts'
import type { ClaimRow } from '../../../src/core/listing/rows.ts'
import { asId } from '../../../src/core/records/base.ts'
import { addArticle } from '../../support/notebooks.ts'
import { person } from '../../support/world.ts'
import { inWindow, startBehind } from '../../support/in-window.ts'

const load = {
  aside: () => import('../../../src/renderer/src/composables/use-aside.ts'),
  claimQuery: () => import('../../../src/renderer/src/composables/use-claim-query.ts'),
  clipboard: () => import('../../../src/renderer/src/composables/use-clipboard.ts'),
  dialogs: () => import('../../../src/renderer/src/stores/dialogs.ts'),
  enter: () => import('../../../src/renderer/src/composables/use-enter-notebook.ts'),
  lastPlace: () => import('../../../src/renderer/src/composables/use-last-place.ts'),
  linking: () => import('../../../src/renderer/src/composables/use-linking.ts'),
  lists: () => import('../../../src/renderer/src/stores/lists.ts'),
  neighbours: () => import('../../../src/renderer/src/composables/use-neighbours.ts'),
  notices: () => import('../../../src/renderer/src/stores/notices.ts'),
  openWork: () => import('../../../src/renderer/src/composables/use-open-work.ts'),
  recordWords: () => import('../../../src/renderer/src/composables/use-record-words.ts'),
  sourceNames: () => import('../../../src/renderer/src/composables/use-source-names.ts'),
  suggested: () => import('../../../src/renderer/src/composables/suggested-chain.ts'),
  tagNames: () => import('../../../src/renderer/src/composables/use-tag-names.ts'),
  tagUses: () => import('../../../src/renderer/src/composables/use-tag-uses.ts'),
  typedDate: () => import('../../../src/renderer/src/composables/use-typed-date.ts'),
}

describe('names of tags and sources', () => {
  it('are found by the ids of what was merged, too', async () => {
    const { backend } = await startBehind()
    const [{ useTagNames }, { useSourceNames }] = await Promise.all([load.tagNames(), load.sourceNames()])
    const [kept, gone] = [await person(backend, 'Ann Lee'), await person(backend, 'A. Lee')]
    await backend.sources.merge({ id: gone, into: kept })
    const tag = (await backend.tags.create({ name: 'talks' })).id
    const other = (await backend.tags.create({ name: 'negotiations' })).id
    await backend.tags.merge({ id: other, into: tag })
    const { result } = await inWindow(() => ({ tags: useTagNames(), sources: useSourceNames() }))
    await expect.poll(() => result.sources.value.get(gone)?.name).toBe('Ann Lee')
    await expect.poll(() => result.tags.of([other, tag]).map(({ name }) => name)).toEqual(['talks'])
    expect(result.tags.of(['nothing'])).toEqual([])
  })

  it('tell how often a tag is used, and of what', async () => {
    const { backend } = await startBehind()
    const [{ useTagUses }, { useTagNames }] = await Promise.all([load.tagUses(), load.tagNames()])
    const tag = (await backend.tags.create({ name: 'talks' })).id
    const article = await addArticle(backend, 'They met.', 'Talks')
    await backend.articles.update({ id: article, fields: { tags: [tag] } })
    const { id } = await backend.claims.create({ statement: 'They met' })
    await backend.claims.update({ id, fields: { tags: [tag] } })
    const { result } = await inWindow(() => ({ names: useTagNames(), uses: useTagUses() }))
    await expect.poll(() => result.names.all.value).toHaveLength(1)
    const [row] = result.names.all.value
    expect(row && result.uses(row)).toEqual({ count: 2, words: '1 article, 1 claim' })
  })
})

describe('records in words', () => {
  it('name fields, choices, tags and sources as people call them', async () => {
    const { backend } = await startBehind()
    const { useRecordWords } = await load.recordWords()
    const tag = (await backend.tags.create({ name: 'talks' })).id
    const ann = await person(backend, 'Ann Lee')
    const { result: words } = await inWindow(() => useRecordWords())
    await expect.poll(() => words.inWords([tag], 'tags')).toBe('talks')
    await expect.poll(() => words.inWords(ann, 'source')).toBe('Ann Lee')
    const state = { id: 'x', statement: 'They met', status: 'open', tags: [], modified: '1' }
    expect(words.changes(state, { ...state, status: 'settled', tags: [tag], modified: '2' })).toEqual([
      {
        field: words.nameOf('status'),
        before: words.inWords('open', 'status'),
        after: words.inWords('settled', 'status'),
      },
      { field: words.nameOf('tags'), before: '', after: 'talks' },
    ])
    expect(words.changes(state, state)).toEqual([])
    expect(words.changes(null, { id: 'x', note: 'New' })).toEqual([
      { field: words.nameOf('note'), before: '', after: 'New' },
    ])
  })
})

describe('dates that are typed', () => {
  it('are read as people write them, and what is none says so', async () => {
    await startBehind()
    const { today, useTypedDate } = await load.typedDate()
    const { result: dates } = await inWindow(() => useTypedDate())
    expect(dates.read('March 6, 2025')).toBe('2025-03-06')
    expect(dates.read('  ')).toBeNull()
    expect(dates.check('')).toBeUndefined()
    expect(dates.check('early 2024')).toBeUndefined()
    expect(dates.check('the day of the cat')).toMatch(/\w/)
    expect(today()).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('the clipboard', () => {
  it('gets the words; without one they are shown to be copied by hand', async () => {
    await startBehind()
    const [{ useClipboard }, { useNotices }] = await Promise.all([load.clipboard(), load.notices()])
    const written: string[] = []
    const { result } = await inWindow(() => ({ copy: useClipboard(), notices: useNotices() }))
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
    })
    await result.copy({ text: 'They met' }, 'Copied.')
    expect(written).toEqual(['They met'])
    expect(result.notices.notices.map(({ message }) => message)).toEqual(['Copied.'])
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
    await result.copy({ text: 'They met again' }, 'Copied.')
    expect(result.notices.notices.find(({ kind }) => kind === 'problem')?.action).toBe('They met again')
  })
})

describe('what is set aside', () => {
  it('needs a reason, and is offered again when it is wanted', async () => {
    const { backend } = await startBehind()
    const [{ useAside }, { useDialogs }] = await Promise.all([load.aside(), load.dialogs()])
    const id = await person(backend, 'Ann Lee')
    const claim = (await backend.claims.create({ statement: 'They met' })).id
    await backend.claims.edit({
      ids: [claim],
      edits: [{ do: 'addEvidence', stance: 'supports', chain: [{ source: id }] }],
    })
    const { result } = await inWindow(() => ({ ...useAside(), dialogs: useDialogs() }))
    const [first] = await backend.openWork.list({})
    if (!first) throw new Error('nothing is open')
    const aside = { kind: 'claim', id: first.id, what: 'one-origin', about: null } as const
    const given = result.setAside(aside)
    result.dialogs.question?.answer(null)
    await given
    const open = async (): Promise<boolean> =>
      (await backend.openWork.list({})).some((one) => one.id === first.id && one.what === 'one-origin')
    expect(await open()).toBe(true)
    const again = result.setAside(aside)
    result.dialogs.question?.answer('Known elsewhere')
    await again
    expect(await open()).toBe(false)
    await result.offerAgain(aside)
    expect(await open()).toBe(true)
  })
})

describe('open work', () => {
  it('leads to the place where it is settled', async () => {
    await startBehind()
    const { useOpenWork } = await load.openWork()
    const { result } = await inWindow(() => useOpenWork())
    const row = (more: Partial<OpenWorkRow>): OpenWorkRow => ({
      what: 'one-origin',
      kind: 'claim',
      id: asId('c'),
      title: 'They met',
      article: null,
      about: null,
      aboutTitle: '',
      words: [],
      dismissed: null,
      ...more,
    })
    expect(result.placeOf(row({}))).toEqual({ name: 'claim', params: { id: 'c' }, query: { at: 'supports' } })
    expect(result.placeOf(row({ what: 'no-response' }))).toMatchObject({ query: { at: 'accused' } })
    expect(result.placeOf(row({ what: 'no-response', about: asId('s') }))).toMatchObject({
      query: { at: 'disputes' },
    })
    expect(
      result.placeOf(row({ what: 'needs-review', kind: 'annotation', id: asId('h'), article: asId('a') })),
    ).toEqual({ name: 'article', params: { id: 'a' }, query: { highlight: 'h' } })
    expect(result.detailOf(row({ what: 'to-ask', words: ['When?', 'Where?'] }))).toBe('When? · Where?')
    expect(result.detailOf(row({}))).toBe('')
  })
})

describe('the record before and after', () => {
  it('is that of the list that one came from, by J and K', async () => {
    await startBehind()
    const [{ useNeighbours }, { useLists }] = await Promise.all([load.neighbours(), load.lists()])
    const id = ref('b')
    const { result, router } = await inWindow(() => {
      useLists().of('claims', () => ({ order: { offset: 10, ids: ['a', 'b', 'c'], total: 20 } }))
      return useNeighbours('claims', 'claim', () => id.value)
    }, '/claims/b')
    expect(result.neighbours.value).toEqual({ place: 12, total: 20, before: 'a', after: 'c' })
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    await expect.poll(() => router.currentRoute.value.params['id']).toBe('c')
    id.value = 'c'
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'K', bubbles: true }))
    await expect.poll(() => router.currentRoute.value.params['id']).toBe('b')
    id.value = 'elsewhere'
    expect(result.neighbours.value).toBeNull()
  })
})

describe('the place where the notebook was left', () => {
  it('is told when one has been there a while, and gone to at the start', async () => {
    const { app } = await startBehind()
    const { useLastPlace } = await load.lastPlace()
    const notebook = ref((await app.state()).notebook)
    const { leave, router } = await inWindow(() => useLastPlace(() => notebook.value))
    await router.push('/sources')
    await expect.poll(async () => (await app.state()).notebook?.place).toBe('/sources')
    leave()
    const left = (await app.state()).notebook
    const again = await inWindow(() => useLastPlace(() => left), '/')
    await expect.poll(() => again.router.currentRoute.value.path).toBe('/sources')
  })
})

describe('entering a notebook', () => {
  it('goes to where it was left, and says why where it cannot', async () => {
    const { app } = await startBehind()
    const { useEnterNotebook } = await load.enter()
    const { result, router } = await inWindow(() => useEnterNotebook(), '/claims')
    const state = await app.state()
    const there = state.notebook && { ...state, notebook: { ...state.notebook, place: '/tags' } }
    if (!there) throw new Error('no notebook is open')
    expect(await result.enter(() => Promise.resolve(there))).toBe(true)
    expect(router.currentRoute.value.path).toBe('/tags')
    expect(await result.enter(() => Promise.reject(new TypeError('nobody')))).toBe(false)
    expect(result.problem.value?.code).toBe('defect')
    expect(result.busy.value).toBe(false)
  })
})

describe('the claims that a picture shows', () => {
  it('are asked for a moment after the filter or the tag changed', async () => {
    await startBehind()
    const [{ useClaimQuery }, { noFilter }] = await Promise.all([
      load.claimQuery(),
      import('../../../src/renderer/src/stores/claim-filter.ts'),
    ])
    const { result, router } = await inWindow(
      () => useClaimQuery(reactive({ filter: noFilter() }), () => ({ by: 'event' })),
      '/timeline?tag=t1',
    )
    expect(result.query.value).toMatchObject({ by: 'event', tag: 't1' })
    result.filter.value.text = 'envoy'
    expect(result.query.value).not.toMatchObject({ text: 'envoy' })
    await expect.poll(() => result.query.value).toMatchObject({ text: 'envoy', tag: 't1' })
    // It is kept as the other filters are, until it is cleared.
    await router.push('/timeline')
    await expect.poll(() => router.currentRoute.value.query).toEqual({})
    expect(result.query.value).toMatchObject({ tag: 't1' })
    result.byTag.clear()
    await expect.poll(() => 'tag' in result.query.value).toBe(false)
  })
})

describe('a highlight', () => {
  it('is linked to a claim with the chain that the words around it tell', async () => {
    const { backend } = await startBehind()
    const [{ useLinking }, { suggestedSentence, useSuggestedChain }] = await Promise.all([
      load.linking(),
      load.suggested(),
    ])
    const text = 'The envoys met twice, Minister Ann Lee said on Monday.'
    const article = await addArticle(backend, text, 'Talks')
    const { annotation: highlight } = await backend.annotations.create({
      article,
      start: 0,
      end: 20,
      exact: text.slice(0, 20),
    })
    const claim = (await backend.claims.create({ statement: 'The envoys met twice' })).id
    const { result } = await inWindow(() => ({
      link: useLinking(),
      suggested: useSuggestedChain(() => highlight.id),
    }))
    await expect.poll(() => result.suggested.sentence.value).toContain('Ann Lee')
    expect(suggestedSentence([], 'en')).toBe('')
    expect(await result.link(asId(claim), 'supports', highlight.id)).toBe(true)
    const linked = (await backend.claims.get({ id: claim })).claim.evidence
    expect(linked.map(({ stance, chain }) => [stance, chain.length])).toEqual([['supports', 1]])
    expect(await result.link(asId('gone'), 'supports', highlight.id)).toBe(false)
  })
})

describe('text of a form', () => {
  it('comes back after the window was closed, and is forgotten when it is emptied', async () => {
    await startBehind()
    const { useKeptText } = await import('../../../src/renderer/src/composables/use-kept-text.ts')
    const typed = ref('')
    const first = await inWindow(() => useKeptText('paste', typed))
    typed.value = 'Half a sentence'
    await expect.poll(() => JSON.stringify(Object.entries(localStorage))).toContain('Half a sentence')
    first.leave()
    const again = ref('')
    await inWindow(() => useKeptText('paste', again))
    await expect.poll(() => again.value).toBe('Half a sentence')
    again.value = ''
    await expect.poll(() => JSON.stringify(Object.entries(localStorage))).not.toContain('Half a sentence')
  })
})

describe('files that are dropped on the window', () => {
  it('are imported where a notebook is open, and never leave the window for the file', async () => {
    await startBehind()
    const [{ useFileDrop }, { useImports }] = await Promise.all([
      import('../../../src/renderer/src/composables/use-file-drop.ts'),
      import('../../../src/renderer/src/stores/imports.ts'),
    ])
    const isOpen = ref(true)
    const started = vi.fn(() => Promise.resolve([]))
    const { result } = await inWindow(() => {
      useImports().start = started
      return useFileDrop(() => isOpen.value)
    })
    const file = new File(['# Talks'], 'talks.md', { type: 'text/markdown' })
    const folder = new File([], 'folder')
    const within = new File(['# Notes'], 'notes.md', { type: 'text/markdown' })
    const hidden = new File([], '.DS_Store')
    const entryOf = (one: File): object =>
      one === folder
        ? { name: one.name, isDirectory: true, isFile: false, createReader }
        : {
            name: one.name,
            isDirectory: false,
            isFile: true,
            file: (take: (file: File) => void) => take(one),
          }
    // Browsers give what is in a folder some at a time, and nothing at its end.
    const createReader = (): object => {
      const batches = [[hidden, within], []]
      return {
        readEntries: (take: (entries: object[]) => void) => take((batches.shift() ?? []).map(entryOf)),
      }
    }
    const drag = (type: string, types = ['Files']): Event => {
      const items = [file, folder].map((one) => ({
        kind: 'file',
        webkitGetAsEntry: () => entryOf(one),
        getAsFile: () => one,
      }))
      const event = new Event(type, { bubbles: true, cancelable: true })
      document.dispatchEvent(Object.assign(event, { dataTransfer: { types, items } }))
      return event
    }
    expect(drag('dragover').defaultPrevented).toBe(true)
    expect(result.isOver.value).toBe(true)
    expect(drag('drop').defaultPrevented).toBe(true)
    expect(result.isOver.value).toBe(false)
    await expect.poll(() => started.mock.calls).toEqual([[[file, within]]])
    expect(drag('drop', ['text/plain']).defaultPrevented).toBe(false)
    isOpen.value = false
    expect(drag('drop').defaultPrevented).toBe(true)
    expect(started).toHaveBeenCalledOnce()
  })
})

describe('arriving at a place on a page', () => {
  it('gives the first control there the focus, once the page is there', async () => {
    await startBehind()
    const { useArrival } = await import('../../../src/renderer/src/composables/use-arrival.ts')
    document.body.innerHTML =
      '<main><div data-place="supports"><p>Words</p><button id="add">Add</button></div></main>'
    const isThere = ref(false)
    await inWindow(() => useArrival(() => isThere.value), '/claims/c?at=supports')
    expect(document.activeElement?.id).not.toBe('add')
    isThere.value = true
    await expect.poll(() => document.activeElement?.id).toBe('add')
  })
})

describe('the focus', () => {
  it('goes to what is near when its control goes away', async () => {
    await startBehind()
    const { useFocusGuard } = await import('../../../src/renderer/src/composables/use-focus-guard.ts')
    document.body.innerHTML = `<main><section><h2>Sources</h2>
      <ul><li data-item><button id="one">One</button></li><li data-item><button id="two">Two</button></li></ul></section></main>`
    await inWindow(() => useFocusGuard())
    document.querySelector<HTMLElement>('#one')?.focus()
    document.querySelector('li')?.remove()
    await expect.poll(() => document.activeElement?.id).toBe('two')
    document.querySelector('ul')?.remove()
    await expect.poll(() => document.activeElement?.tagName).toBe('H2')
  })
})

describe('going back', () => {
  it('leads to where one was on the page, and on to the beginning of the next one', async () => {
    await startBehind()
    const { useScrollMemory } = await import('../../../src/renderer/src/composables/use-scroll-memory.ts')
    const main = document.createElement('main')
    const { router } = await inWindow(() => useScrollMemory(() => main), '/claims')
    main.scrollTop = 400
    await router.push('/sources')
    await expect.poll(() => main.scrollTop).toBe(0)
    main.scrollTop = 30
    router.back()
    await expect.poll(() => [router.currentRoute.value.path, main.scrollTop]).toEqual(['/claims', 400])
  })
})

describe('a long list', () => {
  it('asks for the rows around those in view, and keeps what it loaded', async () => {
    const { backend, asked } = await startBehind()
    const [{ useGrowingList }, { computed }, { backend: asks }] = await Promise.all([
      import('../../../src/renderer/src/composables/use-growing-list.ts'),
      import('vue'),
      import('../../../src/renderer/src/backend.ts'),
    ])
    for (const statement of ['First', 'Second', 'Third']) await backend.claims.create({ statement })
    const state: { top: number; order?: ListOrder } = { top: 0 }
    const text = ref('')
    const { result } = await inWindow(() =>
      useGrowingList<ClaimRow, { text: string; sort: 'statement'; descending: boolean }>(
        ref(document.createElement('div')),
        state,
        40,
        () => ['claims', 'list'],
        computed(() => ({ text: text.value, sort: 'statement' as const, descending: false })),
        (query, signal) => asks.claims.list(query, { signal }),
      ),
    )
    await expect.poll(() => result.total.value).toBe(3)
    expect([0, 1, 2, 3].map((at) => result.rowAt(at)?.statement)).toEqual([
      'First',
      'Second',
      'Third',
      undefined,
    ])
    expect(state.order).toMatchObject({ offset: 0, total: 3 })
    text.value = 'second'
    await nextTick()
    await expect.poll(() => result.total.value).toBe(1)
    expect(asked.filter((path) => path === 'claims/list')).toHaveLength(2)
  })
})

describe('what helps whoever mends a defect', () => {
  it('names the version and what it runs on, and has the log', async () => {
    await startBehind()
    const { reportIn, useAbout } = await import('../../../src/renderer/src/composables/use-about.ts')
    const { result } = await inWindow(() => useAbout(() => true).data)
    await vi.waitFor(() => expect(result.value).toBeDefined())
    expect(result.value && reportIn(result.value)).toMatch(/^Ascribe 0\n.*node/i)
  })
})
