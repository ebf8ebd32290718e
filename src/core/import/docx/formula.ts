import type { Element, ElementContent } from 'hast'
import { wordsOfMath } from '../../text/formulas.ts'
import { below, childrenOf, type XmlElement } from '../xml.ts'

/** What formulas of Word are called in MathML, and which of their parts come in which order (ISO/IEC 29500-1, 22.1). */
const kinds: Record<string, [tagName: string, ...parts: string[]]> = {
  'm:f': ['mfrac', 'm:num', 'm:den'],
  'm:sSup': ['msup', 'm:e', 'm:sup'],
  'm:sSub': ['msub', 'm:e', 'm:sub'],
  'm:sSubSup': ['msubsup', 'm:e', 'm:sub', 'm:sup'],
}

/** A formula on one line: `10⁶`, `(a+1)/2`. */
export const formulaOf = (element: XmlElement): string => wordsOfMath(partOf('mrow', [element])).trim()

const partOf = (tagName: string, elements: readonly XmlElement[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: elements.map(mathOf),
})

function mathOf(element: XmlElement): ElementContent {
  const [tagName, ...parts] = kinds[element.tagName] ?? []
  const row = (name: string): Element => partOf('mrow', childrenOf(below(element, name)))
  if (tagName !== undefined) return { ...partOf(tagName, []), children: parts.map(row) }
  if (element.tagName === 'm:t') return { type: 'text', value: element.textContent ?? '' }
  if (element.tagName === 'm:rad') {
    const degree = row('m:deg')
    const isSquare = wordsOfMath(degree).trim() === ''
    return {
      ...partOf(isSquare ? 'msqrt' : 'mroot', []),
      children: isSquare ? [row('m:e')] : [row('m:e'), degree],
    }
  }
  if (element.tagName === 'm:d')
    return {
      ...partOf('mrow', []),
      children: [{ type: 'text', value: '(' }, row('m:e'), { type: 'text', value: ')' }],
    }
  // Properties say how it is set.
  return partOf('mrow', /Pr$/.test(element.tagName) ? [] : childrenOf(element))
}
