import { said, type Said } from '../words/say.ts'
import { problem } from '../problem.ts'
import { isUtf8 } from '../text/utf8.ts'

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
  const escaped = hasEscapes(bytes) ? ['iso-2022-jp'] : []
  for (const encoding of isSevenBit && label !== undefined
    ? [label, 'utf-8']
    : [...escaped, 'utf-8', ...(label === undefined ? [] : [label])]) {
    const text = tryDecode(bytes, encoding)
    if (text !== undefined) return { text: checkText(text), warnings: [] }
  }
  return decodeWithLosses(bytes, label)
}

/** Whether signs of Japanese are switched to and from in seven bits, as mail had it. */
function hasEscapes(bytes: Uint8Array): boolean {
  const at = bytes.subarray(0, 65_536).indexOf(0x1b)
  return at !== -1 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)
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

/** Encodings without a mark of scripts that are syllables or signs, and what a text in them has. */
const manyLetters: [encoding: string, letters: RegExp, share: number][] = [
  ['shift_jis', /[\p{Script=Hiragana}\u30a0-\u30ff]/gu, 0.3],
  ['euc-jp', /[\p{Script=Hiragana}\u30a0-\u30ff]/gu, 0.3],
  ['euc-kr', /\p{Script=Hangul}/gu, 0.8],
  // The commonest signs: what is not Chinese is full of rare ones there.
  ['gb18030', /[的是不了在人有我他这大来到上国说们为个和地会中]/gu, 0.08],
  ['big5', /[的是不了在人有我他這大來到上國說們為個和地會中]/gu, 0.08],
]
/** Those of alphabets, and the commonest ten letters of their languages: half of a text are of those, and of no other alphabet. */
const fewLetters: [encoding: string, letters: RegExp][] = [
  ['windows-1251', /[оеаинтсрвл]/gu],
  ['koi8-u', /[оеаинтсрвл]/gu],
  ['iso-8859-5', /[оеаинтсрвл]/gu],
  ['ibm866', /[оеаинтсрвл]/gu],
  ['windows-874', /[านรอกเงมยลว]/gu],
  ['windows-1253', /[αοιετσνηυρά]/gu],
  ['windows-1255', /[יוהלארתבמש]/gu],
  ['windows-1256', /[اليمونترهب]/gu],
]
const leastCommon = 0.5
/** Words with signs in them are none: in Latin letters of another half of Europe they are letters. */
const brokenWord = /\p{L}[¹³¿£¥¯¼¾ºª¶¦§¢±¤]|[¹³¿£¥¯¼¾¶¦¢]\p{L}/gu
/** In Turkish these are ı, ş and ğ, the commonest of its own; in Icelandic others stand beside them. */
const turkish = /[ýþð]/gu

/** What there is to read in a page, without its marks. */
const withoutMarkup = (text: string): string =>
  text.includes('<')
    ? text.replace(/<(script|style)\b[^>]*>[^]{0,60000}?<\/\1>/gi, ' ').replace(/<[^<>]{0,5000}>/g, ' ')
    : text

/**
 * The encoding of which a text has the letters: most of its letters are of that script. A text with accents has more plain letters
 * than others, whatever its bytes would be elsewhere.
 */
export function guessed(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536)
  const readIn = (encoding: string): string => withoutMarkup(tryDecode(sample, encoding, false) ?? '')
  const isForeign = (text: string, foreign: number): boolean =>
    foreign > 10 && foreign > (text.match(/[a-z]/gi)?.length ?? 0) && !text.includes('\ufffd')
  const foreignIn = (text: string): number =>
    text.match(/[^\u0000-\u007f\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
  for (const [encoding, letters, share] of manyLetters) {
    const text = readIn(encoding)
    const foreign = foreignIn(text)
    if (isForeign(text, foreign) && (text.match(letters)?.length ?? 0) > foreign * share) return encoding
  }
  let best = { encoding: 'windows-1252', share: leastCommon }
  for (const [encoding, letters] of fewLetters) {
    const text = readIn(encoding)
    const foreign = foreignIn(text)
    const share = (text.match(letters)?.length ?? 0) / Math.max(1, foreign)
    if (isForeign(text, foreign) && share > best.share) best = { encoding, share }
  }
  return best.encoding === 'windows-1252' ? ofLatin(readIn('windows-1252')) : best.encoding
}

/** Which Latin letters a text has, by how it reads in those of Western Europe. */
function ofLatin(text: string): string {
  const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0
  if ((text.match(brokenWord)?.length ?? 0) > Math.max(2, foreign / 8))
    // ą and ś stand in other places there.
    return (text.match(/[±¶¡¦]/g)?.length ?? 0) > (text.match(/[¹œ¥Œ]/g)?.length ?? 0)
      ? 'iso-8859-2'
      : 'windows-1250'
  // A capital within a word, where no keyboard has one (Macintosh); ř without the letters of the north.
  if ((text.match(/\p{Ll}[ŸŠŽ]\p{Ll}|\p{Ll}[Ž] /gu)?.length ?? 0) > 1) return 'macintosh'
  if ((text.match(/ø/g)?.length ?? 0) > 2 && !/[åæÅÆ]/.test(text)) return 'windows-1250'
  const isTurkish = (text.match(turkish)?.length ?? 0) > Math.max(3, foreign / 3) && !/[æáéúíó]/.test(text)
  return isTurkish ? 'windows-1254' : 'windows-1252'
}

/** The encoding that a type of media states: `text/html; charset=iso-8859-2`. */
export const charsetIn = (mediaType: string): string | undefined =>
  /;\s*charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(mediaType)?.[1]

/**
 * What a page is written in as whoever carried it says, where the page itself says nothing and is not UTF-8; undefined elsewhere: a
 * server says the same of all of its pages.
 */
export function encodingStated(bytes: Uint8Array, charset: string | undefined): string | undefined {
  if (charset === undefined || isUtf8(bytes)) return undefined
  if (declaredEncoding(bytes) !== undefined || tryDecode(bytes, charset, false) === undefined)
    return undefined
  return charset
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
