import { strToU8, zipSync } from 'fflate/browser'
import { entryTime } from './entry-time.ts'

/** An archive of files; words are written in UTF-8. */
export const archiveOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: entryTime },
  )
