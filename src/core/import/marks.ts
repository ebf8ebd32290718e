import { escapeHtml } from '../text/escape-html.ts'
import { noteMark, pageMark } from '../text/marked-places.ts'

/** Words with which a page of this name begins. @param html the words */
export const pageStart = (name: string, html: string): string =>
  `<span id="${pageMark}${escapeHtml(name)}">${html}</span>`

/** Puts words into the elements that say which notes are about them; each id stands once in a document. */
export function notesAround(): (html: string, notes: readonly number[]) => string {
  const times = new Map<number, number>()
  return (html, notes) =>
    notes.reduce((inner, n) => {
      const time = (times.get(n) ?? 0) + 1
      times.set(n, time)
      return `<span id="${noteMark}${n}${time === 1 ? '' : `-${time}`}">${inner}</span>`
    }, html)
}
