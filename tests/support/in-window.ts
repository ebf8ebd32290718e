import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { App } from '../../src/backend/app.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { plainBackend, type Backend } from './backend.ts'
import { temporaryFolder } from './ascribe.ts'
import { lockManager } from './locks.ts'

/** What jsdom lacks, and windows have. */
function completeDom(): void {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('confirm', () => true)
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: lockManager(),
  })
  // Nothing is laid out here: what is in the document is there.
  HTMLElement.prototype.getClientRects = function (this: HTMLElement) {
    return (this.isConnected ? [1] : []) as unknown as DOMRectList
  }
  HTMLElement.prototype.scrollIntoView = () => undefined
  HTMLElement.prototype.scrollTo = () => undefined
}

/** A program with a notebook, whose handler answers what the window asks. */
export interface Behind {
  app: App
  backend: Backend
  /** The paths of what was asked, without the stream of changes. */
  asked: string[]
  /** Holds back the answers to a path until it is let go. @returns lets them go */
  hold: (path: string) => () => void
  /** Whether the program answers at all. */
  reach: (is: boolean) => void
}

/** The program of the test that runs: the client of the window keeps its `fetch` as long as it lives. */
let answerOf: (input: Request | string, init?: RequestInit) => Promise<Response> = () =>
  Promise.reject(new TypeError('no program was started'))

/** Starts a program, and sends to it whatever the window asks; for tests in `@vitest-environment jsdom`. */
export async function startBehind(): Promise<Behind> {
  completeDom()
  const home = await temporaryFolder()
  const app = new App({ version: '0', home: home.path, anyPath: true, stays: true })
  await app.create('Trial')
  await app.store.model.whole
  onTestFinished(async () => {
    await app.close()
    await home.remove()
  })
  const handle = createHandler({ app, readStatic: () => Promise.resolve(null) })
  const asked: string[] = []
  const held = new Map<string, Promise<void>>()
  let isReached = true
  vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) => answerOf(input, init))
  answerOf = async (input, init) => {
    const { url, method, headers, body, signal } = sent(input, init)
    const path = new URL(url).pathname.replace('/rpc/', '')
    if (!isReached) throw new TypeError('nobody answers')
    if (path !== 'changes') asked.push(path)
    const answer = await handle(new Request(url, { method, headers, body: (await body) ?? null }))
    await held.get(path)
    signal?.throwIfAborted()
    return answer
  }
  return {
    app,
    backend: plainBackend(app),
    asked,
    hold: (path) => {
      let letGo = (): void => undefined
      held.set(path, new Promise((resolve) => (letGo = resolve)))
      return () => {
        held.delete(path)
        letGo()
      }
    },
    reach: (is) => (isReached = is),
  }
}

interface Sent {
  url: string
  method: string
  headers: HeadersInit
  body: Promise<string> | undefined
  signal: AbortSignal | undefined
}

function sent(input: Request | string, init: RequestInit = {}): Sent {
  const { signal = null, method = 'GET', headers = {}, body = null } = init
  if (typeof input === 'string')
    return {
      url: input,
      method,
      headers,
      body: typeof body === 'string' ? Promise.resolve(body) : undefined,
      signal: signal ?? undefined,
    }
  const isBare = input.method === 'GET'
  return {
    url: input.url,
    method: input.method,
    headers: [...input.headers],
    body: isBare ? undefined : input.text(),
    signal: signal ?? input.signal,
  }
}

/** A part of a window that is alive until the test ends. */
export interface Part<T> {
  result: T
  router: Router
  /** Takes it away before that. */
  leave: () => void
}

/**
 * Runs composables as a component of the window does, with its words, places, stores and questions.
 * @param setup what the component sets up
 * @param at where the window is
 */
export async function inWindow<T>(setup: () => T, at = '/library'): Promise<Part<T>> {
  const [{ i18n }, { places }] = await Promise.all([
    import('../../src/renderer/src/i18n.ts'),
    import('../../src/renderer/src/places/list.ts'),
  ])
  // The places of the window, with nothing in them: what is tried is not in a view.
  const component = { render: () => null }
  const routes = places.map(({ name, path }) => ({ path: path ?? `/${name}`, name, component }))
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [{ path: '/', redirect: '/library' }, ...routes],
  })
  let result: { made: T } | undefined
  const vue = createApp({
    setup: () => {
      result = { made: setup() }
      return () => null
    },
  })
  vue.use(createPinia()).use(PiniaColada).use(i18n).use(router)
  await router.push(at)
  vue.mount(document.createElement('div'))
  let isThere = true
  const leave = (): void => {
    if (isThere) vue.unmount()
    isThere = false
  }
  onTestFinished(leave)
  if (!result) throw new Error('nothing was set up')
  return { result: result.made, router, leave }
}
