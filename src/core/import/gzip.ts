import { maximumBytes } from './check-size.ts'
import type { Importer } from './importer.ts'

/** A file that was packed with gzip: what is in it is read as whatever it is. */
export const gzip: Importer = {
  format: 'gzip',
  noun: { en: 'a file packed with gzip', de: 'eine mit gzip gepackte Datei', ar: 'ملف مضغوط بـ gzip' },
  extensions: ['gz'],
  mediaTypes: ['application/gzip'],
  holdsMany: true,
  sniff: ({ bytes }) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? 0.95 : 0),
  async *read({ bytes, fileName, given }, { engines, readInner }) {
    const unpacked = await engines.gunzip(bytes, maximumBytes)
    yield* readInner({ bytes: unpacked, fileName: fileName.replace(/\.gz$/i, ''), given })
  },
}
