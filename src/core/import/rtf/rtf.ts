import type { Importer } from '../importer.ts'
import { changesAs, officeDocument } from '../office/office-document.ts'
import { oneLine } from '../values.ts'
import { RtfReader } from './rtf-reader.ts'

/** A Rich Text document. */
export const rtf: Importer = {
  format: 'rtf',
  noun: { en: 'a Rich Text document', de: 'ein Rich-Text-Dokument', ar: 'وثيقة Rich Text' },
  extensions: ['rtf'],
  mediaTypes: ['application/rtf', 'text/rtf'],
  sniff: ({ text }) => (text.startsWith('{\\rtf') ? 0.95 : 0),
  *read(input) {
    const reader = new RtfReader(changesAs(input.take))
    const html = reader.read(input.bytes)
    yield officeDocument(input, html, reader.flow, {
      title: oneLine(reader.title),
      author: oneLine(reader.author),
      language: '',
    })
  },
}
