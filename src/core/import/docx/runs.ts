import { dayIn, linked, set, type Flow, type Setting, type Tracked } from '../office/flow.ts'
import { formulaOf } from './formula.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { attribute, below, childrenOf, contentOf, type XmlElement } from '../xml.ts'

/** What the words of a document refer to. */
export interface Parts {
  flow: Flow
  /** The addresses of links and the paths of pictures, by their ids. */
  targets: ReadonlyMap<string, string>
  /** The HTML of a note, by its id; undefined where there is none. */
  note: (kind: 'footnote' | 'endnote', id: string) => string | undefined
  /** A picture as a data address. */
  picture: (path: string) => string | undefined
  /** Whether the comment of this id has a range of words. */
  isRange: (id: string) => boolean
  /** The comment of this id. */
  comment: (id: string) => Flow['notes'][number] | undefined
  /** Blocks within a line: the text of a box that is drawn in it. */
  blocks: (element: XmlElement) => string
}

/** A link that is written as a field begins, its address comes, its words come, it ends. */
interface Field {
  code: string
  isResult: boolean
}

/** What stands in a paragraph as HTML (ISO/IEC 29500-1, 17.3.2 and 17.16). */
export function lineOf(elements: readonly XmlElement[], parts: Parts): string {
  const fields: Field[] = []
  return elements.map((element) => inlineOf(element, parts, fields)).join('')
}

const transparent = new Set([
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:customXml',
])
const changes: Record<string, Tracked['kind']> = {
  'w:ins': 'ins',
  'w:moveTo': 'ins',
  'w:del': 'del',
  'w:moveFrom': 'del',
}

function inlineOf(element: XmlElement, parts: Parts, fields: Field[]): string {
  const { flow } = parts
  const inside = (): string =>
    childrenOf(element)
      .map((child) => inlineOf(child, parts, fields))
      .join('')
  const { tagName } = element
  const id = attribute(element, 'w:id') ?? ''
  if (tagName === 'w:r') return runOf(element, parts, fields)
  if (tagName === 'w:hyperlink') return linked(inside(), addressOf(element, parts))
  if (transparent.has(tagName)) return inside()
  const kind = changes[tagName]
  if (kind && flow.drops(kind)) return marksIn(element, parts)
  if (kind) return flow.changed(inside(), trackedBy(element, kind))
  if (tagName === 'm:oMath' || tagName === 'm:oMathPara') return flow.words(formulaOf(element))
  if (tagName === 'w:commentRangeStart') {
    const comment = parts.comment(id)
    if (comment) flow.openNote(id, comment)
  } else if (tagName === 'w:commentRangeEnd') flow.closeNote(id)
  return ''
}

/** Where comments begin and end within what is left out. */
export function marksIn(element: XmlElement, parts: Parts): string {
  for (const child of childrenOf(element))
    if (/^w:commentRange(?:Start|End)$/.test(child.tagName)) inlineOf(child, parts, [])
    else marksIn(child, parts)
  return ''
}

export const trackedBy = (element: XmlElement, kind: Tracked['kind']): Tracked => ({
  kind,
  author: attribute(element, 'w:author') ?? '',
  day: dayIn(attribute(element, 'w:date')),
})

function addressOf(element: XmlElement, { targets }: Parts): string | undefined {
  const id = attribute(element, 'r:id')
  return id === undefined ? undefined : targets.get(id)
}

function runOf(run: XmlElement, parts: Parts, fields: Field[]): string {
  const setting = settingOf(below(run, 'w:rPr'))
  if (setting.isHidden) return ''
  const pieces: string[] = []
  let words = ''
  const endWords = (): void => {
    if (words !== '') pieces.push(set(parts.flow.words(words), setting))
    words = ''
  }
  for (const piece of childrenOf(run)) {
    const text = fields.at(-1)?.isResult === false ? undefined : textOf(piece)
    if (text === undefined) {
      endWords()
      pieces.push(otherOf(piece, parts, fields))
    } else words += text
  }
  endWords()
  return inField(pieces.join(''), fields)
}

/** What is the result of a field that is a link is a link. */
function inField(html: string, fields: readonly Field[]): string {
  const link = fields.findLast(({ code, isResult }) => isResult && /^\s*HYPERLINK\s/i.test(code))
  const address = /HYPERLINK\s+"([^"]{1,2000})"/i.exec(link?.code ?? '')?.[1]
  return linked(html, address)
}

/** The words that a part of a run stands for; undefined where it is something else. */
function textOf(piece: XmlElement): string | undefined {
  switch (piece.tagName) {
    case 'w:t':
    case 'w:delText':
      return piece.textContent ?? ''
    case 'w:tab':
    case 'w:ptab':
      return ' '
    case 'w:noBreakHyphen':
      return '\u2011'
    case 'w:sym':
      return symbolOf(piece)
    default:
      return undefined
  }
}

