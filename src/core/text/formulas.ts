import type { Element, ElementContent, Nodes } from 'hast'
import { classesOf } from './classes-of.ts'
import { contentOf } from './content-of.ts'
import { marked, onOneLine } from './scripts.ts'

/** Images of formulas, as wikis and blogs have them, say in their alternative text what the formula is. */
const isFormulaImage = (element: Element): boolean =>
  element.tagName === 'img' &&
  /\b(?:mwe-math|latex|tex|math)\b|mwe-math/i.test(classesOf(element)) &&
  typeof element.properties['alt'] === 'string'

/**
 * Puts formulas into the text: a MathML element, or the image of a formula, becomes `code` with its TeX, where the page has it,
 * else with the characters of the formula. A formula that the page has in both ways is put once.
 */
export function writeFormulas(node: Nodes): void {
  if (!('children' in node)) return
  const hasMath = node.children.some((child) => holdsMath(child))
  // MathJax leaves what it draws, and what stood there before, beside the TeX.
  if (node.children.some((child) => child.type === 'element' && isTex(child)))
    node.children = contentOf(node).filter((child) => !isDrawn(child))
  for (const [at, child] of node.children.entries()) {
    const written = child.type === 'element' ? asFormula(child, hasMath) : undefined
    if (written === undefined) writeFormulas(child)
    else node.children[at] = written
  }
}

/** TeX as MathJax 2 has it in a page. */
const isTex = ({ tagName, properties }: Element): boolean =>
  tagName === 'script' && typeof properties['type'] === 'string' && /^math\/tex\b/i.test(properties['type'])
const isDrawn = (node: ElementContent): boolean =>
  node.type === 'element' &&
  [node.properties['className'] ?? ''].flat().some((name) => /^MathJax(?:_|$)/.test(name))

/** What stands for a formula; undefined for what is none. */
function asFormula(element: Element, hasMath: boolean): ElementContent | undefined {
  if (element.tagName === 'math') return formula(texOf(element))
  if (isTex(element)) return formula(charactersOf(element))
  if (!isFormulaImage(element)) return undefined
  return formula(hasMath ? '' : String(element.properties['alt']))
}

/** What is known of each element: asked at every level, it would be found out again from there on down. */
const holders = new WeakMap<Nodes, boolean>()

function holdsMath(node: Nodes): boolean {
  if (node.type !== 'element') return false
  const known = holders.get(node)
  if (known !== undefined) return known
  const holds = node.tagName === 'math' || node.children.some((child) => holdsMath(child))
  holders.set(node, holds)
  return holds
}

function formula(tex: string): ElementContent {
  const line = tex.replace(/\s+/g, ' ').trim()
  // How Wikipedia's pages wrap what they have.
  const value = /^\{\\displaystyle (.*)\}$/.exec(line)?.[1]?.trim() ?? line
  return { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value }] }
}

function texOf(math: Element): string {
  const alternative = math.properties['alttext'] ?? math.properties['altText']
  if (typeof alternative === 'string') return alternative
  return annotationIn(math) ?? wordsOfMath(math)
}

function annotationIn(node: Element): string | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const hasTex = child.tagName === 'annotation' && /tex/i.test(String(child.properties['encoding'] ?? ''))
    const found = hasTex ? charactersOf(child) : annotationIn(child)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * What a formula says on one line, where the page has no TeX of it (MathML Core): `10⁶`, `1/2`, `√(x + 1)`, `aᵢ`.
 */
export function wordsOfMath(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/[\u2061-\u2064]/g, '').replace(/\s+/g, ' ')
  if (!('children' in node)) return ''
  const { tagName } = node.type === 'element' ? node : { tagName: '' }
  if (tagName === 'annotation' || tagName === 'annotation-xml') return ''
  const parts = node.children
    .filter((child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''))
    .map((child) => wordsOfMath(child).trim())
  const write = setOut.get(tagName)
  return write && parts.length > 1
    ? write(parts)
    : tagName === 'msqrt'
      ? `√${inOne(parts.join(''))}`
      : parts.join('')
}

/** What is more than a figure or a letter stands in brackets. */
const inOne = (words: string): string => (/^[\p{L}\p{N}.,⁰¹²³⁴-⁹₀-₉]*$/u.test(words) ? words : `(${words})`)
const raise = (words: string): string => onOneLine(words, 'sup') ?? marked(words, 'sup')
const lower = (words: string): string => onOneLine(words, 'sub') ?? marked(words, 'sub')

/** How elements of MathML set what is in them. */
const setOut = new Map<string, (parts: readonly string[]) => string>([
  ['msup', ([base = '', power = '']) => inOne(base) + raise(power)],
  ['msub', ([base = '', index = '']) => inOne(base) + lower(index)],
  ['msubsup', ([base = '', index = '', power = '']) => inOne(base) + lower(index) + raise(power)],
  ['mfrac', ([above = '', below = '']) => `${inOne(above)}/${inOne(below)}`],
  ['mroot', ([base = '', degree = '']) => `${raise(degree)}√${inOne(base)}`],
  ['munderover', ([base = '', from = '', to = '']) => `${base}${lower(from)}${raise(to)}`],
])

function charactersOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'annotation-xml') return ''
  return 'children' in node ? node.children.map((child) => charactersOf(child)).join('') : ''
}
