import { said, type Said } from '../words/say.ts'
import { problem } from '../problem.ts'

export interface Decoded {
  text: string
  warnings: Said[]
}

const boms: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The share of control characters from which on bytes are taken for something else than text. */
const controlLimit = 0.01

/**
 * Bytes to text: by the byte order mark, else the encoding that the document declares, else UTF-8, else
 * windows-1252 with a warning (as browsers do).
 * @param declared an encoding label from the document itself
 * @throws Problem `not-text` for binary content
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const bom = boms.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (bom) return { text: checkText(new TextDecoder(bom[0]).decode(bytes)), warnings: [] }
  // A document that says in ASCII that it is UTF-16 is not (HTML standard, "determining the character encoding").
  const label = /^utf-?16/i.test(declared ?? '') ? 'utf-8' : declared
  for (const encoding of label === undefined ? ['utf-8'] : [label, 'utf-8']) {
    const text = tryDecode(bytes, encoding)
    if (text !== undefined) return { text: checkText(text), warnings: [] }
  }
  return decodeWithLosses(bytes, label)
}

/** Some bytes do not fit: most of the text counts, so they become U+FFFD, unless most of them are not UTF-8 at all. */
function decodeWithLosses(bytes: Uint8Array, label: string | undefined): Decoded {
  for (const encoding of label === undefined ? ['utf-8'] : [label, 'utf-8']) {
    const text = tryDecode(bytes, encoding, false)
    const lost = text?.match(/\ufffd/g)?.length ?? 0
    const foreign = text?.match(/[^\u0000-\u007f\ufffd]/gu)?.length ?? 0
    if (text === undefined || (encoding !== label && lost >= foreign)) continue
    const warning = said('warnings.bytesLost', { count: lost, encoding })
    return { text: checkText(text), warnings: [warning] }
  }
  const text = checkText(new TextDecoder('windows-1252').decode(bytes))
  const warning = said('warnings.encodingGuessed')
  return { text, warnings: [warning] }
}

/** The encoding that an HTML document declares in its first 1,024 bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  return /<meta[^>]+charset\s*=[\s"']*([a-z0-9_:-]+)/i.exec(start)?.[1]
}

function tryDecode(bytes: Uint8Array, encoding: string, fatal = true): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

function checkText(text: string): string {
  const sample = text.slice(0, 65_536)

  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  if (sample.length > 0 && controls > Math.max(2, sample.length * controlLimit)) {
    throw problem('not-text', 'notText', {})
  }
  return text
}
