import { asId } from '../../../src/core/records/base.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { hostChannels } from '../../../src/contract/host.ts'
import { linkTo, parseLink } from '../../../src/contract/link.ts'
import { root, temporaryFolder } from '../../support/ascribe.ts'

/** The built main process against a stand-in for Electron that notes what is asked of it. */
const main = join(root, 'out/main/index.js')
const preload = join(root, 'out/preload/index.cjs')

type Listener = (...args: unknown[]) => unknown
interface Recorded {
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  handlers: Map<string, (request: Request) => Promise<Response>>
  windows: {
    options: { webPreferences: Record<string, unknown> }
    loaded: string[]
    listeners: Map<string, Listener>
  }[]
  ipc: Map<string, Listener>
  permission?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
  opened: string[]
  menu: {
    label?: string
    role?: string
    submenu?: { label?: string; role?: string; accelerator?: string }[]
  }[]
  app: Map<string, Listener>
  switches: Map<string, string | undefined>
  session: Record<string, unknown>
  beforeRequest?: (details: { url: string }, answer: (what: { cancel: boolean }) => void) => void
  /** What listens to pages, whatever made them. */
  contents: Map<string, Listener>
  /** The schemes whose links the system is to bring here. */
  clients: unknown[][]
  sent: unknown[][]
}

const recorded: Recorded = {
  schemes: [],
  handlers: new Map(),
  windows: [],
  ipc: new Map(),
  opened: [],
  menu: [],
  app: new Map(),
  switches: new Map(),
  session: {},
  contents: new Map(),
  clients: [],
  sent: [],
}

function electronStub(home: string): Record<string, unknown> {
  class BrowserWindow {
    readonly record: Recorded['windows'][number]
    readonly webContents: object
    constructor(options: Recorded['windows'][number]['options']) {
      const record: Recorded['windows'][number] = { options, loaded: [], listeners: new Map() }
      this.record = record
      recorded.windows.push(record)
      BrowserWindow.all.push(this)
      this.webContents = {
        on: (name: string, listener: Listener) => record.listeners.set(name, listener),
        once: (name: string, listener: Listener) => {
          if (name === 'did-finish-load') queueMicrotask(() => void listener())
        },
        send: (...message: unknown[]) => void recorded.sent.push(message),
      }
    }
    isMinimized = (): boolean => false
    focus = (): void => undefined
    static readonly all: unknown[] = []
    static getAllWindows = (): unknown[] => BrowserWindow.all
    static getFocusedWindow = (): null => null
    once = (): void => undefined
    on = (name: string, listener: Listener): void => void this.record.listeners.set(name, listener)
    loadURL = async (url: string): Promise<void> => Promise.resolve(void this.record.loaded.push(url))
  }
  return {
    BrowserWindow,
    app: {
      requestSingleInstanceLock: () => true,
      isPackaged: true,
      commandLine: {
        appendSwitch: (name: string, value?: string) => recorded.switches.set(name, value),
      },
      whenReady: async () => Promise.resolve(),
      on: (name: string, listener: Listener) => {
        recorded.app.set(name, listener)
        // macOS tells of a link before the program is ready.
        if (name === 'open-url') listener({ preventDefault: () => undefined }, 'ascribe://nothing')
      },
      getPath: () => home,
      setAsDefaultProtocolClient: (...client: unknown[]) => void recorded.clients.push(client),
      quit: () => undefined,
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: Recorded['schemes']) => recorded.schemes.push(...schemes),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        recorded.handlers.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: NonNullable<Recorded['permission']>) =>
          (recorded.permission = handler),
        setPermissionCheckHandler: () => undefined,
        setDevicePermissionHandler: (handler: unknown) => (recorded.session['device'] = handler),
        setDisplayMediaRequestHandler: (handler: unknown) => (recorded.session['display'] = handler),
        setSpellCheckerEnabled: (is: boolean) => (recorded.session['spelling'] = is),
        webRequest: {
          onBeforeRequest: (handler: NonNullable<Recorded['beforeRequest']>) =>
            (recorded.beforeRequest = handler),
        },
      },
    },
    dialog: {
      showErrorBox: () => undefined,
      showOpenDialog: async () => Promise.resolve({ filePaths: [join(home, 'chosen')] }),
    },
    ipcMain: { handle: (channel: string, listener: Listener) => recorded.ipc.set(channel, listener) },
    shell: {
      openExternal: async (url: string) => Promise.resolve(void recorded.opened.push(url)),
      openPath: async () => Promise.resolve(''),
    },
    nativeTheme: { themeSource: 'system' },
    Menu: {
      buildFromTemplate: (template: Recorded['menu']) => template,
      setApplicationMenu: (menu: Recorded['menu']) => (recorded.menu = menu),
    },
  }
}

