import type { Host } from '../../contract/host.ts'

declare global {
  interface Window {
    host?: Host
  }
}

/** The desktop shell, or null in browser mode; the only way from here to it. */
export const host: Host | null = window.host ?? null

/** Opens a web address in the user's browser. */
export function openLink(url: string): void {
  if (host) void host.openLink(url)
  else window.open(url, '_blank', 'noopener,noreferrer')
}
