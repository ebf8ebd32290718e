import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { problem } from '../../problem.ts'
import { readText } from '../../text/read-text.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { said, type Said } from '../../words/say.ts'
import { messageOf, Problem } from '../../problem.ts'
import {
  titleFromFileName,
  type ImportedDocument,
  type Importer,
  type ImportInput,
  type ImportTask,
} from '../importer.ts'
import { dataAddress } from '../office/pictures.ts'
import { oneLine } from '../values.ts'
import { guessed } from '../decode.ts'
import { joined } from '../joined.ts'
import { isUtf8 } from '../../text/utf8.ts'
import { isMail } from './headers.ts'

/** More than a person attaches. */
const mostAttachments = 500

/** A message: who wrote to whom and when, what was written, and each document that was attached as an article of its own. */
export const mail: Importer = {
  format: 'mail',
  noun: { en: 'an e-mail message', de: 'eine E-Mail', ar: 'رسالة بريد' },
  extensions: ['eml', 'emlx'],
  mediaTypes: ['message/rfc822'],
  holdsMany: true,
  sniff: ({ text }) =>
    isMail(withoutLength(text)) && !/multipart\/related/i.test(text.slice(0, 600)) ? 0.58 : 0,
  async *read(input, task) {
    yield* readMessage(withoutFrame(input.bytes), input, task)
  },
}

/** Apple’s Mail writes the length of a message in a line of its own before it. */
const withoutLength = (text: string): string => text.replace(/^\d+\s*\n/, '')

/** A message of Apple’s Mail without its length in front and what the program notes behind it. */
function withoutFrame(bytes: Uint8Array): Uint8Array {
  const [all, length] = /^(\d{1,10})\s*\n/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 20))) ?? []
  return all === undefined ? bytes : bytes.subarray(all.length, all.length + Number(length))
}

/** The articles of one message: itself, and what was attached to it. */
export async function* readMessage(
  bytes: Uint8Array,
  { fileName, given }: ImportInput,
  task: ImportTask,
): AsyncGenerator<ImportedDocument> {
  const message = await parsed(bytes)
  const subject = oneLine(message.subject ?? '')
  const title = given?.title ?? (subject === '' ? titleFromFileName(fileName) : subject)
  const warnings: Said[] = []
  const attached: ImportedDocument[] = []
  for (const one of message.attachments.slice(0, mostAttachments))
    if (!isShownWithin(one))
      attached.push(...(await documentsIn(one, title, noteFor(message, title), task, warnings)))
  const author = message.from?.name || message.from?.address
  yield {
    title,
    byline: author ?? '',
    authors: author === undefined ? [] : [author],
    outlet: null,
    published: dayOf(message),
    language: null,
    direction: null,
    urls: [],
    tags: [],
    html: `${headOf(message)}\n${bodyOf(message)}`,
    baseUrl: undefined,
    metadataFrom: {
      title: given?.title !== undefined ? 'you' : subject === '' ? 'file name' : 'mail: Subject',
      ...(author === undefined ? {} : { authors: 'mail: From' }),
      ...(dayOf(message) === null ? {} : { published: 'mail: Date' }),
    },
    warnings,
  }
  yield* attached
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(withCharset(bytes), { maxNestingDepth: 50, maxHeadersSize: 2_000_000 })
  } catch (cause) {
    throw problem('bad-input', 'mailDamaged', {}, { cause })
  }
}

/** What is written in other letters without a word on it is no UTF-8, which is what is read then. */
function withCharset(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes
  const stated = /charset\s*=\s*["']?([\w.:-]+)/i.exec(new TextDecoder('latin1').decode(bytes))?.[1]
  if (stated !== undefined && !/^(?:unknown|x-unknown|default|us-ascii)/i.test(stated)) return bytes
  // Its head is in plain letters, whatever the rest is.
  const lines = linesOf(bytes).filter((line) => line.some((byte) => byte >= 0x80))
  return new TextEncoder().encode(new TextDecoder(guessed(joined(lines))).decode(bytes))
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at)
    const next = end === -1 ? bytes.length : end + 1
    lines.push(bytes.subarray(at, next))
    at = next
  }
  return lines
}

/** Pictures within the text of a message, and signatures, are no documents. */
const isShownWithin = ({ disposition, mimeType, contentId }: Attachment): boolean =>
  (disposition === 'inline' && contentId !== undefined && mimeType.startsWith('image/')) ||
  /^(?:application\/(?:pgp-signature|pkcs7-signature|x-pkcs7-signature))$/.test(mimeType)

