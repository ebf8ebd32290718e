import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A picture as PNG (RFC 2083).
 * @param pixels red, green, blue and a byte that is not used, row after row
 * @param row bytes from one row to the next
 */
export function pngOf(pixels: Uint8Array, width: number, height: number, row: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits for each of three colours.
  header.set([8, 2, 0, 0, 0], 8)
  const lines = Buffer.alloc((width * 3 + 1) * height)
  let to = 0
  for (let y = 0; y < height; y += 1) {
    // The row is as it is (filter 0).
    lines[to++] = 0
    for (let x = 0, from = y * row; x < width; x += 1, from += 4) {
      lines[to++] = pixels[from] ?? 0
      lines[to++] = pixels[from + 1] ?? 0
      lines[to++] = pixels[from + 2] ?? 0
    }
  }
  const data = deflateSync(lines, { level: 3 })
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]),
  )
}

function chunk(kind: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, check])
}
