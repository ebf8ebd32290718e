import { withoutAtEnd } from '../../text/scan.ts'

const maximumBytes = 120
const bytes = (text: string): number => new TextEncoder().encode(text).length

/** As many whole characters of a long word as fit. */
function beginning(word: string): string {
  let start = ''
  for (const character of word) {
    if (bytes(start + character) > maximumBytes) break
    start += character
  }
  return start
}

/** What no file system, link or wiki link has trouble with: none of `\ / : * ? " < > | # ^ [ ] %` and no control characters. */
const unsafe = /[\\/:*?"<>|#^[\]%`{}$~\p{Cc}\p{Cf}]+/gu
/** Names that Windows keeps for devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A readable name of a file for a title, without its ending: the words of the title that fit. */
export function readableName(title: string): string {
  const words = title.normalize('NFC').replace(unsafe, ' ').trim().split(/\s+/)
  let name = ''
  for (const word of words) {
    const longer = name === '' ? word : `${name} ${word}`
    if (bytes(longer) > maximumBytes) {
      name = name === '' ? beginning(word) : name
      break
    }
    name = longer
  }
  // Windows takes no dots at the end; a dot at the beginning hides a file, a hyphen makes it an option.
  const trimmed = withoutAtEnd(name.replace(/^[-. ]+/, ''), '. ')
  return trimmed === '' || device.test(trimmed) ? 'untitled' : trimmed
}

/**
 * Gives out the names of files in a folder. Those that collide, letter case aside, are told apart by the end of the id (which is
 * random in a UUIDv7).
 */
export class FileNames {
  readonly #taken = new Set<string>()

  /** Keeps a path from being given out. */
  take(path: string): void {
    this.#taken.add(path.toLowerCase())
  }

  /** @returns a path that was not given out before */
  pathFor(folder: string, title: string, id: string, extension = 'md'): string {
    const name = readableName(title)
    const plain = `${folder}/${name}.${extension}`
    const path = this.#taken.has(plain.toLowerCase())
      ? `${folder}/${name} ${id.slice(-8)}.${extension}`
      : plain
    this.take(path)
    return path
  }
}
