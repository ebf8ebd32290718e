import type { RecordId } from '../../records/base.ts'

const maximumBytes = 100
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

/**
 * A name that is safe on every file system and in every link, readable, and stable for the same title and id.
 * The tail of the id keeps names apart (that part of a UUIDv7 is random).
 */
export function fileName(title: string, id: RecordId): string {
  let slug = ''
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  for (const word of words ?? []) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (bytes(longer) > maximumBytes) {
      slug = slug === '' ? beginning(word) : slug
      break
    }
    slug = longer
  }
  return `${slug === '' ? 'untitled' : slug}-${id.slice(-8)}.md`
}