/** Where an attachment came from. */
function noteFor(message: Email, title: string): string {
  const who = [message.from?.name || message.from?.address, dayOf(message)].filter((part) => part).join(', ')
  return who === '' ? `Attached to “${title}”.` : `Attached to “${title}” (${who}).`
}

/** What can be read of an attachment; what cannot is named. */
async function documentsIn(
  { filename, mimeType, content }: Attachment,
  title: string,
  note: string,
  { readInner }: ImportTask,
  warnings: Said[],
): Promise<ImportedDocument[]> {
  const name = filename ?? `attachment of ${title}`
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  try {
    const documents: ImportedDocument[] = []
    for await (const one of readInner({ bytes, fileName: name, mediaType: mimeType }))
      documents.push({ ...one, attached: { bytes, fileName: name }, note })
    return documents
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    warnings.push(said('warnings.attachmentLeftOut', { name, why: messageOf(error.said) }))
    return []
  }
}

/** The day where the message was written, as its own clock had it. */
function dayOf({ headers, date }: Email): string | null {
  const stated = headers.find(({ key }) => key === 'date')?.value ?? ''
  const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  const parts = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(stated)
  const month = months.indexOf((parts?.[2] ?? '').toLowerCase()) + 1
  if (parts && month > 0) return [parts[3], two(month), two(Number(parts[1]))].join('-')
  return /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? null
}

const two = (number: number): string => String(number).padStart(2, '0')

/** Who wrote to whom, and when, as the message says it. */
function headOf({ from, sender, replyTo, to, cc, bcc, headers, subject, attachments }: Email): string {
  const named = attachments.filter((one) => !isShownWithin(one)).flatMap(({ filename }) => filename ?? [])
  const rows: [string, string][] = [
    ['From', from ? addressOf(from) : ''],
    ['To', (to ?? []).map(addressOf).join(', ')],
    ['Cc', (cc ?? []).map(addressOf).join(', ')],
    ['Bcc', (bcc ?? []).map(addressOf).join(', ')],
    ['Reply-To', (replyTo ?? []).map(addressOf).join(', ')],
    ['Sender', sender && sender.address !== from?.address ? addressOf(sender) : ''],
    ['Date', headers.find(({ key }) => key === 'date')?.value ?? ''],
    ['Subject', oneLine(subject ?? '')],
    ['Attached', named.join(', ')],
  ]
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${escapeHtml(value)}`)
  return lines.map((line) => `<p>${line}</p>`).join('\n')
}

const addressOf = (one: Address): string =>
  one.address === undefined || one.address === ''
    ? one.name
    : one.name === ''
      ? one.address
      : `${one.name} <${one.address}>`

function bodyOf({ html, text, attachments }: Email): string {
  if (html !== undefined && /\p{L}/u.test(readText(html))) return withPictures(html, attachments)
  return quotedParagraphs(text ?? '')
}

/** The pictures that a message shows are in it, by their ids. */
function withPictures(html: string, attachments: readonly Attachment[]): string {
  const pictures = new Map(
    attachments.flatMap(({ contentId, mimeType, content }) => {
      if (
        contentId === undefined ||
        !/^image\/(?:png|jpeg|gif|webp)$/.test(mimeType) ||
        typeof content === 'string'
      )
        return []
      const address = dataAddress(new Uint8Array(content), mimeType)
      return address === undefined ? [] : [[contentId.replace(/^<|>$/g, ''), address] as const]
    }),
  )
  return html.replace(/(["'])cid:([^"']{1,500})\1/gi, (whole, quote: string, id: string) => {
    const address = pictures.get(id)
    return address === undefined ? whole : `${quote}${address}${quote}`
  })
}

/** Lines behind `>` are somebody else’s words. */
function quotedParagraphs(text: string): string {
  const html: string[] = []
  let depth = 0
  let lines: string[] = []
  const endParagraph = (): void => {
    if (lines.length > 0) html.push(`<p>${lines.map(escapeHtml).join('<br>')}</p>`)
    lines = []
  }
  for (const line of text.split(/\r\n?|\n/)) {
    const marks = /^(?:> ?)+/.exec(line)?.[0] ?? ''
    const quoted = Math.min(20, marks.replace(/ /g, '').length)
    if (quoted !== depth) {
      endParagraph()
      html.push((quoted > depth ? '<blockquote>' : '</blockquote>').repeat(Math.abs(quoted - depth)))
      depth = quoted
    }
    const words = line.slice(marks.length)
    if (words.trim() === '') endParagraph()
    else lines.push(words)
  }
  endParagraph()
  html.push('</blockquote>'.repeat(depth))
  return html.join('\n')
}
