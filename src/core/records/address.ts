import { withoutAtEnd } from '../text/scan.ts'

/** Parts of a query that tell where a reader came from, not what is read. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|mc_cid|mc_eid|igshid|cmpid|smid|ref|ref_src|source)$/i

/**
 * A web address as far as it tells articles apart: without protocol, `www.`, fragment, tracking and a slash at the end; null
 * for what is no web address, and for the front page of a site, which is the address of no article.
 */
export function comparableAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name)).sort()
  const path = withoutAtEnd(url.pathname, '/')
  if (path === '' && kept.length === 0) return null
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&')
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}`
}
