import { allBelow, attribute, below, childrenOf, type XmlElement } from '../xml.ts'

/** What a paragraph style says of what it is. */
export interface ParagraphStyle {
  /** 1 to 9; 0 for text. */
  heading: number
  isTitle: boolean
  isQuotation: boolean
  numbering: { list: string; level: number } | undefined
}

const text: ParagraphStyle = { heading: 0, isTitle: false, isQuotation: false, numbering: undefined }

/** The paragraph styles of a document by their ids (ISO/IEC 29500-1, 17.7), with what they inherit. */
export function paragraphStyles(styles: XmlElement | undefined): (id: string | undefined) => ParagraphStyle {
  const known = new Map(
    childrenOf(styles, 'w:style').map((style) => [attribute(style, 'w:styleId') ?? '', style]),
  )
  const read = new Map<string, ParagraphStyle>()
  const of = (id: string, depth: number): ParagraphStyle => {
    const there = read.get(id)
    if (there) return there
    const style = known.get(id)
    if (!style || depth > 20) return text
    const parent = attribute(below(style, 'w:basedOn'), 'w:val')
    const base = parent === undefined ? text : of(parent, depth + 1)
    const name = (attribute(below(style, 'w:name'), 'w:val') ?? '').toLowerCase()
    const level = outlineOf(below(style, 'w:pPr')) ?? Number(/^heading (\d)/.exec(name)?.[1] ?? base.heading)
    const found = {
      heading: level,
      isTitle: name === 'title',
      isQuotation: /\bquote\b|block text/.test(name) || base.isQuotation,
      numbering: numberingOf(below(style, 'w:pPr')) ?? base.numbering,
    }
    read.set(id, found)
    return found
  }
  return (id) => (id === undefined ? text : of(id, 0))
}

/** The level of a heading, from 1, that the properties of a paragraph state. */
export function outlineOf(properties: XmlElement | undefined): number | undefined {
  const level = attribute(below(properties, 'w:outlineLvl'), 'w:val')
  if (level === undefined) return undefined
  const number = Number(level)
  return number >= 0 && number < 9 ? number + 1 : 0
}

export function numberingOf(properties: XmlElement | undefined): ParagraphStyle['numbering'] {
  const numbering = below(properties, 'w:numPr')
  const list = attribute(below(numbering, 'w:numId'), 'w:val')
  if (list === undefined) return undefined
  return { list, level: Number(attribute(below(numbering, 'w:ilvl'), 'w:val') ?? 0) }
}

/** Whether the items of a list are numbered, and from which number on. */
export interface ListKind {
  tag: 'ol' | 'ul'
  start: number
}

/** The kinds of lists (17.9): `of` answers for a list and a level; undefined for what is no list (its numbering is taken away). */
export function listKinds(
  numbering: XmlElement | undefined,
): (list: string, level: number) => ListKind | undefined {
  const abstract = new Map(
    childrenOf(numbering, 'w:abstractNum').map((one) => [attribute(one, 'w:abstractNumId') ?? '', one]),
  )
  const all = childrenOf(numbering, 'w:num')
  const lists = new Map(
    all.map((one) => [
      attribute(one, 'w:numId') ?? '',
      abstract.get(attribute(below(one, 'w:abstractNumId'), 'w:val') ?? ''),
    ]),
  )
  const overrides = new Map(
    all.flatMap((one) =>
      childrenOf(one, 'w:lvlOverride').flatMap((level) => {
        const start = attribute(below(level, 'w:startOverride'), 'w:val')
        const key = `${attribute(one, 'w:numId') ?? ''} ${attribute(level, 'w:ilvl') ?? ''}`
        return start === undefined ? [] : [[key, start] as const]
      }),
    ),
  )
  return (list, level) => {
    const found = [...allBelow(lists.get(list), 'w:lvl')].find(
      (one) => attribute(one, 'w:ilvl') === String(level),
    )
    if (list === '0') return undefined
    const format = attribute(below(found, 'w:numFmt'), 'w:val') ?? 'bullet'
    if (format === 'none') return undefined
    return {
      tag: format === 'bullet' ? 'ul' : 'ol',
      start: Number(overrides.get(`${list} ${level}`) ?? attribute(below(found, 'w:start'), 'w:val') ?? 1),
    }
  }
}
