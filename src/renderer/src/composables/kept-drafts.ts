/** What was typed, and what was saved when the typing began. */
export interface KeptDraft {
  text: string
  from: string
}

/**
 * Drafts on this machine. Each window keeps its own, under an id that it has until it is reloaded; it holds a lock of that name
 * as long as it lives. So what another window is typing is never taken for one's own, and what a window left behind that is gone
 * (closed, reloaded, crashed) is found by whoever opens the same field next.
 */
const prefix = 'ascribe.draft.'
const windowId: string = crypto.randomUUID()
const lockOf = (window: string): string => `ascribe.window.${window}`
const keyOf = (id: string, window = windowId): string => `${prefix}${window}.${id}`

void navigator.locks.request(lockOf(windowId), () => new Promise(() => undefined)).catch(() => undefined)

// The lock may be let go of a moment after the next page has begun: what one leaves behind is nobody's at once.
addEventListener('pagehide', () => {
  const heir = crypto.randomUUID()
  for (const key of Object.keys(localStorage)) {
    const text = localStorage.getItem(key)
    if (!key.startsWith(keyOf('')) || text === null) continue
    localStorage.removeItem(key)
    localStorage.setItem(keyOf(key.slice(keyOf('').length), heir), text)
  }
})

function read(key: string): KeptDraft | undefined {
  const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
  const [text, from]: unknown[] = Array.isArray(kept) ? kept : []
  return typeof text === 'string' && typeof from === 'string' ? { text, from } : undefined
}

export const keepDraft = (id: string, { text, from }: KeptDraft): void =>
  localStorage.setItem(keyOf(id), JSON.stringify([text, from]))
export const forgetDraft = (id: string): void => localStorage.removeItem(keyOf(id))
export const keptDraft = (id: string): KeptDraft | undefined => read(keyOf(id))

let adopting: Promise<unknown> = Promise.resolve()

/**
 * Makes a draft that a window left behind which is gone this window's own. One after another: a lock that another field holds just
 * now would look like one of a window that lives.
 */
export function adoptDraft(id: string, isWanted: () => boolean): Promise<KeptDraft | undefined> {
  const mine = adopting.then(() => adopt(id, isWanted))
  adopting = mine.catch(() => undefined)
  return mine
}

async function adopt(id: string, isWanted: () => boolean): Promise<KeptDraft | undefined> {
  for (const key of Object.keys(localStorage)) {
    const window = key.slice(prefix.length, prefix.length + windowId.length)
    if (window === windowId || key !== keyOf(id, window)) continue
    const found = await navigator.locks.request(lockOf(window), { ifAvailable: true }, (lock) => {
      const kept = lock && isWanted() ? read(key) : undefined
      if (!kept) return undefined
      keepDraft(id, kept)
      localStorage.removeItem(key)
      return kept
    })
    if (found) return found
  }
  return undefined
}
