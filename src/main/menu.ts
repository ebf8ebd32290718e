import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { App } from '../backend/app.ts'
import { hostChannels, type MenuCommand } from '../contract/host.ts'

function tell(command: MenuCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(hostChannels.menu, command)
}

const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
  label,
  click: () => tell(command),
  ...(accelerator === undefined ? {} : { accelerator }),
})

/** The native menu; recent notebooks are brought up to date when another is opened. */
export function installMenu(backend: App): void {
  const build = async (): Promise<void> => {
    const { recent } = await backend.state()
    const recentItems = recent.map(({ folder, title }) => ({
      label: title,
      click: () => void backend.open(folder).catch(() => tell('close-notebook')),
    }))
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(recentItems)))
  }
  backend.on('event', (event) => {
    if (event.type === 'switched') void build()
  })
  void build()
}

function template(recent: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        item('Import…', 'import', 'CmdOrCtrl+O'),
        item('Import from text…', 'paste', 'CmdOrCtrl+Shift+V'),
        item('Export…', 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        {
          label: 'Recent notebooks',
          submenu: recent.length > 0 ? recent : [{ label: 'None', enabled: false }],
        },
        item('Close notebook', 'close-notebook'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        // In text fields. Outside of them the window takes Ctrl+Z and Ctrl+Shift+Z before the menu does.
        { role: 'undo' },
        { role: 'redo' },
        item('Undo in the notebook', 'undo'),
        item('Redo in the notebook', 'redo'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'Go',
      submenu: [
        item('Library', 'library'),
        item('Claims', 'claims'),
        item('Sources', 'sources'),
        item('Tags', 'tags'),
        { type: 'separator' },
        { ...item('Search and commands…', 'palette', 'CmdOrCtrl+K'), registerAccelerator: false },
      ],
    },
    {
      label: 'View',
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
    { role: 'help', submenu: [item('Keyboard shortcuts', 'shortcuts'), item('About Ascribe', 'about')] },
  ]
}
