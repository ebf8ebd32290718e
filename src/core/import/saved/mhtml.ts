import { problem } from '../../problem.ts'
import { charsetIn, encodingStated } from '../decode.ts'
import { isMail } from '../mail/headers.ts'
import type { Importer } from '../importer.ts'
import { savedIn } from '../page-copy.ts'
import { dataAddress } from '../office/pictures.ts'
import { withPictures } from './with-pictures.ts'

const mostParts = 20_000

/** A page as browsers save it in one file (RFC 2557): it is read as the page that it was, with its pictures. */
export const mhtml: Importer = {
  format: 'mhtml',
  noun: {
    en: 'a saved web archive (MHTML)',
    de: 'ein gespeichertes Webarchiv (MHTML)',
    ar: 'أرشيف ويب محفوظ (MHTML)',
  },
  extensions: ['mhtml', 'mht'],
  mediaTypes: ['multipart/related', 'application/x-mimearchive'],
  sniff: ({ text }) =>
    isMail(text) &&
    /multipart\/related/i.test(text) &&
    /^(?:snapshot-content-location:|from:[^\n]*saved by)/im.test(text)
      ? 0.95
      : 0,
  async *read({ bytes, fileName, given, take }, { readInner }) {
    const { headers, parts } = partsOf(bytes)
    const start = parts.find(({ type }) => /^(?:text\/html|application\/xhtml\+xml)/i.test(type))
    if (!start) throw problem('nothing-to-read', 'nothingToRead', { name: fileName })
    const address = headers.get('snapshot-content-location') ?? start.location
    const pictures = new Map(
      parts.flatMap(({ type, bytes: content, location, id }) => {
        const source = /^image\/(?:png|jpeg|gif|webp|avif)$/i.test(type)
          ? dataAddress(content, type.toLowerCase())
          : undefined
        return source === undefined ? [] : [[location, source] as const, [`cid:${id}`, source] as const]
      }),
    )
    const inner = readInner({
      bytes: withPictures(start.bytes, pictures, start.location),
      fileName: fileName.replace(/\.mht(?:ml)?$/i, '.html'),
      given: { ...given, url: given?.url ?? (/^https?:/.test(address) ? address : undefined) },
      take,
      encoding: encodingStated(start.bytes, start.charset),
    })
    yield* savedIn(headers.get('date'), inner)
  },
}

interface Part {
  type: string
  /** What it is written in, as its head says. */
  charset: string | undefined
  location: string
  id: string
  bytes: Uint8Array
}

/** The headers of the file, and its parts, decoded. Each byte is a letter of the text that is looked through. */
function partsOf(bytes: Uint8Array): { headers: Map<string, string>; parts: Part[] } {
  const text = new TextDecoder('latin1').decode(bytes)
  const [headers, body] = headersAt(text, 0)
  const boundary = /boundary="?([^";\r\n]{1,200})"?/i.exec(headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) throw problem('bad-input', 'documentDamaged', {})
  const parts: Part[] = []
  const border = `--${boundary}`
  let at = text.indexOf(border, body)
  while (at !== -1 && parts.length < mostParts) {
    const from = at + border.length
    const next = text.indexOf(border, from)
    if (text.startsWith('--', from) || next === -1) break
    parts.push(partAt(bytes, text, from, next))
    at = next
  }
  return { headers, parts }
}

function partAt(bytes: Uint8Array, text: string, start: number, end: number): Part {
  const [headers, body] = headersAt(text, start + (text.startsWith('\r\n', start) ? 2 : 1))
  const content = bytes.subarray(Math.min(body, end), end)
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase()
  return {
    charset: charsetIn(headers.get('content-type') ?? ''),
    type: (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '',
    location: headers.get('content-location') ?? '',
    id: (headers.get('content-id') ?? '').replace(/^<|>$/g, ''),
    bytes:
      encoding === 'base64'
        ? fromBase64(content)
        : encoding === 'quoted-printable'
          ? fromQuoted(content)
          : content,
  }
}

/** The headers from a place on, by their names in small letters, and where what follows them begins. */
function headersAt(text: string, start: number): [Map<string, string>, number] {
  const headers = new Map<string, string>()
  let at = start
  let last = ''
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? undefined : end).replace(/\r$/, '')
    at = end === -1 ? text.length : end + 1
    if (line === '') break
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line)) headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      headers.set(last, line.slice(colon + 1).trim())
    }
  }
  return [headers, at]
}

function fromBase64(bytes: Uint8Array): Uint8Array {
  const letters = new TextDecoder('latin1').decode(bytes).replace(/[^A-Za-z0-9+/]/g, '')
  try {
    return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

/** RFC 2045, 6.7. */
function fromQuoted(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte !== 0x3d) {
      out[length++] = byte
      continue
    }
    const code = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)
    if (/^[0-9a-f]{2}$/i.test(code)) {
      out[length++] = Number.parseInt(code, 16)
      at += 2
      // A soft break of the line.
    } else at += bytes[at + 1] === 0x0d ? 2 : 1
  }
  return out.subarray(0, length)
}
