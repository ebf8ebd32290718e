import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getRawHeader, listPackage } from '@electron/asar'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { makeNotices, noticesFile } from '../../scripts/make-notices.ts'
import { threadUrl } from '../../src/storage/start-thread.ts'
import { root, temporaryFolder } from '../support/ascribe.ts'
import { makeElectronStandIn } from '../support/electron-stand-in.ts'

const run = promisify(execFile)
const shell = process.platform === 'win32'
const sha256 = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

/** Where engines (WebAssembly, language data) may be, and how large they may be together, in bytes. */
const engines = /\.(?:wasm|traineddata|gz)$/
const most = { program: 12_000_000, engines: 40_000_000 }

async function pack(into: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', into], {
    cwd: root,
    shell,
    maxBuffer: 1 << 26,
  })
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as { filename: string }[]
  return join(into, packed?.filename ?? '')
}

describe('the package without Electron', () => {
  let folder = ''
  let bin = ''
  const ascribe = async (...args: string[]): Promise<string> =>
    (
      await run(process.execPath, [bin, ...args], {
        env: { ...process.env, ASCRIBE_HOME: join(folder, 'home') },
        maxBuffer: 1 << 26,
      })
    ).stdout

  beforeAll(async () => {
    const temporary = await temporaryFolder()
    folder = temporary.path
    const tarball = await pack(folder)
    const prefix = join(folder, 'prefix')
    await run('npm', ['install', '--global', '--offline', '--prefix', prefix, tarball], {
      cwd: folder,
      shell,
    })
    bin = join(
      prefix,
      process.platform === 'win32' ? 'node_modules' : 'lib/node_modules',
      'ascribe/bin/ascribe.js',
    )
    return temporary.remove
  })

  it('has no dependencies, no source and no maps', async () => {
    const inside = join(bin, '../..')
    const names = await readdir(inside, { recursive: true })
    expect(names.filter((name) => /\.(?:ts|vue|map)$|node_modules/.test(name))).toEqual([])
    expect(await readFile(join(inside, 'resources/third-party-notices.txt'), 'utf8')).toContain(
      'markdown-it 15.0.3',
    )
  })

  it('does the main job anywhere', async () => {
    const notebook = join(folder, 'notebook')
    await ascribe('init', notebook, '--title', 'Installed')
    const article = join(folder, 'article.txt')
    await writeFile(article, 'The ferry sails at noon, the harbour master said.')
    const imported = JSON.parse(await ascribe('import', notebook, article, '--json')) as {
      id: string
    }[]
    const id = imported[0]?.id ?? ''
    await ascribe(
      'annotate',
      notebook,
      id,
      '--quote',
      'The ferry sails at noon',
      '--claim',
      'The ferry sails at noon',
    )
    const target = join(folder, 'export')
    await ascribe('export', notebook, target)
    expect(await readFile(join(target, 'index.md'), 'utf8')).toContain('The ferry sails at noon')
    expect(JSON.parse(await ascribe('check', notebook, '--json'))).toEqual({ findings: [] })

    const served = spawn(process.execPath, [bin, 'serve', notebook, '--no-open'], {
      env: { ...process.env, ASCRIBE_HOME: join(folder, 'home') },
    })
    onTestFinished(() => void served.kill('SIGKILL'))
    const address = await new Promise<string>((resolve) => {
      let output = ''
      served.stdout.on('data', (data: Buffer) => {
        output += data.toString()
        const found = /http:\/\/\S+/.exec(output)
        if (found) resolve(found[0])
      })
    })
    expect(await (await fetch(address)).text()).toContain('<div id="app">')
    const gone = new Promise((resolve) => served.once('exit', resolve))
    served.kill('SIGTERM')
    await gone
  })

  it('is the same, byte for byte, when it is packed again', async () => {
    const again = join(folder, 'again')
    await mkdir(again)
    const [first] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
    expect(await sha256(await pack(again))).toBe(await sha256(join(folder, first ?? '')))
  })
})

it('the licences of everything that is bundled are those of the lock file', async () => {
  const made = makeNotices()
  expect(await readFile(noticesFile, 'utf8')).toBe(made)
  for (const name of ['vue', 'zod', 'lowdb', 'hono', 'sigma', '@fontsource-variable/inter'])
    expect(made).toMatch(new RegExp(`^${name.replace('/', '\\/')} \\d`, 'm'))
  expect(made).not.toMatch(/^(?:typescript|eslint|vitest|electron-builder) \d/m)
})

