import { parseHTML } from 'linkedom'

/** The little of the DOM that is asked of a parsed page; core knows no window. */
export interface PageElement {
  getAttribute: (name: string) => string | null
  textContent: string | null
  innerHTML: string
}
export interface Page {
  querySelector: (selector: string) => PageElement | null
  querySelectorAll: (selector: string) => Iterable<PageElement>
}

/** Parses a whole HTML document; scripts in it do not run. */
export function parsePage(html: string): Page {
  const window: unknown = parseHTML(html)
  return (window as { document: Page }).document
}
