import { diffWords } from '../../../../core/versions/compare-texts.ts'

/** A paragraph of a text that was recognised. */
export interface Paragraph {
  /** Where it begins in the text, in UTF-16 code units. */
  start: number
  text: string
  /** What was not recognised for sure. */
  unsure: string[]
}

const leaves = 'p,h1,h2,h3,h4,h5,h6,pre,li,td,th,dt,dd,figcaption,caption'

/** The paragraphs of a stored text, in order; of what stands within another one only the inner. */
export function paragraphsOf(html: string): Paragraph[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const article = page.querySelector('article')
  const found: Paragraph[] = []
  let at = 0
  const visit = (node: Node): void => {
    if (node instanceof Text) at += node.data.length
    if (!(node instanceof Element)) return
    const text = node.textContent
    if (!node.matches(leaves) || node.querySelector(leaves) !== null) {
      node.childNodes.forEach(visit)
      return
    }
    const unsure = [...node.querySelectorAll('mark')].map((mark) => mark.textContent.trim())
    if (text.trim() !== '') found.push({ start: at, text, unsure: unsure.filter((words) => words !== '') })
    at += text.length
  }
  if (article) visit(article)
  return found
}

/** What of a paragraph became something else: places in the text, and the words that stand there now. */
export function correctionsOf(
  { start, text }: Paragraph,
  now: string,
): { start: number; end: number; words: string }[] {
  const corrections: { start: number; end: number; words: string }[] = []
  let at = start
  for (const part of diffWords(text, now)) {
    const last = corrections.at(-1)
    // What is taken out and put in at one place is one correction.
    const open = last && last.end === at ? last : undefined
    if (part.kind === 'same') at += part.text.length
    else if (part.kind === 'removed') {
      if (open) open.end += part.text.length
      else corrections.push({ start: at, end: at + part.text.length, words: '' })
      at += part.text.length
    } else if (open) open.words += part.text
    else corrections.push({ start: at, end: at, words: part.text })
  }
  return corrections
}
