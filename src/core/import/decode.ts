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
 * Bytes to text: by the byte order mark; else UTF-8, if it is that (what is written otherwise hardly ever is, by accident); else the
 * encoding that the document declares; else the one whose letters it has (Cyrillic, Japanese), or windows-1252, with a warning.
 * @param declared an encoding label from the document itself
 * @param chosen the one that somebody chose who can read it: it counts, whatever the bytes are
 * @throws Problem `not-text` for binary content
 */
export function decode(bytes: Uint8Array, declared?: string, chosen?: string): Decoded {
  if (chosen !== undefined) return { text: checkText(tryDecode(bytes, chosen, false) ?? ''), warnings: [] }
  const bom = boms.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (bom) return { text: checkText(new TextDecoder(bom[0]).decode(bytes)), warnings: [] }
  // A document that says in ASCII that it is UTF-16 is not (HTML standard, "determining the character encoding").
  const label = /^utf-?16/i.test(declared ?? '') ? 'utf-8' : declared
  const wide = withoutMark(bytes)
  if (wide) return { text: checkText(tryDecode(bytes, wide, false) ?? ''), warnings: [] }
  // In seven bits much is UTF-8 that means something else (ISO-2022-JP).
  const isSevenBit = /^iso-2022|^hz-gb/i.test(label ?? '')
  for (const encoding of isSevenBit && label !== undefined
    ? [label, 'utf-8']
    : ['utf-8', ...(label === undefined ? [] : [label])]) {
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
  const encoding = guessed(bytes)
  const text = checkText(new TextDecoder(encoding).decode(bytes))
  return { text, warnings: [said('warnings.encodingGuessed', { encoding })] }
}

/** UTF-16 without its mark: every other byte of most letters is zero. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4_096)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = sample.length / 2
  if (sample.length < 4 || Math.max(even, odd) < 0.3 * most || Math.min(even, odd) > 0.05 * most)
    return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Encodings without a mark, and the letters that a text in them has. */
const candidates: [encoding: string, letters: RegExp][] = [
  ['shift_jis', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['euc-jp', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['euc-kr', /\p{Script=Hangul}/gu],
  ['gb18030', /[\u4e00-\u9fff]/gu],
  ['windows-1251', /[а-яё]/gu],
  ['koi8-r', /[а-яё]/gu],
]

/**
 * The encoding of which a text has the letters: most of its letters are of that script. A text with accents has more plain letters
 * than others, whatever its bytes would be elsewhere.
 */
function guessed(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536)
  for (const [encoding, letters] of candidates) {
    const text = tryDecode(sample, encoding, false) ?? ''
    const plain = text.match(/[a-z]/gi)?.length ?? 0
    const foreign = text.match(/[^\u0000-\u007f\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
    const fitting = text.match(letters)?.length ?? 0
    const isSyllabic = encoding === 'shift_jis' || encoding === 'euc-jp'
    const isOfScript = foreign > 10 && foreign > plain && fitting > foreign * (isSyllabic ? 0.3 : 0.8)
    if (isOfScript && !text.includes('\ufffd')) return encoding
  }
  return 'windows-1252'
}

/** How far a document is read for the encoding that it declares: long comments and scripts may stand before it. */
const declaredWithin = 65_536

/** The encoding that an HTML document declares in its head, outside of comments, or as XML. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, declaredWithin))
  const xml = /^\s*<\?xml[^>]{1,200}?\sencoding=["']([\w.:-]+)/i.exec(start)?.[1]
  return /<meta[^<>]{1,1000}?charset\s{0,20}=[\s"']{0,20}([\w.:-]+)/i.exec(withoutComments(start))?.[1] ?? xml
}

function withoutComments(html: string): string {
  let rest = ''
  let at = 0
  for (let open = html.indexOf('<!--'); open !== -1; open = html.indexOf('<!--', at)) {
    rest += html.slice(at, open)
    const close = html.indexOf('-->', open + 4)
    if (close === -1) return rest
    at = close + 3
  }
  return rest + html.slice(at)
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
