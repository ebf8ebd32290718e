import { request } from 'node:http'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../support/notebooks.ts'
import { temporaryFolder } from '../../support/ascribe.ts'
import { startServer } from '../../../src/serve/server.ts'

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

async function start(): Promise<{
  port: number
  token: string
  ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>
}> {
  const folder = await temporaryFolder()
  const app = createApp(folder.path)
  const server = await startServer({ app, port: 0, windowFolder: join(folder.path, 'window') })
  onTestFinished(async () => {
    await server.close()
    await app.close()
    await folder.remove()
  })
  const url = new URL(server.address)
  const port = Number(url.port)
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } },
        (answer) => {
          let body = ''
          answer.on('data', (data: Buffer) => (body += data.toString()))
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
        },
      )
      sent.on('error', reject)
      sent.end()
    })
  return { port, token: url.searchParams.get('token') ?? '', ask }
}

const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''

it('answers no path without the token', async () => {
  const { ask } = await start()
  for (const path of [
    '/',
    '/index.html',
    '/rpc/notebooks/state',
    '/files/exports/x.zip',
    '/?token=wrong',
    '/rpc/changes?token=',
  ]) {
    expect((await ask(path)).status, path).toBe(401)
  }
  expect((await ask('/rpc/notebooks/openSample', {}, 'POST')).status).toBe(401)
})

it('exchanges the token once for a cookie that only this site sends and no script reads', async () => {
  const { ask, token } = await start()
  const first = await ask(`/?token=${token}`)
  expect(first.status).toBe(303)
  expect(first.headers['location']).toBe('/')
  expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\//)
  const cookie = cookieOf(first)
  expect((await ask('/rpc/notebooks/state', { Cookie: cookie }, 'POST')).status).toBe(200)
  expect((await ask(`/?token=${token}`)).status).toBe(401)
  expect((await ask(`/?token=${token}`, { Cookie: cookie })).status).toBe(303)
  expect((await ask('/', { Cookie: `${cookie}x` })).status).toBe(401)
})

it('refuses a foreign Host (DNS rebinding) and a foreign Origin, cookie or not', async () => {
  const { ask, token, port } = await start()
  const Cookie = cookieOf(await ask(`/?token=${token}`))
  expect((await ask('/', { Cookie, Host: `evil.example:${port}` })).status).toBe(403)
  expect((await ask('/', { Cookie, Host: '127.0.0.1' })).status).toBe(403)
  for (const Origin of [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
  ]) {
    expect((await ask('/rpc/notebooks/state', { Cookie, Origin }, 'POST')).status, Origin).toBe(403)
  }
  expect(
    (await ask('/rpc/notebooks/state', { Cookie, Origin: `http://127.0.0.1:${port}` }, 'POST')).status,
  ).toBe(200)
  expect((await ask('/', { Cookie, Host: `localhost:${port}` })).status).toBe(404)
})

it('sends headers that keep the page to itself', async () => {
  const { ask, token } = await start()
  const Cookie = cookieOf(await ask(`/?token=${token}`))
  const { headers } = await ask('/rpc/notebooks/state', { Cookie }, 'POST')
  expect(headers['content-security-policy']).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'",
  )
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-frame-options']).toBe('DENY')
  expect(headers['referrer-policy']).toBe('no-referrer')
})

it('serves nothing outside the folder of the window', async () => {
  const { ask, token } = await start()
  const Cookie = cookieOf(await ask(`/?token=${token}`))
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/x.json',
    '/%00.html',
    '/%E0%A4%A.html',
  ]) {
    expect((await ask(path, { Cookie })).status, path).toBeGreaterThanOrEqual(400)
  }
})
