import { everywhere } from '../words/language.ts'
import type { Importer } from './importer.ts'
import { readMarkup, type Markup } from './lightweight-markup.ts'

const keyword = /^#\+([a-z_]{2,30}):(.*)$/i

const markup: Markup = {
  headOf: (lines) => {
    const fields = new Map<string, string>()
    const rest = lines.filter((line) => {
      const [, name = '', value = ''] = keyword.exec(line) ?? []
      if (name === '') return true
      const key = name.toLowerCase()
      // What is not about the document itself (a caption) stays.
      if (!/^(?:title|subtitle|author|date|language|email|options|startup|filetags|property)$/.test(key))
        return true
      if (value.trim() !== '' && !fields.has(key)) fields.set(key, value.trim())
      return false
    })
    return { fields, rest }
  },
  heading: (line) => {
    const [, stars = '', words = ''] = /^(\*{1,20}) +(\S.*)$/.exec(line) ?? []
    return stars === '' ? undefined : { depth: stars.length, words: words.trim() }
  },
  isRemark: (line) => /^\s*#(?:\s|$)/.test(line),
  fence: (line) => {
    const name = /^\s*#\+begin_(src|example|verse|export)\b/i.exec(line)?.[1]
    return name === undefined ? undefined : `#+end_${name.toLowerCase()}`
  },
}

/** Org mode (https://orgmode.org/worg/org-syntax.html): headings and what the document says of itself; all else as it is written. */
export const org: Importer = {
  format: 'org',
  noun: everywhere('Org'),
  extensions: ['org'],
  mediaTypes: ['text/org', 'text/x-org'],
  sniff: ({ text }) => (/^#\+(?:title|author|date|startup):/im.test(text) ? 0.5 : 0),
  *read(input) {
    yield readMarkup(input, markup)
  },
}
