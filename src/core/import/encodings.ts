import { isUtf8 } from '../text/utf8.ts'
import { declaredEncoding } from './decode.ts'

/** What a text may be written in, where its bytes are no UTF-8: by the letters of which languages. */
export const encodings = [
  ...(['windows-1252', 'windows-1250', 'windows-1251', 'koi8-r', 'windows-1253', 'windows-1254'] as const),
  ...(['windows-1255', 'windows-1256', 'windows-1257', 'iso-8859-2', 'iso-8859-5', 'iso-8859-15'] as const),
  ...(['macintosh', 'ibm866', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'] as const),
] as const
export type Encoding = (typeof encodings)[number]

/** A text in an encoding, to be chosen by somebody who can read it. */
export interface EncodedSample {
  encoding: Encoding
  /** Some words of it, around the first letters that tell encodings apart. */
  sample: string
}

/** How much is looked at, and how much of it is shown, in bytes and in UTF-16 code units. */
const [looked, shown] = [262_144, 120]

/**
 * How a text would read in other encodings; none for one that is valid UTF-8, or says by a mark what it is. The declared one goes
 * first; of those that read alike only the first is told.
 */
export function encodedSamples(bytes: Uint8Array): EncodedSample[] {
  if (!isAmbiguous(bytes)) return []
  const first = bytes.findIndex((byte) => byte > 0x7f)
  // A letter of several bytes is not cut: what stands before it in its line is plain.
  const from = Math.max(0, bytes.lastIndexOf(0x0a, first) + 1, first - shown / 2)
  const part = bytes.subarray(from, from + 4 * shown)
  const declared = declaredEncoding(bytes)?.toLowerCase()
  const seen = new Set<string>()
  return [...encodings]
    .toSorted((a, b) => Number(b === declared) - Number(a === declared))
    .flatMap((encoding) => {
      const sample = wordsOf(new TextDecoder(encoding).decode(part)).slice(0, shown)
      // What does not fit at all is no text in it.
      if (sample.includes('\ufffd') || seen.has(sample)) return []
      seen.add(sample)
      return [{ encoding, sample }]
    })
}

function isAmbiguous(bytes: Uint8Array): boolean {
  const hasMark = bytes[0] === 0xfe || bytes[0] === 0xff || (bytes[0] === 0xef && bytes[1] === 0xbb)
  if (hasMark || !bytes.subarray(0, looked).some((byte) => byte > 0x7f)) return false
  return !isUtf8(bytes)
}

/** Without tags: pages are shown as they read. */
const wordsOf = (text: string): string =>
  text
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
