import { problem } from '../problem.ts'

/** Larger files are refused: no article is that long, and the window must stay quick. */
export const maximumBytes = 64 * 1024 * 1024
/** Scans of a whole book, and the mail of years, are larger than any text. */
const maximumOfDocuments = 200 * 1024 * 1024
const documents = /\.(?:pdf|docx|docm|odt|epub|mbox|mbx|warc|wacz)$/i

/** @throws Problem `empty-file`, `too-large`: asked before the bytes are read, too */
export function checkSize(name: string, bytes: number): void {
  if (bytes === 0) throw problem('empty-file', 'emptyFile', { name })
  const most = documents.test(name) ? maximumOfDocuments : maximumBytes
  if (bytes <= most) return
  const megabytes = (count: number): number => Math.round(count / 1024 / 1024)
  throw problem('too-large', 'articleTooLarge', { name, megabytes: megabytes(bytes), most: megabytes(most) })
}
