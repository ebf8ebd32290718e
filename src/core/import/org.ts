import { everywhere } from '../words/language.ts'
import type { Importer } from './importer.ts'
import { readMarkup, type Markup } from './lightweight-markup.ts'

const keyword = /^#\+([a-z_]{2,30}):(.*)$/i
/** What is about the document itself; what is not (a caption) stays where it stands. */
const known = /^(?:title|subtitle|author|date|language|email|options|startup|filetags|property)$/
const heading = /^(\*{1,20}) +(\S.*)$/
const beginning = /^\s*#\+begin_/i

const markup: Markup = {
  /** Keywords above the first heading and the first block; what is said twice is said on (Org’s manual, “Export settings”). */
  headOf: (lines) => {
    const fields = new Map<string, string>()
    const end = lines.findIndex((line) => heading.test(line) || beginning.test(line))
    const body = end === -1 ? lines.length : end
    const rest = lines.filter((line, at) => {
      const [, name = '', value = ''] = (at < body && keyword.exec(line)) || []
      const key = name.toLowerCase()
      if (!known.test(key)) return true
      const before = fields.get(key)
      const words = value.trim()
      if (words !== '')
        fields.set(key, before === undefined ? words : `${before}${key === 'author' ? ', ' : ' '}${words}`)
      return false
    })
    return { fields, rest }
  },
  heading: (line) => {
    const [, stars = '', words = ''] = heading.exec(line) ?? []
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
