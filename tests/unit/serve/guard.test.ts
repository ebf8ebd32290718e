import { readdir, readFile, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { addArticle, createApp } from '../../support/notebooks.ts'
import { temporaryFolder } from '../../support/ascribe.ts'
import { plainBackend } from '../../support/backend.ts'
import { openBrowser } from '../../../src/serve/open-browser.ts'
import { startServer } from '../../../src/serve/server.ts'

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}
type Ask = (
  path: string,
  headers?: Record<string, string>,
  method?: string,
  body?: string | Buffer,
) => Promise<Answer>

async function start() {
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
  const ask: Ask = (path, headers = {}, method = 'GET', body) =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } },
        (answer) => {
          let text = ''
          answer.on('data', (data: Buffer) => (text += data.toString()))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  return { app, server, port, home: folder.path, token: url.searchParams.get('token') ?? '', ask }
}

/** Trades a token for the secret of the run. */
async function secretOf(ask: Ask, token: string): Promise<string> {
  const { status, body } = await ask('/session', { 'Ascribe-Token': token }, 'POST')
  expect(status).toBe(200)
  return (JSON.parse(body) as { secret: string }).secret
}

it('answers no call without the secret', async () => {
  const { ask, token } = await start()
  for (const path of [
    '/rpc',
    '/rpc/notebooks/state',
    '/rpc/changes?token=',
    `/rpc/notebooks/state?token=${token}`,
  ])
    for (const method of ['GET', 'POST']) expect((await ask(path, {}, method)).status, path).toBe(401)
  expect((await ask('/session')).status).toBe(401)
  expect((await ask('/session', { 'Ascribe-Token': 'wrong' }, 'POST')).status).toBe(401)
  expect((await ask('/files/exports/x.zip')).status).toBe(404)
})

it('trades a token once for the secret, which goes in a header and in no cookie', async () => {
  const { ask, token } = await start()
  const first = await ask('/session', { 'Ascribe-Token': token }, 'POST')
  expect(first.headers['set-cookie']).toBeUndefined()
  const { secret } = JSON.parse(first.body) as { secret: string }
  expect((await ask('/rpc/notebooks/state', { 'Ascribe-Secret': secret }, 'POST')).status).toBe(200)
  expect((await ask('/session', { 'Ascribe-Secret': secret })).status).toBe(204)
  expect((await ask('/session', { 'Ascribe-Token': token }, 'POST')).status).toBe(401)
  expect((await ask('/rpc/notebooks/state', { 'Ascribe-Secret': `${secret}x` }, 'POST')).status).toBe(401)
  // What a browser sends to every port of an address is worth nothing here.
  const Cookie = `ascribe-secret=${secret}; Ascribe-Secret=${secret}`
  expect((await ask('/rpc/notebooks/state', { Cookie }, 'POST')).status).toBe(401)
})

it('makes another address when asked, and the one before is not good any more', async () => {
  const { ask, token, server } = await start()
  const other = new URL(server.newAddress()).searchParams.get('token') ?? ''
  expect((await ask('/session', { 'Ascribe-Token': token }, 'POST')).status).toBe(401)
  expect(await secretOf(ask, other)).toHaveLength(43)
})

it('refuses a foreign Host (DNS rebinding) and a foreign Origin, secret or not', async () => {
  const { ask, token, port } = await start()
  const headers = { 'Ascribe-Secret': await secretOf(ask, token) }
  expect((await ask('/', { ...headers, Host: `evil.example:${port}` })).status).toBe(403)
  expect((await ask('/', { ...headers, Host: '127.0.0.1' })).status).toBe(403)
  for (const Origin of [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
  ]) {
    expect((await ask('/rpc/notebooks/state', { ...headers, Origin }, 'POST')).status, Origin).toBe(403)
    expect((await ask('/session', { ...headers, Origin }, 'POST')).status, Origin).toBe(403)
  }
  const Origin = `http://127.0.0.1:${port}`
  expect((await ask('/rpc/notebooks/state', { ...headers, Origin }, 'POST')).status).toBe(200)
  expect((await ask('/', { ...headers, Host: `localhost:${port}` })).status).toBe(404)
})

it('gives a download to whoever has its ticket, once', async () => {
  const { ask, token, app, home } = await start()
  await app.create('Ferries', join(home, 'notebook'))
  await addArticle(plainBackend(app), 'The ferry sails at noon.')
  const headers = { 'Ascribe-Secret': await secretOf(ask, token), 'Content-Type': 'application/json' }
  const answer = await ask('/rpc/exports/run', headers, 'POST', '{"json":{}}')
  const [ticket = ''] = /\/files\/exports\/[\w-]{32}\.zip/.exec(answer.body) ?? []
  expect(ticket).not.toBe('')
  const zip = await ask(ticket)
  expect(zip.status).toBe(200)
  expect(zip.headers['content-disposition']).toContain('Ferries.zip')
  expect((await ask(ticket)).status).toBe(404)
})

it('refuses bodies and headers that are too large, in words', async () => {
  const { ask, token, port } = await start()
  const headers = { 'Ascribe-Secret': await secretOf(ask, token), 'Content-Type': 'application/json' }
  const large = await ask(
    '/rpc/articles/paste',
    { ...headers, 'Content-Length': String(97 << 20) },
    'POST',
    ' ',
  )
    .then(({ status, body }) => ({ status, body }))
    .catch(() => ({ status: 0, body: '' }))
  expect(large.status).toBe(413)
  expect(JSON.parse(large.body)).toMatchObject({
    json: { code: 'PROBLEM', data: { code: 'too-large', action: 'Do it with less at a time.' } },
  })
  const raw = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)
    })
    let text = ''
    socket.on('data', (data: Buffer) => (text += data.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', () => undefined)
  })
  expect(raw).toContain('431')
  expect(raw).toContain('may have 16384 bytes')
})

it('opens the browser without the token among the arguments of any process', async () => {
  const { server, home } = await start()
  const remove = await openBrowser(server.address, home)
  const [name = ''] = (await readdir(home)).filter((file) => file.startsWith('open-ascribe-'))
  const file = join(home, name)
  expect((await stat(file)).mode & 0o077).toBe(0)
  expect(await readFile(file, 'utf8')).toContain(server.address)
  await remove()
  expect((await readdir(home)).filter((file) => file.startsWith('open-ascribe-'))).toEqual([])
})

it('sends headers that keep the page to itself', async () => {
  const { ask, token } = await start()
  const headers = { 'Ascribe-Secret': await secretOf(ask, token) }
  const { headers: sent } = await ask('/rpc/notebooks/state', headers, 'POST')
  expect(sent['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(sent['content-security-policy']).not.toContain('unsafe')
  expect(sent['x-content-type-options']).toBe('nosniff')
  expect(sent['x-frame-options']).toBe('DENY')
  expect(sent['referrer-policy']).toBe('no-referrer')
})

it('serves nothing outside the folder of the window', async () => {
  const { ask } = await start()
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/x.json',
    '/%00.html',
    '/%E0%A4%A.html',
  ]) {
    expect((await ask(path)).status, path).toBeGreaterThanOrEqual(400)
  }
})
