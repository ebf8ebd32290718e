import { problem, Problem } from '../../problem.ts'
import { said } from '../../words/say.ts'
import { charsetIn, encodingStated } from '../decode.ts'
import { openArchive } from '../archive.ts'
import { maximumBytes } from '../check-size.ts'
import { joined } from '../joined.ts'
import type { ImportedDocument, Importer, ImportTask } from '../importer.ts'
import { savedIn } from '../page-copy.ts'

/** More than somebody reads; who wants another part of a crawl takes it out of it first. */
const mostPages = 300

/** Pages as they came over the network, one after another (WARC, ISO 28500), as crawlers and browser extensions keep them. */
export const warc: Importer = {
  format: 'warc',
  noun: {
    en: 'a crawl of web pages (WARC)',
    de: 'ein Abzug von Webseiten (WARC)',
    ar: 'حصاد صفحات ويب (WARC)',
  },
  extensions: ['warc'],
  mediaTypes: ['application/warc'],
  holdsMany: true,
  sniff: ({ text }) => (text.startsWith('WARC/') ? 0.95 : 0),
  async *read({ bytes, fileName }, task) {
    yield* pagesAmong([...recordsIn(bytes)], fileName, task)
  },
}

/** The same, packed with a list of the pages that were looked at (WACZ 1.1): only those are taken. */
export const wacz: Importer = {
  format: 'wacz',
  noun: {
    en: 'a crawl of web pages (WACZ)',
    de: 'ein Abzug von Webseiten (WACZ)',
    ar: 'حصاد صفحات ويب (WACZ)',
  },
  extensions: ['wacz'],
  mediaTypes: ['application/wacz'],
  holdsMany: true,
  sniff: ({ text }) =>
    text.startsWith('PK') && /datapackage\.json|archive\/[^\0]{1,80}\.warc/.test(text) ? 0.95 : 0,
  async *read({ bytes, fileName }, task) {
    const archive = openArchive(bytes)
    const wanted = pagesLooked(archive.text('pages/pages.jsonl') ?? '')
    const pages: Page[] = []
    for (const name of archive.names.filter((one) => /^archive\/.*\.warc(?:\.gz)?$/.test(one))) {
      const packed = archive.bytes(name) ?? new Uint8Array()
      const records = name.endsWith('.gz') ? await task.engines.gunzip(packed, maximumBytes) : packed
      for (const page of recordsIn(records))
        if (wanted.size === 0 || wanted.has(comparable(page.url))) pages.push(page)
    }
    yield* pagesAmong(pages, fileName, task)
  },
}

interface Page {
  url: string
  /** When it was answered; as the file has it. */
  saved: string | undefined
  bytes: Uint8Array
  type: string
  /** Whether it is packed in a way that is not opened here. */
  isPacked?: boolean
}

