import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { App } from '../backend/app.ts'
import { hostChannels, type ShellMenu } from '../contract/host.ts'

type Entry = MenuItemConstructorOptions

/** Until the window has said what it can do, in its language. */
const before: ShellMenu = {
  words: {
    file: 'File',
    edit: 'Edit',
    go: 'Go',
    view: 'View',
    recent: 'Recent notebooks',
    none: 'None',
    articles: 'Articles',
    allFiles: 'All files',
  },
  items: [],
}

/** The native menu: what the window offers, and what only the system does. Recent notebooks are brought up to date. */
export class ShellMenuBar {
  readonly #backend: App
  #menu = before

  constructor(backend: App) {
    this.#backend = backend
    backend.on('event', (event) => {
      if (event.type === 'switched') void this.#build()
    })
    void this.#build()
  }

  /** What things are called, in the language of the window. */
  get words(): ShellMenu['words'] {
    return this.#menu.words
  }

  /** Puts in what the window offers. */
  set(menu: ShellMenu): Promise<void> {
    this.#menu = menu
    return this.#build()
  }

  async #build(): Promise<void> {
    const { recent } = await this.#backend.state()
    const entries = recent.map(({ folder, title }) => ({
      label: title,
      // The window shows what is wrong with it.
      click: () => void this.#backend.open(folder).catch(() => tell('open-notebook')),
    }))
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(this.#menu, entries)))
  }
}

function tell(id: string): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(hostChannels.menu, id)
}

function template({ words, items }: ShellMenu, recent: Entry[]): Entry[] {
  const isMac = process.platform === 'darwin'
  const of = (part: ShellMenu['items'][number]['in']): Entry[] =>
    items
      .filter((item) => item.in === part)
      .map(({ id, label, accelerator }) => ({
        label,
        click: () => tell(id),
        ...(accelerator === undefined ? {} : { accelerator }),
      }))
  const none: Entry[] = [{ label: words.none, enabled: false }]
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.file,
      submenu: [
        ...of('file'),
        { type: 'separator' },
        { label: words.recent, submenu: recent.length > 0 ? recent : none },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        // In text fields. Outside of them the window takes Ctrl+Z and Ctrl+Shift+Z before the menu does.
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        ...of('edit'),
      ],
    },
    { label: words.go, submenu: of('go') },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        // For developers only: what is typed there runs with the rights of the window.
        ...(app.isPackaged ? [] : [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: of('help') },
  ]
}
