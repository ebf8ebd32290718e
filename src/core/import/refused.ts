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

/** Formats that are no article that Ascribe can read, by what they begin with and how their files are called. */
export const refusedFormats: readonly RefusedFormat[] = [
  {
    noun: 'a Word document of the years before 2007',
    extensions: ['doc', 'dot'],
    sniff: ({ bytes }) => (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 ? 0.95 : 0),
    action: 'Save it as .docx from Word or LibreOffice, and import that.',
  },
  {
    noun: 'a Kindle book',
    extensions: ['mobi', 'azw', 'azw3', 'kfx'],
    sniff: ({ text }) => (text.slice(60, 68) === 'BOOKMOBI' ? 0.95 : 0),
    action: 'Import the EPUB of it, or copy its text and import it by pasting.',
  },
  {
    noun: 'mail of Outlook',
    extensions: ['msg', 'pst'],
    sniff: never,
    action: 'Save the message as .eml (drag it out of Outlook, or “Save as”), and import that.',
  },
  {
    noun: 'JSON data',
    extensions: ['jsonl', 'ndjson'],
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
    extensions: ['gif', 'webp', 'tif', 'tiff', 'heic', 'svg', 'bmp'],
    sniff: ({ bytes, text }) =>
      text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'
        ? 0.95
        : signature('GIF8', 'II*\0', 'MM\0*')({ bytes, text }),
    action: 'Save it as PNG or JPEG, and import that: its words can be recognised then.',
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
