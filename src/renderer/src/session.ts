import { secretHeader, sessionPath, tokenHeader } from '../../contract/session.ts'
import { host } from './host.ts'

const key = 'ascribe-secret'
/** How long other tabs may take to let this one in, in milliseconds: one in the background is slow. */
const patience = 1_500

type Message = { type: 'asks' } | { type: 'lets-in'; secret: string }

let secret: string | null = null

/** What every call is sent with. */
export const sessionHeaders = (): Record<string, string> =>
  secret === null ? {} : { [secretHeader]: secret }

/**
 * Gets this tab the right to ask, in browser mode: by the token of its address, by what it had before it was loaded again, or
 * from another tab. Lets further tabs in from then on.
 * @returns whether it has it
 */
export async function beginSession(): Promise<boolean> {
  // The desktop window has a scheme of its own, which no other program can use.
  if (host !== null) return true
  secret = (await byToken()) ?? (await byMemory()) ?? (await fromOtherTab())
  if (secret === null) return false
  sessionStorage.setItem(key, secret)
  const channel = new BroadcastChannel(key)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'asks' && secret !== null)
      channel.postMessage({ type: 'lets-in', secret } satisfies Message)
  }
  return true
}

/** Goes on asking other tabs for the right to ask, and begins anew when one gives it. */
export async function keepAsking(): Promise<void> {
  let given: string | null = null
  while (given === null) given = await fromOtherTab()
  sessionStorage.setItem(key, given)
  location.reload()
}

/** The token leaves the address at once: it is not for the history of the browser. */
async function byToken(): Promise<string | null> {
  const url = new URL(location.href)
  const token = url.searchParams.get('token')
  if (token === null) return null
  url.searchParams.delete('token')
  history.replaceState(history.state, '', url)
  const answer = await fetch(sessionPath, { method: 'POST', headers: { [tokenHeader]: token } })
  if (!answer.ok) return null
  const given: unknown = await answer.json()
  const isGiven = typeof given === 'object' && given !== null && 'secret' in given
  return isGiven && typeof given.secret === 'string' ? given.secret : null
}

async function byMemory(): Promise<string | null> {
  const kept = sessionStorage.getItem(key)
  return kept !== null && (await isGood(kept)) ? kept : null
}

const isGood = async (candidate: string): Promise<boolean> =>
  (await fetch(sessionPath, { headers: { [secretHeader]: candidate } })).ok

function fromOtherTab(): Promise<string | null> {
  const channel = new BroadcastChannel(key)
  return new Promise((resolve) => {
    const end = (found: string | null): void => {
      clearTimeout(timer)
      channel.close()
      resolve(found)
    }
    const timer = setTimeout(() => end(null), patience)
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type !== 'lets-in') return
      const { secret: offered } = data
      void isGood(offered).then((good) => (good ? end(offered) : undefined))
    }
    channel.postMessage({ type: 'asks' } satisfies Message)
  })
}
