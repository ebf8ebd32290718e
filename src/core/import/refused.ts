import type { refused } from '../words/refused.ts'
import type { FileHead } from './importer.ts'

/** A format that Ascribe knows and cannot read, and what a person can do instead. */
export interface RefusedFormat {
  /** What it is and what to do instead, in the catalogue. */
  is: keyof typeof refused
  extensions: readonly string[]
  /** How sure it is, from 0 to 1. */
  sniff: (head: FileHead) => number
}

const signature =
  (...marks: (readonly number[] | string)[]) =>
  ({ bytes, text }: FileHead): number =>
    marks.some((mark) =>
      typeof mark === 'string' ? text.startsWith(mark) : mark.every((byte, at) => bytes[at] === byte),
    )
      ? 0.95
      : 0

/** What programs of offices wrote before 2007, and how they still lock what they write. What it is, only the name says. */
export const isOfOldOffice = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11

/** Pictures of telephones are in the same frame as videos. */
const isHeic = (text: string): boolean =>
  /^ftyp(?:heic|heix|heim|heis|hevc|mif1|msf1|avif)/.test(text.slice(4, 12))

const never = (): number => 0

/** Formats that are no article that Ascribe can read, by what they begin with and how their files are called. */
export const refusedFormats: readonly RefusedFormat[] = [
  {
    is: 'oldWord',
    extensions: ['doc', 'dot'],
    sniff: ({ bytes }) => (isOfOldOffice(bytes) ? 0.58 : 0),
  },
  {
    is: 'kindle',
    extensions: ['mobi', 'azw', 'azw3', 'kfx'],
    sniff: ({ text }) => (text.slice(60, 68) === 'BOOKMOBI' ? 0.95 : 0),
  },
  {
    is: 'outlook',
    extensions: ['msg', 'pst'],
    sniff: never,
  },
  {
    is: 'json',
    extensions: ['jsonl', 'ndjson'],
    sniff: ({ text }) => (/^\s*[{[]\s*["{[\]}]/.test(text) ? 0.5 : 0),
  },
  {
    is: 'sheet',
    extensions: ['xlsx', 'xls', 'pptx', 'ppt', 'ods', 'odp', 'csv', 'tsv'],
    sniff: ({ text }) => (text.startsWith('PK') && /(?:xl|ppt)\//.test(text) ? 0.96 : 0),
  },
  {
    is: 'archive',
    extensions: ['zip', 'rar', '7z', 'tar', 'tgz'],
    // Many formats are archives, and are called what they are.
    sniff: (head) => (signature('PK\u0003\u0004', 'Rar!', [0x37, 0x7a, 0xbc, 0xaf])(head) > 0 ? 0.58 : 0),
  },
  {
    is: 'picture',
    extensions: ['gif', 'webp', 'tif', 'tiff', 'heic', 'svg', 'bmp'],
    sniff: ({ bytes, text }) =>
      text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'
        ? 0.95
        : isHeic(text)
          ? 0.96
          : signature('GIF8', 'II*\0', 'MM\0*')({ bytes, text }),
  },
  {
    is: 'media',
    extensions: ['mp3', 'm4a', 'wav', 'ogg', 'mp4', 'mov', 'mkv', 'webm', 'flac'],
    sniff: ({ bytes, text }) =>
      text.slice(4, 8) === 'ftyp'
        ? 0.95
        : signature('ID3', 'OggS', [0x1a, 0x45, 0xdf, 0xa3])({ bytes, text }),
  },
  {
    is: 'program',
    extensions: [
      'js',
      'css',
      'exe',
      'dll',
      'so',
      'wasm',
      'woff',
      'woff2',
      'ttf',
      'map',
      'py',
      'sh',
      'bat',
      'sql',
    ],
    sniff: ({ text }) => (/^#!\s*\//.test(text) ? 0.65 : 0),
  },
  {
    is: 'xml',
    extensions: ['xml', 'rss', 'atom', 'opml', 'xsl'],
    // A page that is XML is a page.
    sniff: ({ text }) => (/^\s*<\?xml\s/.test(text) && !/<html[\s>]|<!doctype\s+html/i.test(text) ? 0.65 : 0),
  },
  {
    is: 'cards',
    extensions: ['vcf', 'ics'],
    sniff: ({ text }) => (/^\s*BEGIN:V(?:CARD|CALENDAR)\s/.test(text) ? 0.9 : 0),
  },
]
