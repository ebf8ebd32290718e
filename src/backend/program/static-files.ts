import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { StaticFile } from '../handler.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** Reads the files of the built window from a folder, and nothing outside it. */
export function staticFilesIn(folder: string): (path: string) => Promise<StaticFile | null> {
  return async (path) => {
    const mediaType = mediaTypes[extname(path)]
    if (mediaType === undefined) return null
    try {
      const file = normalize(join(folder, decodeURIComponent(path)))
      if (!file.startsWith(folder + sep)) return null
      return { body: new Uint8Array(await readFile(file)), mediaType }
    } catch {
      return null
    }
  }
}
