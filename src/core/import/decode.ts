import { Problem } from '../problem.ts'

export interface Decoded {
  text: string
  warnings: string[]
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
  if (declared !== undefined) {
    const text = tryDecode(bytes, declared)
    if (text !== undefined) return { text: checkText(text), warnings: [] }
  }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: checkText(utf8), warnings: [] }
  const text = checkText(new TextDecoder('windows-1252').decode(bytes))
  return {
    text,
    warnings: [
      'The file does not say in which encoding it is and is not UTF-8; it was read as windows-1252. Check accents and quotation marks.',
    ],
  }
}

/** The encoding that an HTML document declares in its first 1,024 bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  return /<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_:-]+)/i.exec(start)?.[1]
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function checkText(text: string): string {
  const sample = text.slice(0, 65_536)

  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  if (sample.length > 0 && controls > Math.max(2, sample.length * controlLimit)) {
    throw new Problem(
      'not-text',
      'This file is not text: it looks like a program, an image or another binary format.',
    )
  }
  return text
}
