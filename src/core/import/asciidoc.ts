import { everywhere } from '../words/language.ts'
import type { Importer } from './importer.ts'
import { readMarkup, type Markup } from './lightweight-markup.ts'

const attribute = /^:!?([\w-]{1,60})!?:(?: (.*))?$/

const markup: Markup = {
  /** The title; below it who wrote, the revision with its day, and attributes, up to the first blank line. */
  headOf: (lines) => {
    const fields = new Map<string, string>()
    let at = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('//') && !attribute.test(line))
    const title = /^[=#] +(\S.*)$/.exec(lines[at] ?? '')?.[1]
    if (title === undefined) return { fields, rest: lines }
    fields.set('title', title.trim())
    for (at += 1; (lines[at] ?? '').trim() !== ''; at += 1) {
      const line = lines[at] ?? ''
      const [, name = '', value = ''] = attribute.exec(line) ?? []
      const day = /\b\d{4}-\d{2}-\d{2}\b/.exec(line)?.[0]
      if (name !== '') fields.set(name.replace('revdate', 'date').toLowerCase(), value.trim())
      else if (day !== undefined) fields.set('date', day)
      else if (!fields.has('author') && !line.startsWith('//')) fields.set('author', line.trim())
    }
    return { fields, rest: lines.slice(at) }
  },
  heading: (line) => {
    const [, signs = '', words = ''] = /^([=#]{2,6}) +(\S.*)$/.exec(line) ?? []
    return signs === '' ? undefined : { depth: signs.length - 1, words: words.trim() }
  },
  isRemark: (line) => /^\/\/(?!\/)/.test(line) || attribute.test(line),
  fence: (line) => (/^(?:-{4,}|\.{4,}|\+{4,})\s*$/.test(line) ? line.trim() : undefined),
}

/** AsciiDoc (https://docs.asciidoctor.org/asciidoc/latest): headings and the head of the document; all else as it is written. */
export const asciidoc: Importer = {
  format: 'asciidoc',
  noun: everywhere('AsciiDoc'),
  extensions: ['adoc', 'asciidoc', 'asc'],
  mediaTypes: ['text/asciidoc', 'text/x-asciidoc'],
  sniff: ({ text }) => (/^= \S.{2,200}\r?\n(?:[^\n]*\n)?:[\w-]{1,60}:/.test(text) ? 0.5 : 0),
  *read(input) {
    yield readMarkup(input, markup)
  },
}
