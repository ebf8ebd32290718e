import { RPCHandler } from '@orpc/server/fetch'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { problem } from '../core/problem.ts'
import type { App } from './app.ts'
import { asContractError } from './program/problems.ts'
import { router } from './router.ts'

/** A file of the built window. */
export interface StaticFile {
  body: Uint8Array<ArrayBuffer>
  mediaType: string
}

export interface HandlerOptions {
  app: App
  /** Reads a file of the built window by its path (`/index.html`), null when there is none. */
  readStatic: (path: string) => Promise<StaticFile | null>
}

/** What the window may do: nothing but talk to this handler. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

/** How much a call may say, and an import of many files, in bytes. */
const mostInCall = 96 * 2 ** 20
const mostAtOnce = 2 ** 30

/** Refuses larger bodies, in the words of the contract. */
const limited = (maxSize: number): MiddlewareHandler => {
  const limit = bodyLimit({
    maxSize,
    onError: (c) => {
      const most = String(Math.round(maxSize / 2 ** 20))
      const error = asContractError(problem('too-large', 'tooMuchAtOnce', { most }), 413)
      return c.json({ json: error.toJSON() }, 413)
    },
  })
  return (c, next) =>
    c.req.path === '/rpc/articles/import' && maxSize < mostAtOnce ? next() : limit(c, next)
}

/** A title as the name of a file on any system. */
const safeName = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')

/** The one request handler of all shells: the window's files, `/rpc/*` for the contract, `/files/*` for downloads. */
export function createHandler({ app, readStatic }: HandlerOptions): (request: Request) => Promise<Response> {
  const rpc = new RPCHandler(router)
  const hono = new Hono()
  hono.use(
    secureHeaders({
      contentSecurityPolicy: policy,
      crossOriginOpenerPolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  )
  hono.use('/rpc/articles/import', limited(mostAtOnce))
  hono.use('/rpc/*', limited(mostInCall))
  hono.use('/rpc/*', async (c, next) => {
    const { matched, response } = await rpc.handle(c.req.raw, { prefix: '/rpc', context: { app } })
    if (matched) return c.newResponse(response.body, response)
    await next()
  })
  hono.get('/files/exports/:name', (c) => {
    // Its name is a ticket for one download: whoever has it need not show anything else.
    const name = c.req.param('name')
    const zip = app.downloads.get(name)
    app.downloads.delete(name)
    if (!zip) return c.text('This export is no longer there. Export again.', 404)
    return c.body(new Uint8Array(zip), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(safeName(app.store.file.title))}.zip`,
      'Cache-Control': 'no-store',
    })
  })
  hono.get('/*', async (c) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path
    const file = await readStatic(path)
    if (!file) return c.text('Not found', 404)
    const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return c.body(file.body, 200, { 'Content-Type': file.mediaType, 'Cache-Control': caching })
  })
  hono.onError((error, c) => {
    app.defects.note('handler', error)
    return c.text('', 500)
  })
  return async (request) => hono.fetch(request)
}
