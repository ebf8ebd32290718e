import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const pageName = /^open-ascribe-[0-9a-f]{16}\.html$/

/**
 * Opens an address in the default browser. What a program is started with can be seen by every user of the machine, so the
 * browser is given a file that only this user can read, which leads on to the address. It lies in the folder of the
 * notebooks: browsers in a sandbox can read neither the folder for temporary files nor hidden ones.
 * @returns removes the file
 * @throws Error when it cannot be written
 */
export async function openBrowser(address: string, home: string): Promise<() => Promise<void>> {
  await removePages(home)
  const file = join(home, `open-ascribe-${randomBytes(8).toString('hex')}.html`)
  await mkdir(home, { recursive: true, mode: 0o700 })
  await writeFile(file, page(address), { flag: 'wx', mode: 0o600 })
  const target = pathToFileURL(file).href
  const [command, args]: [string, string[]] =
    process.platform === 'darwin'
      ? ['open', [target]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', target]]
        : ['xdg-open', [target]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  // Where there is no browser, the address was printed.
  child.on('error', () => undefined)
  child.unref()
  return () => rm(file, { force: true })
}

/** What an earlier run left: its addresses lead nowhere any more. */
async function removePages(home: string): Promise<void> {
  const names = await readdir(home).catch(() => [])
  for (const name of names)
    if (pageName.test(name)) await rm(join(home, name), { force: true }).catch(() => undefined)
}

const page = (address: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>Ascribe</title>\n`
