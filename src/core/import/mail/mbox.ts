import { problem } from '../../problem.ts'
import { said } from '../../words/say.ts'
import { Problem } from '../../problem.ts'
import { joined } from '../joined.ts'
import type { ImportedDocument, Importer } from '../importer.ts'
import { readMessage } from './mail.ts'

const mostMessages = 50_000
const [newline, carriage] = [0x0a, 0x0d]

/** A mailbox: each of its messages is an article (RFC 4155, and what mail programs write). */
export const mbox: Importer = {
  format: 'mbox',
  noun: { en: 'a mailbox', de: 'ein Postfach', ar: 'صندوق بريد' },
  extensions: ['mbox', 'mbx'],
  mediaTypes: ['application/mbox'],
  holdsMany: true,
  sniff: ({ text }) => (/^From \S[^\n]{0,300}\n[A-Za-z-]{1,80}:/.test(text) ? 0.9 : 0),
  async *read(input, task) {
    const places = [...messagesIn(input.bytes)]
    if (places.length > mostMessages)
      throw problem('too-large', 'moreThanAnyArticle', { most: String(mostMessages), what: 'messages' })
    let broken = 0
    // What is to be said of the mailbox stands with its last message.
    let last: ImportedDocument | undefined
    for (const [at, [start, end]] of places.entries()) {
      task.progress(at, places.length)
      try {
        for await (const one of readMessage(unescaped(input.bytes.subarray(start, end)), input, task)) {
          if (last) yield last
          last = one
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        broken += 1
      }
    }
    if (!last) return
    if (broken > 0) last.warnings.push(said('warnings.messagesLeftOut', { count: broken }))
    yield last
  },
}

/** Where each message begins and ends: behind a line that begins with `From `, at the start or after an empty line. */
function* messagesIn(bytes: Uint8Array): Generator<[number, number]> {
  let start = -1
  for (let line = 0; line < bytes.length;) {
    const end = bytes.indexOf(newline, line)
    const next = end === -1 ? bytes.length : end + 1
    if (isBorder(bytes, line)) {
      if (start !== -1) yield [start, line]
      start = next
    }
    line = next
  }
  if (start !== -1) yield [start, bytes.length]
}

const mark = Array.from('From ', (letter) => letter.charCodeAt(0))
/** A line that parts messages says who sent it and when; without the time, a header follows at once. */
function isBorder(bytes: Uint8Array, at: number): boolean {
  if (!mark.every((code, n) => bytes[at + n] === code) || !(at === 0 || isEmptyBefore(bytes, at)))
    return false
  const [line = '', next = ''] = latin1.decode(bytes.subarray(at, at + 500)).split(/\r?\n/, 2)
  return (
    at === 0 ||
    /^From \S{1,300} .*\d{1,2}:\d{2}/.test(line) ||
    (/^From \S+\s*$/.test(line) && /^[A-Z][A-Za-z-]{1,60}:/.test(next))
  )
}
const latin1 = new TextDecoder('latin1')
const isEmptyBefore = (bytes: Uint8Array, at: number): boolean =>
  bytes[at - 1] === newline &&
  (bytes[at - 2] === newline || (bytes[at - 2] === carriage && bytes[at - 3] === newline))

/** Lines of a message that begin with `From `, or with that behind some `>`, have one more `>` before them in a mailbox. */
function unescaped(bytes: Uint8Array): Uint8Array {
  let from = 0
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0x3e || (at > 0 && bytes[at - 1] !== newline)) continue
    let behind = at + 1
    while (bytes[behind] === 0x3e) behind += 1
    if (!mark.every((code, n) => bytes[behind + n] === code)) continue
    parts.push(bytes.subarray(from, at))
    from = at + 1
  }
  if (parts.length === 0) return bytes
  parts.push(bytes.subarray(from))
  return joined(parts)
}
