import type { Setting } from '../office/flow.ts'
import { attribute, below, childrenOf, type XmlElement } from '../xml.ts'

/** How words and paragraphs of a style are set (OpenDocument 1.3, part 3, 16). */
export interface TextStyle extends Setting {
  isHidden: boolean
  breaksBefore: boolean
  isTitle: boolean
  isQuotation: boolean
}

const plain: TextStyle = { isHidden: false, breaksBefore: false, isTitle: false, isQuotation: false }

/** The styles of a document by their names, with what they inherit. @param parts `content.xml` and `styles.xml` */
export function textStyles(
  parts: readonly (XmlElement | undefined)[],
): (name: string | undefined) => TextStyle {
  const known = new Map<string, XmlElement>()
  for (const part of parts)
    for (const place of ['office:styles', 'office:automatic-styles'])
      for (const style of childrenOf(below(part, place), 'style:style'))
        known.set(attribute(style, 'style:name') ?? '', style)
  const read = new Map<string, TextStyle>()
  const of = (name: string, depth: number): TextStyle => {
    const there = read.get(name)
    if (there) return there
    const style = known.get(name)
    const parent = attribute(style, 'style:parent-style-name')
    const base = style && parent !== undefined && depth < 20 ? of(parent, depth + 1) : plain
    const called = (attribute(style, 'style:display-name') ?? name).toLowerCase()
    const found = {
      ...(style ? ownOf(style, base) : base),
      isTitle: base.isTitle || called === 'title',
      isQuotation: base.isQuotation || called === 'quotations',
    }
    read.set(name, found)
    return found
  }
  return (name) => (name === undefined ? plain : of(name, 0))
}

function ownOf(style: XmlElement, base: TextStyle): TextStyle {
  const words = below(style, 'style:text-properties')
  const block = below(style, 'style:paragraph-properties')
  const value = (name: string): string | undefined => attribute(words, name)
  const isDrawn = (name: string, before: boolean | undefined): boolean | undefined =>
    value(name) === undefined ? before : value(name) !== 'none'
  const weight = value('fo:font-weight')
  const position = value('style:text-position')
  return {
    ...base,
    bold: weight === undefined ? base.bold : /bold|[6-9]00/.test(weight),
    italic: value('fo:font-style') === undefined ? base.italic : value('fo:font-style') !== 'normal',
    underlined: isDrawn('style:text-underline-style', base.underlined),
    struck: isDrawn('style:text-line-through-style', base.struck),
    script: position === undefined ? base.script : scriptOf(position),
    isHidden: value('text:display') === 'none' || base.isHidden,
    breaksBefore: attribute(block, 'fo:break-before') === 'page',
  }
}

const scriptOf = (position: string): Setting['script'] =>
  /^(?:super|[1-9])/.test(position) ? 'sup' : /^(?:sub|-[1-9])/.test(position) ? 'sub' : undefined
