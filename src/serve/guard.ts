import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Lets through only the browser that was given the printed address. */
export interface Guard {
  /** The token of the printed address; good for one exchange. */
  token: string
  /** @returns the answer to a request that may not pass, or to the exchange of the token; null lets it through */
  check: (request: Request) => Response | null
}

const secret = (): string => randomBytes(32).toString('base64url')

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

const refuse = (status: 401 | 403, message: string): Response =>
  new Response(message, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })

/**
 * Guards a loopback server: the Host must be the loopback address (against DNS rebinding), a foreign Origin is refused
 * (against other sites in the same browser), and every path asks for the session cookie.
 */
export function createGuard(port: number): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
  const cookieName = `ascribe-${port}`
  const session = secret()
  const token = secret()
  let isUsed = false

  const hasSession = (request: Request): boolean =>
    (request.headers.get('cookie') ?? '')
      .split(';')
      .map((part) => part.trim())
      .some((part) => same(part, `${cookieName}=${session}`))

  const exchange = (given: string): Response | null => {
    if (isUsed || !same(given, token)) return null
    isUsed = true
    const cookie = `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
    return new Response(null, {
      status: 303,
      headers: { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' },
    })
  }

  return {
    token,
    check(request) {
      const url = new URL(request.url)
      if (!hosts.has(request.headers.get('host') ?? ''))
        return refuse(403, 'Ascribe answers on the loopback address only.')
      const origin = request.headers.get('origin')
      if (
        origin !== null &&
        !(URL.canParse(origin) && hosts.has(new URL(origin).host) && origin.startsWith('http://'))
      ) {
        return refuse(403, 'Another site may not use Ascribe.')
      }
      const given = url.searchParams.get('token')
      if (hasSession(request)) {
        return given === null ? null : new Response(null, { status: 303, headers: { Location: '/' } })
      }
      const exchanged =
        given !== null && request.method === 'GET' && url.pathname === '/' ? exchange(given) : null
      return (
        exchanged ??
        refuse(401, 'Open Ascribe with the address that it printed when it started; each works once.')
      )
    },
  }
}
