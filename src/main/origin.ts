import { shell } from 'electron'

export const scheme = 'ascribe'
/** Where the window's pages come from. */
export const origin = `${scheme}://app`

/** Opens an address in the user's browser, if it is one of the web or of mail. */
export function openLink(url: string): void {
  if (!URL.canParse(url)) return
  if (['https:', 'http:', 'mailto:'].includes(new URL(url).protocol)) void shell.openExternal(url)
}
