import { readText } from '../../text/read-text.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { pageMark } from '../../text/marked-places.ts'
import type { ImportedNote } from '../importer.ts'
import { notesAround, pageStart } from '../marks.ts'

/** Comments about the same words. */
const mostOpen = 30

/** How what was changed in a document is read: as it was changed, as if it had been accepted, or as if it had been rejected. */
export type ChangesAs = 'marked' | 'accepted' | 'rejected'

/** A change that somebody made with “track changes” on. */
export interface Tracked {
  kind: 'ins' | 'del'
  author: string
  /** The day, `2031-03-04`; '' where it is not stated. */
  day: string
}

/**
 * What goes along with the words of a document while it is read from its beginning to its end: which comments are about them, on
 * which page they stand, which notes they refer to.
 */
export class Flow {
  readonly notes: ImportedNote[] = []
  readonly changesAs: ChangesAs
  hasChanges = false
  readonly #open = new Map<string, number>()
  readonly #around = notesAround()
  readonly #footnotes: string[] = []
  #page: string | null = '1'
  #pages = 1

  constructor(changesAs: ChangesAs) {
    this.changesAs = changesAs
  }

  /** A comment begins. @param id what the document calls it */
  openNote(id: string, note: ImportedNote): void {
    this.#open.set(id, this.notes.push(note) - 1)
  }

  closeNote(id: string): void {
    this.#open.delete(id)
  }

  /** What is read apart from the text around it: a note has none of the comments that are about its reference. */
  apart<T>(work: () => T): T {
    const open = [...this.#open]
    this.#open.clear()
    try {
      return work()
    } finally {
      for (const [id, at] of open) this.#open.set(id, at)
    }
  }

  /** Whether what was changed so is left out, with all that is in it. */
  drops(kind: Tracked['kind']): boolean {
    if (this.changesAs === 'marked') return false
    this.hasChanges = true
    return (kind === 'ins') !== (this.changesAs === 'accepted')
  }

  /**
   * A page ends here. The first break says that the document has pages at all.
   * @param isShown whether a program noted that it did when it showed the document: where one was asked for, it is the same
   */
  pageBreak(isShown = false): void {
    if (isShown && this.#page !== null && this.#pages > 1) return
    this.#pages += 1
    this.#page = String(this.#pages)
  }

  /** Words as HTML, within what is open around them. */
  words(text: string): string {
    return text === '' ? '' : this.inline(escapeHtml(text))
  }

  /** HTML of a line, within what is open around it. */
  inline(html: string): string {
    // More comments about the same words than anybody could tell apart are about the first of them only.
    const marked = this.#around(html, [...this.#open.values()].slice(0, mostOpen))
    if (this.#page === null || html.trim() === '') return marked
    const page = this.#page
    this.#page = null
    return pageStart(page, marked)
  }

  /** What was inserted or deleted, as it is to be read. */
  changed(html: string, { kind, author, day }: Tracked): string {
    if (html === '') return ''
    this.hasChanges = true
    if (this.changesAs !== 'marked') return (kind === 'ins') === (this.changesAs === 'accepted') ? html : ''
    const who = [author, day].filter((part) => part !== '').join(', ')
    return `<${kind}${who === '' ? '' : ` title="${escapeHtml(who)}"`}>${html}</${kind}>`
  }

  /** A reference to a note, which stands below the text. @param html the blocks of the note */
  footnote(html: string): string {
    const n = this.#footnotes.push(html)
    return `<sup><a id="fnref-${n}" href="#fn-${n}" role="doc-noteref">${n}</a></sup>`
  }

  /**
   * The whole document.
   * @param html its text, without the notes
   */
  document(html: string): string {
    const pages = this.#pages > 1 ? html : html.replace(`<span id="${pageMark}1">`, '<span>')
    return `${pages}\n${this.footnotes()}`
  }

  /** The notes, each with a link back to where it is referred to. */
  footnotes(): string {
    const notes = this.#footnotes.map((html, at) => {
      const back = `<a id="fn-${at + 1}" href="#fnref-${at + 1}">[${at + 1}]</a> `
      return html.startsWith('<p>') ? `<p>${back}${html.slice(3)}` : `<p>${back}</p>${html}`
    })
    return notes.join('\n')
  }
}

/** How words are set; what a text of record keeps of it. */
export interface Setting {
  bold?: boolean | undefined
  italic?: boolean | undefined
  underlined?: boolean | undefined
  struck?: boolean | undefined
  script?: 'sup' | 'sub' | undefined
}

export function set(html: string, { bold, italic, underlined, struck, script }: Setting): string {
  if (html.trim() === '') return html
  let marked = html
  if (script) marked = `<${script}>${marked}</${script}>`
  if (struck) marked = `<s>${marked}</s>`
  if (underlined) marked = `<u>${marked}</u>`
  if (italic) marked = `<em>${marked}</em>`
  return bold ? `<strong>${marked}</strong>` : marked
}

export const linked = (html: string, address: string | undefined): string =>
  address === undefined || html === '' ? html : `<a href="${escapeHtml(address)}">${html}</a>`

/** Names that programs put in for people. */
const noPerson =
  /^(?:user|admin(?:istrator)?|owner|author|unknown|microsoft.*|.*office user|windows user|python-docx|root|pc|home)$/i

/** The person whom a document says that it is by; none where a program says so. */
export const authorsStated = (stated: string): string[] =>
  stated
    .split(';')
    .map((name) => name.trim())
    .filter((name) => /\p{L}{2}/u.test(name) && !noPerson.test(name))

/** The day in a date as XML has it (`2016-05-09T16:14:00Z`). */
export const dayIn = (date: string | undefined): string => /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? ''

/** The title that stands in a document as one, else the one that it states, else the heading that it begins with. */
export function titleIn(html: string, stated: string): { value: string; from: string } | undefined {
  const shown = /<h1>(.*?)<\/h1>/.exec(html)?.[1]
  if (shown !== undefined) return { value: readText(shown), from: 'title of the document' }
  if (/\p{L}{2}/u.test(stated)) return { value: stated, from: 'its properties: title' }
  const heading = /^\s*<h[2-6]>(.*?)<\/h[2-6]>/.exec(html)?.[1]
  return heading === undefined ? undefined : { value: readText(heading), from: 'first heading' }
}
