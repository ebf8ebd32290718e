import { unzipSync, type UnzipFileInfo } from 'fflate/browser'
import { problem } from '../problem.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** What a document in an archive may unpack to, in bytes: all of it, one part, and one that is text. */
const most = { all: 400 * 1024 * 1024, part: 100 * 1024 * 1024, text: 64 * 1024 * 1024, parts: 20_000 }

/** The parts of a document that is an archive (ZIP): they are unpacked when they are asked for, and are never written anywhere. */
export interface Archive {
  names: readonly string[]
  bytes: (name: string) => Uint8Array | undefined
  text: (name: string) => string | undefined
  xml: (name: string) => XmlElement | undefined
}

/** @throws Problem `bad-input` when it is damaged, `too-large` when it unpacks to more than any document has */
export function openArchive(bytes: Uint8Array): Archive {
  const sizes = new Map<string, number>()
  list(bytes, ({ name, originalSize }) => {
    sizes.set(name, originalSize)
    return false
  })
  if (sizes.size > most.parts)
    throw problem('too-large', 'moreThanAnyArticle', { most: String(most.parts), what: 'parts' })
  let unpacked = 0
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  // Every time something is unpacked the list of all parts is gone through: what is small is unpacked at once.
  let whole: Record<string, Uint8Array> | null | undefined
  const bytesOf = (name: string): Uint8Array | undefined => {
    const size = sizes.get(name)
    if (size === undefined) return undefined
    if (total <= most.part) whole = whole === undefined ? allOf(bytes) : whole
    if (whole) return whole[name]
    unpacked += size
    // What a part says that it unpacks to is all the room that it gets.
    if (size > most.part || unpacked > most.all)
      throw problem('too-large', 'unpacksTooLarge', { most: most.part / 1024 / 1024 })
    return list(bytes, (file) => file.name === name)[name]
  }
  const text = (name: string): string | undefined => {
    if ((sizes.get(name) ?? 0) > most.text)
      throw problem('too-large', 'unpacksTooLarge', { most: most.text / 1024 / 1024 })
    const found = bytesOf(name)
    return found && decodeXml(found)
  }
  return {
    names: [...sizes.keys()],
    bytes: bytesOf,
    text,
    xml: (name) => {
      const found = text(name)
      return found === undefined ? undefined : (parseXml(found) ?? undefined)
    },
  }
}

/** All parts; null where one of them is damaged, which nobody may ask for. */
function allOf(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes)
  } catch {
    return null
  }
}

function list(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (cause) {
    throw problem('bad-input', 'archiveDamaged', {}, { cause })
  }
}

/** XML is UTF-8 unless it begins with the mark of UTF-16, or names another encoding. */
function decodeXml(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  const named = /^<\?xml[^>]*encoding=["']([\w-]{2,20})["']/.exec(head)?.[1]
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined
  try {
    return new TextDecoder(marked ?? named ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
