import { join } from 'node:path'
import { app, BrowserWindow, dialog, protocol, session } from 'electron'
import { App } from '../backend/app.ts'
import { createHandler } from '../backend/handler.ts'
import { homeFolder } from '../backend/home.ts'
import { missingSqlite } from '../backend/sqlite.ts'
import { staticFilesIn } from '../backend/static-files.ts'
import { version } from '../backend/version.ts'
import { answerHost } from './host-calls.ts'
import { follow, linkAmong, takeLinks } from './links.ts'
import { installMenu } from './menu.ts'
import { openLink, origin, scheme } from './origin.ts'
import { rememberedBounds, rememberBounds } from './window-state.ts'

protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

let backend: App | null = null

function createWindow(): BrowserWindow {
  const bounds = rememberedBounds(app.getPath('userData'))
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: true,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberBounds(app.getPath('userData'), window.getNormalBounds()))
  window.webContents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event) => {
    if (event.url.startsWith(`${origin}/`)) return
    event.preventDefault()
    openLink(event.url)
  })
  void window.loadURL(`${origin}/`)
  return window
}

/** The window may put text on the clipboard when the user asks for it, and nothing else. */
const granted = 'clipboard-sanitized-write'

function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === granted),
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === granted)
}

async function start(): Promise<void> {
  const missing = await missingSqlite()
  if (missing !== undefined) {
    dialog.showErrorBox('Ascribe cannot start', missing)
    app.quit()
    return
  }
  backend = new App({
    version,
    home: homeFolder(app.getPath('documents')),
    anyPath: false,
    stays: true,
  })
  const readStatic = staticFilesIn(join(import.meta.dirname, '../renderer'))
  protocol.handle(scheme, createHandler({ app: backend, readStatic }))
  denyPermissions()
  answerHost(backend)
  installMenu(backend)
  takeLinks()
  const window = createWindow()
  const link = linkAmong(process.argv)
  if (link !== undefined) window.webContents.once('did-finish-load', () => followed(link))
}

function followed(link: string): void {
  focusWindow()
  if (backend) void follow(backend, link)
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args) => {
    const link = linkAmong(args)
    if (link === undefined) focusWindow()
    else followed(link)
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    followed(link)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) createWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed || !backend) return
    event.preventDefault()
    isClosed = true
    // The notebook writes its documents before the program goes.
    void backend.close().finally(() => app.quit())
  })
  void app.whenReady().then(start)
} else app.quit()
