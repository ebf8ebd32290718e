import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { App } from '../backend/app.ts'
import { homeFolder } from '../backend/home.ts'
import { version } from '../backend/version.ts'
import { Problem } from '../core/problem.ts'
import { startServer } from './server.ts'

const windowFolder = resolve(import.meta.dirname, '../../out/renderer')

export interface RunOptions {
  notebook?: string | undefined
  port?: number
  open: boolean
  onReady: (address: string) => void
}

/**
 * Runs browser mode until it is told to stop (Ctrl+C, SIGTERM).
 * @throws Problem when the window is not built, the notebook cannot be opened, or the port is taken
 */
export async function runServer({ notebook, port = 0, open, onReady }: RunOptions): Promise<void> {
  if (!existsSync(join(windowFolder, 'index.html'))) {
    throw new Problem('unsupported', 'The window has not been built yet.', 'Run “npm run build” once.')
  }
  const app = new App({ version, home: homeFolder(), anyPath: true, stays: true })
  if (notebook !== undefined) await app.open(notebook)
  const server = await startServer({ app, port, windowFolder }).catch((error: unknown) => {
    throw new Problem('bad-input', `Port ${port} cannot be used.`, 'Leave --port out to take any free one.', {
      cause: error,
    })
  })
  onReady(server.address)
  if (open) openBrowser(server.address)
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  await server.close()
  await app.close()
}

/** Opens the default browser if there is one; the address was printed in any case. */
function openBrowser(address: string): void {
  const [command, args]: [string, string[]] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
