import { app, session, type WebContents } from 'electron'
import { openLink, origin } from './origin.ts'

/** The window may put text on the clipboard when the user asks for it, and nothing else. */
const granted = 'clipboard-sanitized-write'

/** Whether this is the program as people install it, not a developer's. */
export const isInstalled = (): boolean => app.isPackaged

/**
 * What Chromium is told before it starts: it looks up no host, and talks to nobody by itself. Links are opened by the system's
 * browser, which is another program.
 */
export function restrictChromium(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'no-pings',
    'disable-breakpad',
  ])
    app.commandLine.appendSwitch(name)
}

/** Every page that comes to be, whatever made it: it goes nowhere, opens nothing and holds no other page. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (isOurs(event.url)) return
    event.preventDefault()
    openLink(event.url)
  })
  contents.on('will-redirect', keepHere)
  contents.on('will-frame-navigate', keepHere)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

function keepHere(event: { url: string; preventDefault: () => void }): void {
  if (!isOurs(event.url)) event.preventDefault()
}

const isOurs = (url: string): boolean => url.startsWith(`${origin}/`)

/** What the session of the window may do: ask the one handler, and nothing of the network or of the machine's devices. */
export function lockSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === granted),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === granted)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  // Its dictionaries would be fetched from a service of the network.
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }))
}

/** Requests of the window's own pages; those of developers' tools only where there are some. */
const isAllowed = (url: string): boolean =>
  isOurs(url) ||
  url.startsWith('data:') ||
  url.startsWith(`blob:${origin}/`) ||
  (!isInstalled() && (url.startsWith('devtools://') || url.startsWith('chrome-extension://')))
