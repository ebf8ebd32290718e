import { serve } from '@hono/node-server'
import type { Duplex } from 'node:stream'
import type { App } from '../backend/app.ts'
import { createHandler } from '../backend/handler.ts'
import { staticFilesIn } from '../backend/program/static-files.ts'
import { createGuard, type Guard } from './guard.ts'

export interface Server {
  /** The address with its one-time token. */
  address: string
  /** Another one; the one before it is not good any more. */
  newAddress: () => string
  /** @param listener told when an address was used */
  onExchange: (listener: () => void) => void
  close: () => Promise<void>
}

/**
 * Serves the same window as the desktop program to a browser on this machine.
 * @param port 0 takes any free one
 * @param windowFolder the built window
 * @throws Error with code EADDRINUSE, EACCES
 */
export async function startServer({
  app,
  port,
  windowFolder,
}: {
  app: App
  port: number
  windowFolder: string
}): Promise<Server> {
  const handle = createHandler({ app, readStatic: staticFilesIn(windowFolder) })
  const guards: Guard[] = []
  const server = serve({
    // Nothing passes before the guard, which needs to know the port, is there.
    fetch: (request) => {
      const [guard] = guards
      return guard ? (guard.check(request) ?? handle(request)) : new Response(null, { status: 503 })
    },
    hostname: '127.0.0.1',
    port,
    serverOptions: { maxHeaderSize },
  })
  server.on('clientError', refuse)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The server listens at no port.')
  const actual = at.port
  const listeners: (() => void)[] = []
  const guard = createGuard(actual, () => listeners.forEach((listener) => listener()))
  guards.push(guard)
  return {
    address: guard.newAddress(),
    newAddress: guard.newAddress,
    onExchange: (listener) => void listeners.push(listener),
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** How large the headers of a request may be, in bytes. */
const maxHeaderSize = 16_384

/** Answers what is no request that can be read: too large headers, say. */
function refuse(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', `The headers of a request may have ${maxHeaderSize} bytes.`]
      : ['400 Bad Request', 'This is no request that Ascribe can read.']
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${message}\n`,
  )
}