/** Signs of fonts that have only signs: what they are is not in their numbers, but for bullets and a few arrows. */
const signs: Record<string, string> = {
  f0b7: '•',
  f0e0: '→',
  f0df: '←',
  f0a7: '▪',
  f0fc: '✓',
  f0a8: '□',
  f0fe: '☑',
}
/** The letters and signs of the font Symbol, from 0x61, 0x41 and where there are others (Adobe’s Symbol encoding). */
const [small, large] = ['αβχδεφγηιϕκλμνοπθρστυϖωξψζ', 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'].map((all) =>
  Array.from(all),
)
// prettier-ignore
const otherSigns: Record<string, string> = {
  a3: '≤', b3: '≥', b9: '≠', b1: '±', b4: '×', b8: '÷', b0: '°', a5: '∞', ac: '←', ae: '→', ad: '↑', af: '↓', d6: '√', bb: '≈',
  b6: '∂', e5: '∑', f2: '∫', ce: '∈', c7: '∩', c8: '∪', d7: '⋅', d0: '∠', a2: '′', b2: '″', bc: '…',
}

/** A sign that nobody can tell here is shown as one. */
function symbolOf(piece: XmlElement): string {
  const code = (attribute(piece, 'w:char') ?? '').toLowerCase()
  const known = signs[code]
  if (known !== undefined || attribute(piece, 'w:font')?.toLowerCase() !== 'symbol') return known ?? '\ufffd'
  const low = Number.parseInt(code, 16) & 0xff
  return (
    small?.[low - 0x61] ??
    large?.[low - 0x41] ??
    otherSigns[low.toString(16)] ??
    (low >= 0x20 && low < 0x40 ? String.fromCharCode(low) : '\ufffd')
  )
}

function otherOf(piece: XmlElement, parts: Parts, fields: Field[]): string {
  const { flow } = parts
  switch (piece.tagName) {
    case 'w:br':
      if (attribute(piece, 'w:type') === 'page') flow.pageBreak()
      // Where a page or a column ends, words end.
      return /^(?:page|column)$/.test(attribute(piece, 'w:type') ?? '') ? ' ' : '<br>'
    case 'w:cr':
      return '<br>'
    case 'w:lastRenderedPageBreak':
      flow.pageBreak(true)
      return ''
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = piece.tagName === 'w:footnoteReference' ? 'footnote' : 'endnote'
      const note = flow.apart(() => parts.note(kind, attribute(piece, 'w:id') ?? ''))
      return note === undefined ? '' : flow.inline(flow.footnote(note))
    }
    case 'w:fldChar':
      turnField(attribute(piece, 'w:fldCharType') ?? '', fields)
      return ''
    case 'w:instrText': {
      const field = fields.at(-1)
      if (field && field.code.length < 4_000) field.code += piece.textContent ?? ''
      return ''
    }
    case 'mc:AlternateContent':
      return otherWithin(below(piece, 'mc:Choice') ?? below(piece, 'mc:Fallback'), parts, fields)
    case 'w:ruby':
      return otherWithin(below(piece, 'w:rubyBase'), parts, fields)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return drawingOf(piece, parts)
    default:
      return ''
  }
}

function otherWithin(element: XmlElement | undefined, parts: Parts, fields: Field[]): string {
  return childrenOf(element)
    .map((one) => (one.tagName === 'w:r' ? runOf(one, parts, fields) : otherOf(one, parts, fields)))
    .join('')
}

function turnField(to: string, fields: Field[]): void {
  const last = fields.at(-1)
  if (to === 'begin') fields.push({ code: '', isResult: false })
  else if (to === 'separate' && last) last.isResult = true
  else if (to === 'end') fields.pop()
}

/** A picture that came in the document, and the words of a box. */
function drawingOf(drawing: XmlElement, parts: Parts): string {
  let html = ''
  const visit = (element: XmlElement): void => {
    const target = attribute(element, element.tagName === 'a:blip' ? 'r:embed' : 'r:id')
    if (element.tagName === 'a:blip' || element.tagName === 'v:imagedata') {
      const source = parts.picture(parts.targets.get(target ?? '') ?? '')
      if (source !== undefined) html += `<img src="${source}" alt="${escapeHtml(describedIn(drawing))}">`
    } else if (element.tagName === 'w:txbxContent') html += parts.blocks(element)
    else for (const child of contentOf(element)) if (typeof child !== 'string') visit(child)
  }
  visit(drawing)
  return html
}

function describedIn(drawing: XmlElement): string {
  const properties = below(drawing, 'wp:inline', 'wp:docPr') ?? below(drawing, 'wp:anchor', 'wp:docPr')
  return attribute(properties, 'descr') ?? ''
}

function settingOf(properties: XmlElement | undefined): Setting & { isHidden: boolean } {
  const isOn = (name: string): boolean => {
    const found = below(properties, name)
    return found !== undefined && !['0', 'false', 'off', 'none'].includes(attribute(found, 'w:val') ?? '')
  }
  const raised = attribute(below(properties, 'w:vertAlign'), 'w:val')
  return {
    bold: isOn('w:b'),
    italic: isOn('w:i'),
    underlined: isOn('w:u'),
    struck: isOn('w:strike') || isOn('w:dstrike'),
    script: raised === 'superscript' ? 'sup' : raised === 'subscript' ? 'sub' : undefined,
    isHidden: isOn('w:vanish'),
  }
}
