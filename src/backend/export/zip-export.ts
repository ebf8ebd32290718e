import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { ExportEvent } from '../../contract/exports.ts'
import { entryTime } from '../../core/export/entry-time.ts'
import type { ExportedFile } from '../../core/export/exporter.ts'
import { problem } from '../../core/problem.ts'
import type { App } from '../app.ts'

const kept = 3
const step = 100

/** Makes a zip file of an export for download. @returns its name. @throws Problem `cancelled` */
export async function* zipExport(
  app: App,
  { files }: { files: readonly ExportedFile[] },
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent, string> {
  const zip = new ZipFile()
  let done = 0
  for (const { path, content } of files) {
    if (signal?.aborted === true) throw problem('cancelled', 'archiveCancelled', {})
    if (done % step === 0) {
      yield { type: 'writing', done, total: files.length }
      await new Promise((resolve) => setImmediate(resolve))
    }
    zip.addBuffer(Buffer.from(content), path, { mtime: entryTime, mode: 0o100644 })
    done += 1
  }
  const name = `${randomBytes(24).toString('base64url')}.zip`
  zip.end()
  app.downloads.set(name, new Uint8Array(await buffer(zip.outputStream)))
  for (const old of [...app.downloads.keys()].slice(0, -kept)) app.downloads.delete(old)
  return name
}
