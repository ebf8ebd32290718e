import { app, BrowserWindow, dialog } from 'electron'
import type { App } from '../backend/app.ts'
import { hostChannels } from '../contract/host.ts'
import { parseLink, pathOf } from '../contract/link.ts'
import { toReport } from '../backend/problems.ts'
import { scheme } from './origin.ts'

/** The link to a place in a notebook among the arguments of the program, if there is one. */
export const linkAmong = (args: readonly string[]): string | undefined =>
  args.find((argument) => parseLink(argument) !== null)

/** Asks the system to bring `ascribe://` links to this program. */
export function takeLinks(): void {
  app.setAsDefaultProtocolClient(scheme)
}

/** Opens the notebook that a link leads to, and shows the place. */
export async function follow(backend: App, link: string): Promise<void> {
  const place = parseLink(link)
  const [window] = BrowserWindow.getAllWindows()
  if (place === null || !window) return
  try {
    await backend.openById(place.notebook)
    window.webContents.send(hostChannels.go, pathOf(place))
  } catch (error) {
    const { message, action } = toReport(error)
    dialog.showErrorBox(message, action ?? '')
  }
}
