/** A property list may nest as deep as its writer liked; a saved page does not. */
const deepest = 40
const mostObjects = 200_000

/**
 * What is in a binary property list (Apple’s `CFBinaryPList.c`): dictionaries as records, arrays, strings, bytes, numbers. What a saved page
 * has none of (dates, identifiers) is null.
 * @throws RangeError when it is damaged
 */
export function readPropertyList(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const trailer = bytes.length - 32
  const table = {
    offsetSize: view.getUint8(trailer + 6),
    referenceSize: view.getUint8(trailer + 7),
    count: Number(view.getBigUint64(trailer + 8)),
    start: Number(view.getBigUint64(trailer + 24)),
  }
  if (table.count > mostObjects) throw new RangeError('more objects than a page has')
  return new Reader(bytes, view, table).object(Number(view.getBigUint64(trailer + 16)), 0)
}

interface Table {
  offsetSize: number
  referenceSize: number
  count: number
  start: number
}

class Reader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #table: Table
  #read = 0

  constructor(bytes: Uint8Array, view: DataView, table: Table) {
    this.#bytes = bytes
    this.#view = view
    this.#table = table
  }

  object(number: number, depth: number): unknown {
    this.#read += 1
    // Objects may refer to each other in circles, and be read over and over.
    if (depth > deepest || this.#read > mostObjects || number >= this.#table.count)
      throw new RangeError('damaged property list')
    const { offsetSize, start } = this.#table
    const at = this.#number(start + number * offsetSize, offsetSize)
    const marker = this.#view.getUint8(at)
    const kind = marker >> 4
    if (kind === 0) return marker === 9 ? true : marker === 8 ? false : null
    if (kind === 1) return this.#number(at + 1, 1 << (marker & 15))
    if (kind === 2) return (marker & 15) === 2 ? this.#view.getFloat32(at + 1) : this.#view.getFloat64(at + 1)
    const [length, from] = this.#length(at, marker & 15)
    if (kind === 4) return this.#slice(from, length)
    if (kind === 5) return new TextDecoder('latin1').decode(this.#slice(from, length))
    if (kind === 6) return new TextDecoder('utf-16be').decode(this.#slice(from, length * 2))
    if (kind === 10) return this.#references(from, length).map((one) => this.object(one, depth + 1))
    if (kind !== 13) return null
    const names = this.#references(from, length).map((one) => String(this.object(one, depth + 1)))
    const values = this.#references(from + length * this.#table.referenceSize, length)
    return Object.fromEntries(names.map((name, n) => [name, this.object(values[n] ?? 0, depth + 1)]))
  }

  #length(at: number, stated: number): [number, number] {
    if (stated !== 15) return [stated, at + 1]
    const size = 1 << (this.#view.getUint8(at + 1) & 15)
    return [this.#number(at + 2, size), at + 2 + size]
  }

  #references(from: number, count: number): number[] {
    const { referenceSize } = this.#table
    if (count > mostObjects) throw new RangeError('damaged property list')
    return Array.from({ length: count }, (_, n) => this.#number(from + n * referenceSize, referenceSize))
  }

  #number(at: number, size: number): number {
    let value = 0
    for (let byte = 0; byte < size; byte += 1) value = value * 256 + this.#view.getUint8(at + byte)
    return value
  }

  #slice(from: number, length: number): Uint8Array {
    if (from + length > this.#bytes.length) throw new RangeError('damaged property list')
    return this.#bytes.subarray(from, from + length)
  }
}
