import type { FileHead } from './importer.ts'

/** A format that Ascribe knows and cannot read, and what a person can do instead. */
export interface RefusedFormat {
  noun: string
  extensions: readonly string[]
  /** How sure it is, from 0 to 1. */
  sniff: (head: FileHead) => number
  action: string
}

const signature =
  (...marks: (readonly number[] | string)[]) =>
  ({ bytes, text }: FileHead): number =>
    marks.some((mark) =>
      typeof mark === 'string' ? text.startsWith(mark) : mark.every((byte, at) => bytes[at] === byte),
    )
      ? 0.95
      : 0

const never = (): number => 0
const asText = 'Copy the text and import it by pasting.'

/** A few lines of headers, as mail has them. */
const mailHeaders = /^(?:[A-Za-z][A-Za-z-]*:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){3}/
const isMail = (text: string): boolean =>
  mailHeaders.test(text) && /^(?:from|to|subject|date|received|return-path|message-id):/im.test(text)

/** Formats that are no article that Ascribe can read, by what they begin with and how their files are called. */
export const refusedFormats: readonly RefusedFormat[] = [
  {
    noun: 'a saved web archive (MHTML)',
    extensions: ['mhtml', 'mht'],
    sniff: ({ text }) => (isMail(text) && /multipart\/related/i.test(text) ? 0.95 : 0),
    action: 'Open it in a browser and save it as “Web page, HTML only”.',
  },
  {
    noun: 'a Safari web archive',
    extensions: ['webarchive'],
    sniff: signature('bplist00'),
    action: 'Open it in Safari and export it as a web page, or copy its text and import it by pasting.',
  },
  {
    noun: 'an e-mail message',
    extensions: ['eml', 'emlx'],
    sniff: ({ text }) => (isMail(text) ? 0.55 : 0),
    action: asText,
  },
  {
    noun: 'a mailbox',
    extensions: ['mbox'],
    sniff: ({ text }) => (/^From \S[^\n]*\d{4}\r?\n[A-Za-z-]+:/.test(text) ? 0.9 : 0),
    action: asText,
  },
  { noun: 'a Rich Text document', extensions: ['rtf'], sniff: signature('{\\rtf'), action: asText },
  {
    noun: 'a Word document',
    extensions: ['docx', 'doc'],
    sniff: ({ bytes, text }) =>
      bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11
        ? 0.95
        : text.startsWith('PK') && text.includes('word/')
          ? 0.96
          : 0,
    action: 'Save it as a web page from the program that made it, or copy its text and import it by pasting.',
  },
  {
    noun: 'an OpenDocument text',
    extensions: ['odt', 'fodt'],
    sniff: ({ text }) =>
      text.startsWith('PK') && text.includes('application/vnd.oasis.opendocument.text') ? 0.96 : 0,
    action: 'Save it as a web page from the program that made it, or copy its text and import it by pasting.',
  },
  {
    noun: 'an e-book',
    extensions: ['epub', 'mobi', 'azw3'],
    sniff: ({ text }) => (text.startsWith('PK') && text.includes('application/epub+zip') ? 0.96 : 0),
    action: asText,
  },
  {
    noun: 'a crawl of web pages (WARC)',
    extensions: ['warc', 'wacz'],
    sniff: signature('WARC/'),
    action: 'Export the pages that you need from it as web pages.',
  },
  {
    noun: 'JSON data',
    extensions: ['json', 'jsonl', 'ndjson'],
    sniff: ({ text }) => (/^\s*[{[]\s*["{[\]}]/.test(text) ? 0.5 : 0),
    action: 'If there is an article in it, copy its text and import it by pasting.',
  },
  {
    noun: 'a spreadsheet or presentation',
    extensions: ['xlsx', 'xls', 'pptx', 'ppt', 'ods', 'odp', 'csv', 'tsv'],
    sniff: ({ text }) => (text.startsWith('PK') && /(?:xl|ppt)\//.test(text) ? 0.96 : 0),
    action: 'Copy the text that you need and import it by pasting.',
  },
  {
    noun: 'an archive of files',
    extensions: ['zip', 'rar', '7z', 'tar', 'tgz'],
    // Many formats are archives, and are called what they are.
    sniff: (head) => (signature('PK\u0003\u0004', 'Rar!', [0x37, 0x7a, 0xbc, 0xaf])(head) > 0 ? 0.58 : 0),
    action: 'Unpack it, and import what is in it.',
  },
  {
    noun: 'a picture',
    extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'tif', 'tiff', 'heic', 'svg', 'bmp'],
    sniff: ({ bytes, text }) =>
      text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'
        ? 0.95
        : signature([0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], 'GIF8', 'II*\0', 'MM\0*')({ bytes, text }),
    action: 'Type or copy the words that are in it, and import them by pasting.',
  },
  {
    noun: 'sound or video',
    extensions: ['mp3', 'm4a', 'wav', 'ogg', 'mp4', 'mov', 'mkv', 'webm', 'flac'],
    sniff: ({ bytes, text }) =>
      text.slice(4, 8) === 'ftyp'
        ? 0.95
        : signature('ID3', 'OggS', [0x1a, 0x45, 0xdf, 0xa3])({ bytes, text }),
    action: 'Import a transcript of it.',
  },
  {
    noun: 'a program or its parts',
    extensions: ['js', 'css', 'exe', 'dll', 'so', 'wasm', 'woff', 'woff2', 'ttf', 'xml', 'map'],
    sniff: never,
    action: 'If there is an article in it, copy its text and import it by pasting.',
  },
]
