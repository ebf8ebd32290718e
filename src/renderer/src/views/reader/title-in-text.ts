const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
/** How much of a text is looked at, in UTF-16 code units of its HTML. */
const beginning = 4_000

/** Whether a text of record begins with its title, as documents and plain texts do. @param html the text as it is stored */
export function beginsWithTitle(html: string, title: string): boolean {
  const { textContent } = new DOMParser().parseFromString(html.slice(0, beginning), 'text/html').body
  return plain(title) !== '' && plain(textContent).startsWith(plain(title))
}
