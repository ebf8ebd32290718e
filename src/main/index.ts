import { join } from 'node:path'
import { app, BrowserWindow, dialog, protocol } from 'electron'
import { App } from '../backend/app.ts'
import { noteUncaught, type DefectLog } from '../backend/program/defect-log.ts'
import { createHandler } from '../backend/handler.ts'
import { homeFolder } from '../backend/program/home.ts'
import { missingSqlite } from '../backend/program/sqlite.ts'
import { staticFilesIn } from '../backend/program/static-files.ts'
import { version } from '../backend/program/version.ts'
import { answerHost } from './host-calls.ts'
import { follow } from './links.ts'
import { guardContents, isInstalled, lockSession, restrictChromium } from './lockdown.ts'
import { notebookAt, openingAmong, takeLinks, type Opening } from './opening.ts'
import { ShellMenuBar } from './menu.ts'
import { origin, scheme } from './origin.ts'
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
      spellcheck: false,
      webviewTag: false,
      devTools: !isInstalled(),
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberBounds(app.getPath('userData'), window.getNormalBounds()))
  void window.loadURL(`${origin}/`)
  return window
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
  watchDefects(backend.defects)
  const readStatic = staticFilesIn(join(import.meta.dirname, '../renderer'))
  protocol.handle(scheme, createHandler({ app: backend, readStatic }))
  lockSession()
  answerHost(backend, new ShellMenuBar(backend))
  takeLinks()
  const first = waiting ?? openingAmong(process.argv, process.cwd())
  if (first === undefined) void backend.reopen()
  const window = createWindow()
  window.webContents.once('did-finish-load', () => {
    isShown = true
    const opening = waiting ?? first
    if (opening) followed(opening)
  })
}

/** What ends the program or one of its processes is noted first. */
function watchDefects(defects: DefectLog): void {
  noteUncaught(defects, 'shell')
  // The shell goes on after one, where Node would end.
  process.on('unhandledRejection', (error) => {
    defects.note('shell', error)
  })
  app.on('render-process-gone', (_event, _contents, { reason }) => defects.note(`window ${reason}`, null))
  app.on('child-process-gone', (_event, { type, reason }) => defects.note(`${type} ${reason}`, null))
}

/** What came before there was a window; macOS tells of links and files even before the program is ready. */
let waiting: Opening | undefined
let isShown = false

function followed(opening: Opening): void {
  if (!backend || !isShown) {
    waiting = opening
    return
  }
  focusWindow()
  void follow(backend, opening)
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

if (app.requestSingleInstanceLock()) {
  restrictChromium()
  guardContents()
  app.on('second-instance', (_event, args, workingFolder) => {
    const opening = openingAmong(args, workingFolder)
    if (opening === undefined) focusWindow()
    else followed(opening)
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    followed({ link })
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    const folder = notebookAt(path)
    if (folder !== undefined) followed({ folder })
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
