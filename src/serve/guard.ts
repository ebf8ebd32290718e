import { randomBytes, timingSafeEqual } from 'node:crypto'
import { secretHeader, sessionPath, tokenHeader } from '../contract/session.ts'

/** Lets through only the windows that were given an address which this program printed, and those that they let in. */
export interface Guard {
  /** A new address, good for one exchange; the one before it is not good any more. */
  newAddress: () => string
  /** @returns the answer to a request that may not pass, or to one about the session; null lets it through */
  check: (request: Request) => Response | null
}

const random = (): string => randomBytes(32).toString('base64url')

function same(a: string | null, b: string): boolean {
  const left = Buffer.from(a ?? '')
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

const text = (status: 401 | 403, message: string): Response =>
  new Response(message, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })

/**
 * Guards a loopback server. The Host must be the loopback address (against DNS rebinding), a foreign Origin is refused (against
 * other sites in the same browser), and whatever reads or changes anything wants the secret of this run in a header. A cookie
 * would not do: browsers send one to every port of an address, so to every other program on this machine. The files of the
 * window say nothing and want no secret; downloads have tickets of their own.
 * @param onExchange told when an address was used
 */
export function createGuard(port: number, onExchange: () => void = () => undefined): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
  const secret = random()
  let token: string | null = null

  const hasSecret = (request: Request): boolean => same(request.headers.get(secretHeader), secret)

  /** The secret for a token; or whether a secret is still good. */
  const session = (request: Request): Response => {
    if (request.method === 'GET')
      return hasSecret(request)
        ? new Response(null, { status: 204 })
        : text(401, 'This secret is of another run.')
    if (request.method !== 'POST' || token === null || !same(request.headers.get(tokenHeader), token))
      return text(401, 'Each address that Ascribe prints works once.')
    token = null
    onExchange()
    return Response.json({ secret }, { headers: { 'Cache-Control': 'no-store' } })
  }

  return {
    newAddress() {
      token = random()
      return `http://127.0.0.1:${port}/?token=${token}`
    },
    check(request) {
      const { pathname } = new URL(request.url)
      if (!hosts.has(request.headers.get('host') ?? ''))
        return text(403, 'Ascribe answers on the loopback address only.')
      const origin = request.headers.get('origin')
      const isOurs =
        origin === null ||
        (origin.startsWith('http://') && URL.canParse(origin) && hosts.has(new URL(origin).host))
      if (!isOurs) return text(403, 'Another site may not use Ascribe.')
      if (pathname === sessionPath) return session(request)
      if (!pathname.startsWith('/rpc')) return null
      return hasSecret(request)
        ? null
        : text(401, 'Open Ascribe with the address that it printed when it started; each works once.')
    },
  }
}