async function* pagesAmong(
  pages: readonly Page[],
  name: string,
  { readInner, progress }: ImportTask,
): AsyncGenerator<ImportedDocument> {
  if (pages.length > mostPages)
    throw problem('too-large', 'moreThanAnyArticle', { most: String(mostPages), what: 'pages' })
  let last: ImportedDocument | undefined
  let leftOut = 0
  for (const [at, page] of pages.entries()) {
    progress(at, pages.length)
    if (page.isPacked === true) {
      leftOut += 1
      continue
    }
    try {
      const input = {
        bytes: page.bytes,
        fileName: 'page.html',
        mediaType: page.type,
        given: { url: page.url },
        encoding: encodingStated(page.bytes, charsetIn(page.type)),
      }
      for await (const one of savedIn(page.saved, readInner(input))) {
        if (last) yield last
        last = one
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      leftOut += 1
    }
  }
  if (!last) throw problem('nothing-to-read', 'nothingToRead', { name })
  if (leftOut > 0) last.warnings.push(said('warnings.pagesLeftOut', { count: leftOut }))
  yield last
}

const decoder = new TextDecoder('latin1')

/** The pages of HTML that were answered. */
function* recordsIn(bytes: Uint8Array): Generator<Page> {
  let at = 0
  while (at < bytes.length) {
    const head = headersAt(bytes, at)
    const length = Number(head?.fields.get('content-length') ?? Number.NaN)
    if (!head?.first.startsWith('WARC/') || !Number.isInteger(length) || length < 0) {
      // What is damaged is read over.
      at = nextRecord(bytes, at + 1)
      continue
    }
    const end = Math.min(bytes.length, head.end + length)
    const url = (head.fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
    const saved = head.fields.get('warc-date')
    const content = bytes.subarray(head.end, end)
    if (/^https?:/.test(url)) {
      const type = head.fields.get('content-type') ?? ''
      const kind = head.fields.get('warc-type')
      const isPage = kind === 'resource' && /html/i.test(type)
      const page =
        kind === 'response'
          ? answerIn(content, url, saved)
          : isPage
            ? { url, saved, type, bytes: content }
            : undefined
      if (page) yield page
    }
    at = end
    while (at < bytes.length && (bytes[at] === 0x0d || bytes[at] === 0x0a)) at += 1
  }
}

/** Where the next record begins, in bytes; the end where there is none. */
function nextRecord(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x0a, from); at !== -1; at = bytes.indexOf(0x0a, at + 1))
    if (decoder.decode(bytes.subarray(at + 1, at + 6)) === 'WARC/') return at + 1
  return bytes.length
}

/** What a server answered, when it is a page. */
function answerIn(bytes: Uint8Array, url: string, saved: string | undefined): Page | undefined {
  const head = headersAt(bytes, 0)
  if (!head || !/^HTTP\/[\d.]+ 200/.test(head.first)) return undefined
  const type = head.fields.get('content-type') ?? ''
  if (!/html/i.test(type)) return undefined
  const body = bytes.subarray(head.end)
  const isChunked = /chunked/i.test(head.fields.get('transfer-encoding') ?? '')
  const isPacked = /\b(?:br|zstd)\b/i.test(head.fields.get('content-encoding') ?? '')
  return { url, saved, type, isPacked, bytes: isChunked ? unchunked(body) : body }
}

/** The first line, the fields behind it by their names in small letters, and where what follows them begins. */
function headersAt(
  bytes: Uint8Array,
  start: number,
): { first: string; fields: Map<string, string>; end: number } | undefined {
  const fields = new Map<string, string>()
  let first: string | undefined
  for (let at = start; at < bytes.length && at - start < 100_000;) {
    const newline = bytes.indexOf(0x0a, at)
    if (newline === -1) return undefined
    const line = decoder.decode(bytes.subarray(at, newline)).replace(/\r$/, '')
    at = newline + 1
    if (first === undefined) first = line
    else if (line === '') return { first, fields, end: at }
    else {
      const colon = line.indexOf(':')
      if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
    }
  }
  return undefined
}

/** RFC 9112, 7.1. Some crawlers keep the header and not the chunks: then the bytes are as they are. */
function unchunked(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(0x0a, at)
    const size =
      newline === -1
        ? Number.NaN
        : Number.parseInt(decoder.decode(bytes.subarray(at, Math.min(newline, at + 20))), 16)
    if (Number.isNaN(size)) return parts.length === 0 ? bytes : joined(parts)
    if (size === 0) break
    parts.push(bytes.subarray(newline + 1, newline + 1 + size))
    at = newline + 1 + size + 2
  }
  return joined(parts)
}

/** An address as lists of pages and crawls have it in common: without the place within the page, in one way of writing. */
function comparable(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  return url.host + url.pathname.replace(/\/$/, '') + url.search
}

/** The addresses in the list of pages: a line of JSON for each, behind one that says what the list is. */
function pagesLooked(list: string): Set<string> {
  const found = new Set<string>()
  for (const line of list.split('\n').slice(0, 100_000)) {
    const url = /"url"\s*:\s*"((?:[^"\\]|\\.){1,4000})"/.exec(line)?.[1]
    if (url !== undefined) found.add(comparable(url.replaceAll('\\/', '/')))
  }
  return found
}
