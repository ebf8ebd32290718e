import { budget, within } from '../text/budget.ts'
import { decode } from './decode.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { measureText } from '../text/measure.ts'
import { titleFromFileName, type Importer } from './importer.ts'
import { isTable, paragraphsOf, titleOfText } from './paragraphs.ts'

/** Paragraphs are parted by blank lines; see `paragraphsOf` for the lines within them. */
export const plainText: Importer = {
  format: 'text',
  noun: { en: 'plain text', de: 'einfacher Text', ar: 'نص بسيط' },
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  paste: { label: { en: 'plain text', de: 'einfacher Text', ar: 'نص بسيط' } },
  // Anything may be text: only a file that says nothing else of itself is taken for it.
  sniff: () => 0.3,
  *read({ bytes, fileName, given, encoding }) {
    const { text, warnings } = decode(bytes, undefined, encoding)
    const lines = text.replace(/\r\n?/g, '\n')
    measureText(lines)
    const paragraphs = paragraphsOf(lines)
    const title = titleOfText(paragraphs)
    within(paragraphs.length, budget.elements, 'paragraphs')
    yield {
      title: given?.title ?? title ?? titleFromFileName(fileName),
      byline: '',
      authors: [],
      outlet: null,
      published: null,
      language: null,
      direction: null,
      urls: given?.url === undefined ? [] : [given.url],
      tags: [],
      html: paragraphs
        .map((paragraph) =>
          // As it was set: an empty column is seen by where the others stand.
          isTable(paragraph)
            ? `<pre>\n${escapeHtml(paragraph)}</pre>`
            : `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`,
        )
        .join('\n'),
      baseUrl: given?.url,
      metadataFrom: {
        title: given?.title !== undefined ? 'you' : title === undefined ? 'file name' : 'first line',
      },
      warnings,
    }
  },
}
