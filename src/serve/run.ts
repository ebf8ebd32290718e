import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { App } from '../backend/app.ts'
import { noteUncaught } from '../backend/program/defect-log.ts'
import { homeFolder } from '../backend/program/home.ts'
import { version } from '../backend/program/version.ts'
import { problem } from '../core/problem.ts'
import { openBrowser } from './open-browser.ts'
import { startServer } from './server.ts'

/** A browser keeps what it keeps by the port, too: how this person likes the window stays from one start to the next. */
const usualPort = 47_817
const windowFolder = resolve(import.meta.dirname, '../../out/renderer')

export interface RunOptions {
  notebook?: string | undefined
  /** Without one: the usual one, or any free one where that is taken. */
  port?: number | undefined
  open: boolean
  onReady: (address: string) => void
  /** Told of a further address, for which the user asked. */
  onAddress: (address: string) => void
}

/**
 * Runs browser mode until it is told to stop (Ctrl+C, SIGTERM).
 * @throws Problem when the window is not built, the notebook cannot be opened, or the port is taken
 */
export async function runServer({ notebook, port, open, onReady, onAddress }: RunOptions): Promise<void> {
  if (!existsSync(join(windowFolder, 'index.html'))) {
    throw problem('unsupported', 'windowNotBuilt', {})
  }
  const app = new App({ version, home: homeFolder(), anyPath: true, stays: true })
  noteUncaught(app.defects, 'server')
  app.defects.onNoted = () => process.stderr.write(`A defect was noted in ${app.defects.path}\n`)
  if (notebook !== undefined) await app.open(notebook)
  else void app.reopen()
  const server = await startServer({ app, port: port ?? usualPort, windowFolder }).catch((error: unknown) => {
    if (port === undefined) return startServer({ app, port: 0, windowFolder })
    throw problem('bad-input', 'portTaken', { port }, { cause: error })
  })
  onReady(server.address)
  const removePage = open ? await openBrowser(server.address, app.options.home).catch(() => null) : null
  server.onExchange(() => void removePage?.())
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null
  lines?.on('line', () => onAddress(server.newAddress()))
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  lines?.close()
  await removePage?.()
  await server.close()
  await app.close()
}
