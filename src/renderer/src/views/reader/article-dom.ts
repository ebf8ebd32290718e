/** So many blocks are laid out, or left out of the layout, together. */
const blocksInSection = 60
/** A guess at how high a text is before it was laid out, in pixels for each character and each block. */
const heightOf = { character: 0.42, block: 24 }

/**
 * The elements of a text of record, to be shown. Long articles are parted into sections that the browser lays out only when
 * they come near the screen (`content-visibility`); the text stays the same, character for character.
 * @param html canonical HTML, as `makeTextOfRecord` writes it
 */
export function buildArticle(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, 'text/html').querySelector('article')
  const article = parsed ? document.importNode(parsed, true) : document.createElement('article')
  part(article)
  return article
}

/** Parts the children of an element into sections; a single container around everything is gone into. */
function part(parent: Element): void {
  const [only] = parent.children
  if (only && parent.children.length === 1 && only.children.length > blocksInSection) {
    if (only.matches('div, blockquote')) part(only)
    return
  }
  if (parent.children.length <= 2 * blocksInSection) return
  const parts = document.createDocumentFragment()
  let section = document.createElement('section')
  let blocks = 0
  const close = (): void => {
    const height = section.textContent.length * heightOf.character + blocks * heightOf.block
    section.style.containIntrinsicBlockSize = `auto ${Math.ceil(height)}px`
    parts.append(section)
    section = document.createElement('section')
    blocks = 0
  }
  for (const node of [...parent.childNodes]) {
    section.append(node)
    if (node instanceof Element) blocks += 1
    if (blocks === blocksInSection) close()
  }
  if (section.hasChildNodes()) close()
  parent.replaceChildren(parts)
}

/** The sections of an article; all of it, when it is not parted. */
export function sectionsOf(article: HTMLElement): HTMLElement[] {
  const sections = [...article.querySelectorAll<HTMLElement>('section')]
  return sections.length > 0 ? sections : [article]
}