describe('the desktop program', () => {
  const config = async (): Promise<Record<string, unknown>> =>
    parse(await readFile(join(root, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>

  it('has its fuses: it runs as nothing else, and only what is in its archive', async () => {
    expect((await config())['electronFuses']).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('is for all systems that people use, with their icons', async () => {
    const { linux, mac, win } = (await config()) as Record<string, { target: string[]; icon: string }>
    expect([linux?.target, mac?.target, win?.target]).toEqual([
      ['deb', 'rpm', 'flatpak', 'AppImage'],
      ['dmg'],
      ['nsis'],
    ])
    for (const icon of [linux?.icon, mac?.icon, win?.icon])
      expect(existsSync(join(root, 'resources', icon ?? '')), icon).toBe(true)
    for (const size of [16, 32, 48, 64, 128, 256, 512])
      expect(existsSync(join(root, `resources/icons/${size}x${size}.png`)), String(size)).toBe(true)
  })

  it('holds the built program and nothing else, the same twice, with threads where it looks for them', async () => {
    const temporary = await temporaryFolder()
    onTestFinished(temporary.remove)
    const { version } = JSON.parse(
      await readFile(join(root, 'node_modules/electron/package.json'), 'utf8'),
    ) as {
      version: string
    }
    await makeElectronStandIn(temporary.path, version)
    // They are set in the real binary, which a stand-in is not.
    const withoutFuses = join(temporary.path, 'electron-builder.json')
    const { ...others } = await config()
    delete others['electronFuses']
    await writeFile(withoutFuses, JSON.stringify(others))
    const build = async (name: string): Promise<string> => {
      const output = join(temporary.path, name)
      await run(
        process.execPath,
        [
          join(root, 'node_modules/electron-builder/cli.js'),
          '--dir',
          '--linux',
          `--config=${withoutFuses}`,
          `-c.electronDist=${join(temporary.path, 'dist')}`,
          `-c.directories.output=${output}`,
        ],
        { cwd: root, maxBuffer: 1 << 26 },
      )
      return join(output, 'linux-unpacked/resources')
    }
    const first = await build('first')
    await utimes(join(root, 'out/renderer/index.html'), new Date(), new Date())
    const second = await build('second')
    const archive = join(first, 'app.asar')
    expect(await sha256(archive)).toBe(await sha256(join(second, 'app.asar')))

    const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
    const files = names.filter((name) => /\.[a-z0-9]+$/i.test(name))
    expect(
      files.filter(
        (name) =>
          !/^\/(?:out\/(?:main|preload|renderer)\/|package\.json$|resources\/third-party-notices\.txt$)/.test(
            name,
          ),
      ),
    ).toEqual([])
    expect(files.filter((name) => /\.map$|\.ts$|\.vue$|node_modules|\/tests\//.test(name))).toEqual([])

    const unpacked = join(first, 'app.asar.unpacked')
    const sizes = await Promise.all(
      (await readdir(unpacked, { recursive: true })).map(async (name) => ({
        name,
        size: (await stat(join(unpacked, name))).size,
      })),
    )
    const engineFiles = sizes.filter(({ name }) => engines.test(name))
    const engineBytes = engineFiles.reduce((sum, { size }) => sum + size, 0)
    console.log(`engines: ${engineFiles.map(({ name, size }) => `${name} ${size}`).join(', ') || 'none'}`)
    expect(engineBytes).toBeLessThan(most.engines)
    const rest = sizes
      .filter(({ name }) => !engines.test(name) && /\.[a-z]+$/.test(name))
      .reduce((sum, { size }) => sum + size, 0)
    expect((await stat(archive)).size + rest - engineBytes).toBeLessThan(most.program)
    expect(getRawHeader(archive).headerString).toContain('"unpacked":true')

    // The program computes the paths of its threads from where its own code is, which is in the archive.
    for (const built of ['model-worker', 'task-worker']) {
      const url = threadUrl(`file:///opt/Ascribe/resources/app.asar/out/main/index.js`, './x.ts', built)
      expect(url.pathname).toBe(`/opt/Ascribe/resources/app.asar.unpacked/out/main/${built}.js`)
      expect(existsSync(join(unpacked, `out/main/${built}.js`))).toBe(true)
    }
    // What lies beside it says that these files are modules.
    expect(JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8'))).toMatchObject({
      type: 'module',
    })
  })
})
