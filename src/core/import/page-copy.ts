import type { PageCopy } from '../records/article.ts'
import { toEdtfDate } from './dates.ts'
import type { ImportedDocument, ImportedDocuments } from './importer.ts'
import { isWebAddress } from './values.ts'

/** How much of the beginning of a page is looked at for what made the copy, in UTF-16 code units. */
const beginning = 8_192

/**
 * Addresses of copies hold the moment and the address of the original: the Internet Archive and national archives (Memento’s URI-M,
 * RFC 7089, 4), archive.today.
 */
const addresses = [
  /^https?:\/\/[\w.-]+\/(?:[\w-]+\/){0,4}(?<day>(?:19|20)\d{6})\d{0,6}(?:[a-z]{2}_)?\/(?<original>https?:\/\/\S+)$/,
  /^https?:\/\/archive\.(?:today|ph|is|li|vn|fo|md)\/(?<day>\d{4}\.\d{2}\.\d{2})-\d{0,6}\/(?<original>https?:\/\/\S+)$/,
]
/** Google’s cache, and pages that its cache for phones holds. */
const caches = [
  /^https?:\/\/webcache\.googleusercontent\.com\/search\?q=cache:(?:[\w-]{8,20}:)?(?<original>[^\s+&]+)/,
  /^https?:\/\/(?:[\w-]+\.cdn\.ampproject\.org\/[cv]|(?:www\.)?google\.[a-z.]{2,6}\/amp)\/(?:s\/)?(?<original>[^\s#]+)/,
]

/** The address of what a copy was made of, and the copy; the address itself where it is of no copy. */
export function originalOf(address: string): { address: string; copy: PageCopy | null } {
  for (const form of addresses) {
    const { day = '', original } = form.exec(address)?.groups ?? {}
    const made = toEdtfDate(day.replaceAll('.', ''))
    if (original !== undefined && made !== null && isWebAddress(original))
      return { address: original, copy: { address, made } }
  }
  for (const form of caches) {
    const { original } = form.exec(address)?.groups ?? {}
    if (original === undefined) continue
    const whole = decoded(original)
    const found = /^https?:\/\//.test(whole) ? whole : `https://${whole}`
    if (isWebAddress(found)) return { address: found, copy: { address, made: null } }
  }
  return { address, copy: null }
}

/**
 * The copy that a page was read from, if it is one.
 * @param stated the addresses that the page and the user give, the surest first
 * @param source the page as text, for the comments that programs leave in it
 */
export function copyOf(stated: readonly string[], source: string): PageCopy | null {
  const start = source.slice(0, beginning)
  const kept = stated.flatMap((address) => originalOf(address).copy ?? [])[0]
  const made = kept?.made ?? dayIn(start)
  if (kept) return { address: kept.address, made }
  return made === null ? null : { address: null, made }
}

/** The day that SingleFile writes into what it saves, and Google’s cache above what it shows. */
function dayIn(start: string): string | null {
  const said =
    /<!--[\s\S]{0,400}?\bsaved date:\s*([^\n]{10,80})/i.exec(start)?.[1] ??
    /snapshot of the page as it appeared on ([\w ,]{8,24}\d{4})/i.exec(start)?.[1]
  return said === undefined ? null : toEdtfDate(said)
}

/** Articles of pages that were saved in a moment, unless they name their copy themselves. @param moment in any form of a date */
export async function* savedIn(
  moment: string | undefined,
  pages: ImportedDocuments,
): AsyncGenerator<ImportedDocument> {
  const made = moment === undefined ? null : toEdtfDate(moment)
  for await (const page of pages)
    yield { ...page, copy: page.copy ?? (made === null ? null : { address: null, made }) }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
