import { join } from 'node:path'
import { app, BrowserWindow, dialog, protocol, session } from 'electron'
import { App } from '../backend/app.ts'
import { createHandler } from '../backend/handler.ts'
import { homeFolder } from '../backend/home.ts'
import { missingSqlite } from '../backend/sqlite.ts'
import { staticFilesIn } from '../backend/static-files.ts'
import { version } from '../backend/version.ts'
import { answerHost } from './host-calls.ts'
import { installMenu } from './menu.ts'
import { openLink, origin, scheme } from './origin.ts'
import { rememberedBounds, rememberBounds } from './window-state.ts'

protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

let backend: App | null = null

function createWindow(): void {
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
}

function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
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
  createWindow()
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow)
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
