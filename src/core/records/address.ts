import { withoutAtEnd } from '../text/scan.ts'

/** Parts of a query that tell where a reader came from, not what is read. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|smid|ref|ref_src|source|share|guccounter)$/i
/** Parts of a query that ask for another setting of the same article: for phones, for printers, quick ones. */
const setting = /^(?:amp|print|printable|m|mobile|output(?:type)?|view|layout|page_view)$/i
const settings = /^(?:1|true|yes|amp|print|printable|mobile|amphtml|standard)?$/i
/** Names of hosts that serve the same for phones. */
const forPhones = /^(?:www\d?|m|mobile|mobil|amp|wap|touch)$/i

/**
 * A web address as far as it tells articles apart: without protocol, `www.`, fragment, tracking, the parts that ask for another
 * setting (phones, AMP, printing) and a slash at the end; null for what is no web address, and for the front page of a site, which is
 * the address of no article.
 */
export function comparableAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const kept = [...url.searchParams]
    .filter(([name, value]) => !tracking.test(name) && !(setting.test(name) && settings.test(value)))
    .sort()
  const path = comparablePath(url.pathname)
  if (path === '' && kept.length === 0) return null
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&')
  return `${comparableHost(url.host)}${path}${query === '' ? '' : `?${query}`}`
}

/** Without the parts of a name that say for which device it is; two parts always stay. */
function comparableHost(host: string): string {
  const parts = host.split('.')
  return parts.filter((part, at) => at >= parts.length - 2 || !forPhones.test(part)).join('.')
}

function comparablePath(path: string): string {
  const plain = withoutAtEnd(path, '/')
    .replace(/^\/(?:amp|print)(?=\/)/i, '')
    .replace(/\/(?:amp|amp\.html?|print|druck|imprimer|print\.html?|index\.(?:html?|php))$/i, '')
  return withoutAtEnd(plain.replace(/(?:\.amp|[-_.]amp|[-_.]print)(?=\.html?$)|\.amp$/i, ''), '/')
}
