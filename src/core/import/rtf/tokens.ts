/** One sign of a Rich Text document (RTF 1.9.1). */
export type RtfToken =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; word: string; value: number | undefined }
  /** A byte of a word of the text; what letter it is the font says. */
  | { kind: 'byte'; byte: number }

const [backslash, open, close, quote, star, newline, carriage] = [0x5c, 0x7b, 0x7d, 0x27, 0x2a, 0x0a, 0x0d]
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** The signs of a document, one after another. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === open || byte === close) {
      yield { kind: byte === open ? 'open' : 'close' }
      at += 1
    } else if (byte === backslash) {
      const [token, end] = control(bytes, at + 1)
      if (token) yield token
      at = token?.kind === 'word' && token.word === 'bin' ? end + Math.max(0, token.value ?? 0) : end
    } else {
      if (byte !== newline && byte !== carriage) yield { kind: 'byte', byte }
      at += 1
    }
  }
}

/** What stands behind a backslash, and where it ends. */
function control(bytes: Uint8Array, start: number): [RtfToken | undefined, number] {
  const first = bytes[start] ?? 0
  if (first === quote) {
    const code = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16)
    return [Number.isNaN(code) ? undefined : { kind: 'byte', byte: code }, start + 3]
  }
  if (!isLetter(first)) return [symbol(first), start + 1]
  let at = start
  while (at < bytes.length && at - start < 40 && isLetter(bytes[at] ?? 0)) at += 1
  const word = String.fromCharCode(...bytes.subarray(start, at))
  const from = at
  if (bytes[at] === 0x2d) at += 1
  while (at < bytes.length && at - from < 12 && isDigit(bytes[at] ?? 0)) at += 1
  const digits = String.fromCharCode(...bytes.subarray(from, at))
  if (bytes[at] === 0x20) at += 1
  return [{ kind: 'word', word, value: /\d/.test(digits) ? Number(digits) : undefined }, at]
}

/** Signs that are written with a backslash because they mean something, or mean something with it. */
function symbol(byte: number): RtfToken | undefined {
  if (byte === backslash || byte === open || byte === close) return { kind: 'byte', byte }
  const words: Record<number, string> = {
    0x7e: 'nbsp',
    0x5f: 'nbhyphen',
    [star]: 'ignorable',
    [newline]: 'par',
    [carriage]: 'par',
  }
  const word = words[byte]
  return word === undefined ? undefined : { kind: 'word', word, value: undefined }
}
