import { said } from '../../words/say.ts'
import { titleFromFileName, type Importer } from '../importer.ts'
import { authorsStated, titleIn } from '../office/flow.ts'
import { oneLine } from '../values.ts'
import { RtfReader } from './rtf-reader.ts'

/** A Rich Text document. */
export const rtf: Importer = {
  format: 'rtf',
  noun: 'a Rich Text document',
  extensions: ['rtf'],
  mediaTypes: ['application/rtf', 'text/rtf'],
  sniff: ({ text }) => (text.startsWith('{\\rtf') ? 0.95 : 0),
  *read({ bytes, fileName, given, take }) {
    const reader = new RtfReader(take === 'accepted' || take === 'rejected' ? take : 'marked')
    const html = reader.read(bytes)
    const title = titleIn(html, oneLine(reader.title))
    const authors = authorsStated(oneLine(reader.author))
    yield {
      title: given?.title ?? title?.value ?? titleFromFileName(fileName),
      byline: authors.join(', '),
      authors,
      outlet: null,
      published: null,
      language: null,
      direction: null,
      urls: [],
      tags: [],
      html: reader.flow.document(html),
      hasMarks: true,
      baseUrl: undefined,
      metadataFrom: {
        title: given?.title === undefined ? (title?.from ?? 'file name') : 'you',
        ...(authors.length > 0 ? { authors: 'document: author' } : {}),
      },
      notes: reader.flow.notes,
      warnings: reader.flow.hasChanges && take === undefined ? [said('warnings.trackedChanges')] : [],
    }
  },
}