describe('the desktop shell', () => {
  const ours = { senderFrame: { url: 'ascribe://app/index.html' } }

  beforeAll(async () => {
    const folder = await temporaryFolder()
    process.env['ASCRIBE_HOME'] = folder.path
    const stub = electronStub(folder.path)
    Object.assign(globalThis, { electronStub: stub })
    const names = Object.keys(stub).map((name) => `export const ${name} = globalThis.electronStub.${name}`)
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'electron' ? { url: 'stub:electron', shortCircuit: true } : next(specifier, context),
      load: (url, context, next) =>
        url === 'stub:electron'
          ? { format: 'module', source: names.join('\n'), shortCircuit: true }
          : next(url, context),
    })
    // Not by import, which the test runner would resolve itself, past the hooks.
    createRequire(import.meta.url)(main)
    await vi.waitUntil(() => recorded.windows.length === 1, { timeout: 10_000 })
  })

  it('opens one locked-down window on its own scheme', () => {
    expect(recorded.schemes).toEqual([
      {
        scheme: 'ascribe',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ])
    const [window] = recorded.windows
    expect(window?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    })
    expect(String(window?.options.webPreferences['preload'])).toMatch(/preload[/\\]index\.cjs$/)
    expect(window?.loaded).toEqual(['ascribe://app/'])
  })

  it('answers the window’s page, calls and streams through the one handler', async () => {
    const handler = recorded.handlers.get('ascribe')
    const page = await handler?.(new Request('ascribe://app/'))
    expect(page?.status).toBe(200)
    expect(await page?.text()).toContain('<div id="app">')
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'")
    const call = async (path: string, json?: unknown): Promise<Response | undefined> =>
      handler?.(
        new Request(`ascribe://app/rpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json }),
        }),
      )
    expect(await (await call('notebooks/create', { title: 'In the shell' }))?.json()).toMatchObject({
      json: { notebook: { title: 'In the shell' } },
    })
    const controller = new AbortController()
    const stream = await handler?.(
      new Request('ascribe://app/rpc/changes', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
        signal: controller.signal,
      }),
    )
    const reader = stream?.body?.getReader()
    const frames: string[] = []
    const next = (async () => {
      while (!frames.join('').includes('history.addTag')) {
        const frame = await reader?.read()
        if (frame?.done !== false) return
        frames.push(new TextDecoder().decode(frame.value))
      }
    })()
    await expect.poll(() => frames.join('').includes('ready')).toBe(true)
    await call('tags/create', { name: 'Live' })
    await next
    expect(frames.join('')).toMatch(/history\.addTag.*Live/)
    controller.abort()
    const denied = await call('notebooks/open', { folder: '/somewhere/else' })
    expect(denied?.status).toBe(422)
    expect(await denied?.json()).toMatchObject({
      json: { message: expect.stringContaining('not chosen in a dialog') as string },
    })
  })

  /** A page that has just come to be. */
  const contents = (): { open: (details: { url: string }) => unknown; listeners: Map<string, Listener> } => {
    const listeners = new Map<string, Listener>()
    let open: (details: { url: string }) => unknown = () => undefined
    recorded.app.get('web-contents-created')?.(
      {},
      {
        setWindowOpenHandler: (handler: typeof open) => (open = handler),
        on: (name: string, listener: Listener) => listeners.set(name, listener),
      },
    )
    return { open, listeners }
  }

  it('denies permissions, other pages and new windows; web links go to the browser', () => {
    const answers: boolean[] = []
    for (const permission of ['media', 'geolocation', 'clipboard-read'])
      recorded.permission?.(null, permission, (granted) => answers.push(granted))
    recorded.permission?.(null, 'clipboard-sanitized-write', (granted) => answers.push(granted))
    expect(answers).toEqual([false, false, false, true])
    const guarded = contents()
    for (const url of [
      'https://news.example/a',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ascribe://other/',
    ]) {
      expect(guarded.open({ url })).toEqual({ action: 'deny' })
    }
    let prevented = 0
    const preventDefault = (): void => void (prevented += 1)
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      guarded.listeners.get(name)?.({ url: 'file:///etc/passwd', preventDefault })
      guarded.listeners.get(name)?.({ url: 'ascribe://app/#/claims', preventDefault })
    }
    expect(prevented).toBe(3)
    guarded.listeners.get('will-attach-webview')?.({ preventDefault })
    expect(prevented).toBe(4)
    expect(recorded.opened).toEqual(['https://news.example/a'])
  })

  it('asks nothing of the network or of devices, and looks nothing up', () => {
    const cancelled = (url: string): boolean => {
      let is = false
      recorded.beforeRequest?.({ url }, ({ cancel }) => (is = cancel))
      return is
    }
    for (const url of [
      'https://redirector.gvt1.com/edgedl/chrome/dict/en-us-10-1.bdic',
      'http://127.0.0.1:8080/',
      'ws://localhost/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'ascribe://other/',
      'devtools://devtools/bundled/inspector.html',
      'chrome-extension://abc/x.js',
    ])
      expect(cancelled(url), url).toBe(true)
    for (const url of [
      'ascribe://app/',
      'ascribe://app/rpc/changes',
      'data:image/png;base64,AA',
      'blob:ascribe://app/1',
    ])
      expect(cancelled(url), url).toBe(false)
    expect(recorded.session['spelling']).toBe(false)
    expect((recorded.session['device'] as () => boolean)()).toBe(false)
    const display: unknown[] = []
    ;(recorded.session['display'] as (request: null, answer: (what: unknown) => void) => void)(null, (what) =>
      display.push(what),
    )
    expect(display).toEqual([{}])
    expect(recorded.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    for (const name of ['disable-background-networking', 'disable-component-update', 'disable-breakpad'])
      expect(recorded.switches.has(name), name).toBe(true)
    // Nothing is said of crashes to anybody: the part of Electron that would is not asked for.
    expect(readFileSync(main, 'utf8')).not.toContain('crashReporter')
  })

  it('opens a notebook that is named as an argument, by its folder or its file, and nothing else', async () => {
    const open = async (argument: string): Promise<void> => {
      recorded.app.get('second-instance')?.({}, ['ascribe', argument], process.env['ASCRIBE_HOME'])
      await new Promise((resolve) => setImmediate(resolve))
    }
    const state = async (): Promise<string> => {
      const answer = await recorded.handlers.get('ascribe')?.(
        new Request('ascribe://app/rpc/notebooks/state', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        }),
      )
      const { json } = (await answer?.json()) as { json: { notebook: { title: string } | null } }
      return json.notebook?.title ?? ''
    }
    await recorded.handlers.get('ascribe')?.(
      new Request('ascribe://app/rpc/notebooks/create', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: { title: 'Another' } }),
      }),
    )
    await open('In the shell')
    await expect.poll(state).toBe('In the shell')
    await open('/etc')
    await open('--inspect')
    await open('Another/notebook.json')
    await expect.poll(state).toBe('Another')
    const dropped = recorded.ipc.get(hostChannels.openNotebook)
    expect(await dropped?.(ours, join(process.env['ASCRIBE_HOME'] ?? '', 'In the shell'))).toBe(true)
    await expect.poll(state).toBe('In the shell')
    expect(await dropped?.(ours, '/etc')).toBe(false)
  })

  it('reads chosen files one by one, each once', async () => {
    const chosen = join(process.env['ASCRIBE_HOME'] ?? '', 'chosen')
    writeFileSync(chosen, 'The text.')
    const [file] = (await recorded.ipc.get(hostChannels.openFiles)?.(ours)) as { id: string; name: string }[]
    expect(file?.name).toBe('chosen')
    const read = async (id: unknown): Promise<string> => {
      const answer = recorded.handlers.get('ascribe')?.(
        new Request('ascribe://app/rpc/articles/import', {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'ascribe://app' },
          body: JSON.stringify({ json: { files: [{ chosen: id }] } }),
        }),
      )
      return (await (await answer)?.text()) ?? ''
    }
    expect(await read(file?.id)).toContain('"type":"imported"')
    expect(await read(file?.id)).toContain('This file was not chosen.')
    expect(await read(chosen)).toContain('This file was not chosen.')
  })

  it('follows links to a place in a notebook that was opened before', async () => {
    expect(recorded.clients).toEqual([['ascribe']])
    const call = (path: string, json: object): Promise<Response> | undefined =>
      recorded.handlers.get('ascribe')?.(
        new Request(`ascribe://app/rpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'ascribe://app' },
          body: JSON.stringify({ json }),
        }),
      )
    const made = await call('notebooks/create', { title: 'Linked' })
    const { json } = (await made?.json()) as { json: { notebook: { id: string } | null } }
    const notebook = json.notebook?.id ?? ''
    const article = '0190a0b1-0000-7000-8000-000000000001'
    const highlight = '0190a0b1-0000-7000-8000-000000000002'
    const link = linkTo({ notebook: asId(notebook), article: asId(article), highlight: asId(highlight) })
    expect(parseLink(link)).toEqual({ notebook, article, highlight })
    await call('notebooks/close', {})
    recorded.app.get('second-instance')?.({}, ['ascribe', link], '/')
    await expect.poll(() => recorded.sent.length > 0).toBe(true)
    expect(recorded.sent.at(-1)).toEqual(['host:go', `/articles/${article}?highlight=${highlight}`])
    for (const other of [
      'ascribe://app/x',
      `ascribe://open/${notebook}/claims/${article}`,
      'https://x.example',
    ])
      expect(parseLink(other)).toBeNull()
  })

  it('answers the host calls of its own page only, and checks what it is given', async () => {
    expect([...recorded.ipc.keys()].sort()).toEqual(
      Object.values(hostChannels)
        .filter((name) => name !== hostChannels.menu && name !== hostChannels.go)
        .sort(),
    )
    const choose = recorded.ipc.get(hostChannels.chooseFolder)
    expect(() => choose?.({ senderFrame: { url: 'https://evil.example/' } }, 'export')).toThrow(
      'not our page',
    )
    await expect(choose?.(ours, 'anything')).rejects.toThrow()
    expect(await choose?.(ours, 'export')).toMatch(/chosen$/)
    expect(() => recorded.ipc.get(hostChannels.setTheme)?.(ours, 'neon')).toThrow()
  })

  it('has a native menu of what the window offers, with the usual roles', async () => {
    const words = {
      file: 'Datei',
      edit: 'Edit',
      go: 'Go',
      view: 'View',
      recent: 'Recent',
      none: 'None',
      articles: 'Artikel',
      allFiles: 'Alle Dateien',
    }
    const items = [
      { id: 'import', in: 'file', label: 'Import…', accelerator: 'CmdOrCtrl+O' },
      { id: 'go-claims', in: 'go', label: 'Claims' },
      { id: 'about', in: 'help', label: 'About Ascribe' },
    ]
    const set = recorded.ipc.get(hostChannels.setMenu)
    await set?.(ours, { words, items })
    const offered = recorded.menu.flatMap(({ submenu }) => submenu ?? [])
    expect(recorded.menu.map(({ label, role }) => label ?? role)).toEqual(
      expect.arrayContaining(['Datei', 'Edit', 'Go', 'View', 'windowMenu', 'help']),
    )
    expect(offered.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Import…', 'Claims', 'About Ascribe', 'Recent']),
    )
    expect(offered.map(({ accelerator }) => accelerator)).toContain('CmdOrCtrl+O')
    expect(() => set?.(ours, { words, items: [{ ...items[0], accelerator: 'Alt+F4' }] })).toThrow()
    expect(() => set?.(ours, { words, items: [{ ...items[0], in: 'appMenu' }] })).toThrow()
  })

  it('has the roles that only the system can do', () => {
    const roles = recorded.menu.flatMap(({ submenu }) => submenu ?? []).map(({ role }) => role)
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit']),
    )
    // Developers' tools are for developers.
    expect(roles).not.toContain('toggleDevTools')
  })
})

