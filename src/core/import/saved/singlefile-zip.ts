import { openArchive } from '../archive.ts'
import type { Importer } from '../importer.ts'
import { dataAddress } from '../office/pictures.ts'
import { problem } from '../../problem.ts'
import { withPictures } from './with-pictures.ts'

const pictureTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}

/**
 * A page that SingleFile saved compressed: a page that unpacks itself, with an archive in it that holds the page as it was
 * (`index.html`) and its pictures.
 */
export const singleFileZip: Importer = {
  format: 'singlefile-zip',
  noun: {
    en: 'a compressed page of SingleFile',
    de: 'eine gepackte Seite von SingleFile',
    ar: 'صفحة مضغوطة من SingleFile',
  },
  extensions: [],
  mediaTypes: ['text/html'],
  sniff: ({ text }) => (/^[\s\S]{0,1000}?<html[^>]{0,200}? data-sfz[\s>]/i.test(text) ? 0.97 : 0),
  async *read({ bytes, fileName, ...input }, { readInner }) {
    const archive = openArchive(bytes.subarray(0, endOfArchive(bytes)))
    const page = archive.bytes('index.html')
    if (!page) throw problem('nothing-to-read', 'nothingToRead', { name: fileName })
    const pictures = new Map(
      archive.names.flatMap((name) => {
        const type = pictureTypes[/\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '']
        const content = type === undefined ? undefined : archive.bytes(name)
        const address = content && type !== undefined ? dataAddress(content, type) : undefined
        return address === undefined ? [] : [[name, address] as const, [`./${name}`, address] as const]
      }),
    )
    yield* readInner({ ...input, bytes: withPictures(page, pictures, ''), fileName, mediaType: 'text/html' })
  },
}

/** Where the record ends that ends an archive (PKWARE’s APPNOTE, 4.3.16); the page goes on behind it. */
function endOfArchive(bytes: Uint8Array): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) {
    const isRecord =
      bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6
    if (isRecord) return Math.min(bytes.length, at + 22 + (bytes[at + 20] ?? 0) + 256 * (bytes[at + 21] ?? 0))
  }
  throw problem('bad-input', 'documentDamaged', {})
}
