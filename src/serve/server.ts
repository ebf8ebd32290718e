import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import type { App } from '../backend/app.ts'
import { createHandler } from '../backend/handler.ts'
import { staticFilesIn } from '../backend/static-files.ts'
import { createGuard, type Guard } from './guard.ts'

export interface Server {
  /** The address with its one-time token. */
  address: string
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
  })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const actual = (server.address() as AddressInfo).port
  const guard = createGuard(actual)
  guards.push(guard)
  return {
    address: `http://127.0.0.1:${actual}/?token=${guard.token}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
