import { BrowserWindow, dialog } from 'electron'
import type { App } from '../backend/app.ts'
import { hostChannels } from '../contract/host.ts'
import { parseLink, pathOf } from '../contract/link.ts'
import type { Opening } from './opening.ts'
import { toReport } from '../backend/program/problems.ts'

/** Opens the notebook that a link leads to, and shows the place; or the notebook in a folder that the user named. */
export async function follow(backend: App, opening: Opening): Promise<void> {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  try {
    if ('folder' in opening) {
      backend.grant(opening.folder)
      await backend.open(opening.folder)
      return
    }
    const place = parseLink(opening.link)
    if (place === null) return
    await backend.openById(place.notebook)
    window.webContents.send(hostChannels.go, pathOf(place))
  } catch (error) {
    const { message, action } = toReport(error)
    dialog.showErrorBox(message, action ?? '')
  }
}
