import type { Archive } from '../archive.ts'

/** Larger ones are left out: the text goes with them wherever it goes. In bytes. */
const largest = 4 * 1024 * 1024
const kinds: Record<string, string> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', gif: 'gif', webp: 'webp' }

/** A picture of a document as an address that holds it; undefined for what a text of record does not keep. */
export function pictureIn(archive: Archive, path: string): string | undefined {
  const kind = kinds[/\.([a-z]{3,4})$/i.exec(path)?.[1]?.toLowerCase() ?? '']
  const bytes = kind === undefined ? undefined : archive.bytes(path)
  return bytes === undefined || kind === undefined ? undefined : dataAddress(bytes, `image/${kind}`)
}

/** Bytes as an address; undefined where there are too many. */
export function dataAddress(bytes: Uint8Array, mediaType: string): string | undefined {
  if (bytes.length > largest) return undefined
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return `data:${mediaType};base64,${btoa(binary)}`
}
