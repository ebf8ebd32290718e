import { everywhere } from '../words/language.ts'
import type { Importer } from './importer.ts'
import { readMarkup, type Markup } from './lightweight-markup.ts'

const attribute = /^:!?([\w-]{1,60})!?:(?: (.*))?$/
/** One to three words of a name, and perhaps an address; several behind semicolons (AsciiDoc, “Author line”). */
const name = String.raw`\p{Lu}[\p{L}\p{M}.'’_-]*(?: [\p{L}\p{M}.'’_-]+){0,2}(?: <[^<>\s]{1,200}>)?`
const authorLine = new RegExp(`^${name}(?:; ${name})*$`, 'u')
/** `v1.0, 2031-03-04: remark`, or a day alone (“Revision line”). */
const revisionLine = /^(?:v?\d[\w.]{0,20}(?:, ?(?<date>[^:]{4,40}))?(?::.*)?|(?<day>\d{4}-\d{2}-\d{2}))$/

const markup: Markup = {
  /** The title; below it who wrote, the revision with its day, and attributes, up to the first line that is none of these. */
  headOf: (lines) => {
    const fields = new Map<string, string>()
    let at = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('//') && !attribute.test(line))
    const title = /^[=#] +(\S.*)$/.exec(lines[at] ?? '')?.[1]
    if (title === undefined) return { fields, rest: lines }
    fields.set('title', title.trim())
    for (at += 1; at < lines.length; at += 1) {
      const line = (lines[at] ?? '').trimEnd()
      const [, key = '', value = ''] = attribute.exec(line) ?? []
      const revision = revisionLine.exec(line)?.groups
      if (key !== '') {
        if (value.trim() !== '') fields.set(key.toLowerCase().replace('revdate', 'date'), value.trim())
      } else if (!fields.has('author') && !fields.has('date') && authorLine.test(line))
        fields.set('author', line)
      else if (!fields.has('date') && revision)
        fields.set('date', (revision['date'] ?? revision['day'] ?? '').trim())
      else if (!line.startsWith('//') || line.startsWith('///')) break
    }
    return { fields, rest: lines.slice(at) }
  },
  heading: (line) => {
    const [, signs = '', words = ''] = /^([=#]{2,6}) +(\S.*)$/.exec(line) ?? []
    return signs === '' ? undefined : { depth: signs.length - 1, words: words.trim() }
  },
  isRemark: (line) => /^\/\/(?!\/)/.test(line),
  // Below words such a line makes a heading of them.
  fence: (line, before) =>
    before.trim() === '' && /^(?:-{4,}|\.{4,}|\+{4,})\s*$/.test(line) ? line.trim() : undefined,
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