describe('the preload', () => {
  it('loads nothing but Electron and offers exactly the host', async () => {
    const sent: unknown[][] = []
    const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {}
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => (exposed[name] = api),
      },
      ipcRenderer: {
        invoke: async (...args: unknown[]) => Promise.resolve(sent.push(args)),
        on: () => undefined,
        off: () => undefined,
      },
    }
    Object.assign(electron, { webUtils: { getPathForFile: () => '/somewhere' } })
    const load = (name: string): unknown => {
      if (name !== 'electron') throw new Error(`the preload asked for ${name}`)
      return electron
    }
    runInNewContext(readFileSync(preload, 'utf8'), { require: load, module: { exports: {} }, exports: {} })
    expect(Object.keys(exposed)).toEqual(['host'])
    const host = exposed['host'] ?? {}
    expect(Object.keys(host).sort()).toEqual([
      'chooseFolder',
      'onGo',
      'onMenu',
      'openFiles',
      'openLink',
      'openNotebook',
      'setMenu',
      'setTheme',
      'showFolder',
    ])
    for (const name of [
      'openFiles',
      'openNotebook',
      'chooseFolder',
      'showFolder',
      'openLink',
      'setTheme',
      'setMenu',
    ] as const)
      await host[name]?.('x')
    expect(sent.map(([channel]) => channel).sort()).toEqual(
      Object.values(hostChannels)
        .filter((name) => name !== hostChannels.menu && name !== hostChannels.go)
        .sort(),
    )
  })
})
