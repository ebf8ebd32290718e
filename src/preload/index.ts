import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Host } from '../contract/host.ts'

// A sandboxed preload is one file and loads nothing; the names are those of `hostChannels`, which a test compares.
const host: Host = {
  openFiles: () => ipcRenderer.invoke('host:open-files'),
  // Only what was really dropped has a path; the window cannot name one.
  openNotebook: (folder) => ipcRenderer.invoke('host:open-notebook', webUtils.getPathForFile(folder)),
  chooseFolder: (purpose) => ipcRenderer.invoke('host:choose-folder', purpose),
  showFolder: (folder) => ipcRenderer.invoke('host:show-folder', folder),
  openLink: (url) => ipcRenderer.invoke('host:open-link', url),
  setTheme: (theme) => ipcRenderer.invoke('host:set-theme', theme),
  setMenu: (menu) => ipcRenderer.invoke('host:set-menu', menu),
  onMenu: (listener) => {
    const receive = (_event: unknown, id: string): void => listener(id)
    ipcRenderer.on('host:menu', receive)
    return () => ipcRenderer.off('host:menu', receive)
  },
  onGo: (listener) => {
    const receive = (_event: unknown, path: string): void => listener(path)
    ipcRenderer.on('host:go', receive)
    return () => ipcRenderer.off('host:go', receive)
  },
}

contextBridge.exposeInMainWorld('host', host)
