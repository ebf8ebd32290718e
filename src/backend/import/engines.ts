import { createGunzip } from 'node:zlib'
import type { Engines } from '../../core/import/importer.ts'
import { Problem, problem } from '../../core/problem.ts'
import { buffersOf } from '../../storage/buffers-of.ts'

/** What importers are handed that needs the system. */
export const engines: Engines = {
  gunzip,
  startRecogniser: async () => (await import('./ocr-engine.ts')).startRecogniser(),
  // It is large, and few files are a PDF.
  openPdf: async (bytes, password) => (await import('./pdf-engine.ts')).openPdf(bytes, password),
}

/** Ends as soon as more comes out than may: a small file can unpack to any length. */
async function gunzip(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  const stream = createGunzip()
  stream.end(bytes)
  try {
    for await (const part of buffersOf(stream)) {
      length += part.length
      if (length > most) throw tooLarge(most)
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw problem('bad-input', 'gzipDamaged', {}, { cause: error })
  } finally {
    stream.destroy()
  }
  return new Uint8Array(Buffer.concat(parts))
}

const tooLarge = (most: number): Problem =>
  problem('too-large', 'unpacksTooLarge', { most: Math.round(most / 1024 / 1024) })
