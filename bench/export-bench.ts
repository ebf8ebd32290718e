import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ExportEvent } from '../src/contract/exports.ts'
import type { Backend } from '../tests/support/backend.ts'
import { generated, largeSize, openNotebook } from './engine/notebooks.ts'
import { compare, milliseconds } from './measure.ts'

/** A vault of a large notebook: written, renewed when nothing changed and after one edit, beside writing as many bytes in as many files. */
export async function exportBench(): Promise<string[]> {
  const { backend, close } = await openNotebook(await generated(largeSize))
  const home = await mkdtemp(join(tmpdir(), 'ascribe-bench-export-'))
  const folder = join(home, 'vault')
  try {
    const before = process.memoryUsage().rss
    let peak = before
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
    const first = await timed(backend, folder)
    clearInterval(watch)
    const again = await timed(backend, folder)
    const { rows } = await backend.claims.list({ limit: 1 })
    await backend.claims.update({ id: rows[0]?.id ?? '', fields: { note: `Changed ${Date.now()}.` } })
    const edited = await timed(backend, folder)
    const one = await timed(backend, `${folder}-one`, [rows[0]?.id ?? ''])
    const bare = await writeBare(folder, join(home, 'bare'))
    const files = first.done.written
    return [
      compare(`${files} files of ${largeSize} articles`, first.ms, 'as many bytes in as many files', bare),
      `that is ${(first.ms / bare).toFixed(1)} times the bare time (goal: 3); ${Math.round((peak - before) / 1e6)} MB more memory (goal: 300 in all)`,
      `renewed when nothing changed: ${milliseconds(again.ms)}, ${again.done.written} files written`,
      `renewed after one edit: ${milliseconds(edited.ms)}, ${edited.done.written} files written (goal: 1 s)`,
      `one claim of them: ${milliseconds(one.ms)}`,
    ]
  } finally {
    await close()
    await rm(home, { recursive: true, force: true })
  }
}

type Done = Extract<ExportEvent, { type: 'done' }>

async function timed(
  backend: Backend,
  folder: string,
  claims: string[] = [],
): Promise<{ ms: number; done: Done }> {
  const start = performance.now()
  let last: ExportEvent | undefined
  for await (const event of await backend.exports.run({ folder, claims })) last = event
  if (last?.type !== 'done') throw new Error(JSON.stringify(last))
  return { ms: performance.now() - start, done: last }
}

/** How long it takes to write the same files once more, with nothing else done, in milliseconds. */
async function writeBare(from: string, to: string): Promise<number> {
  const names = (await readdir(from, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  const files: [string, Buffer][] = []
  for (const one of names) {
    const path = join(one.parentPath, one.name)
    files.push([path.replace(from, to), await readFile(path)])
  }
  const start = performance.now()
  for (const folder of new Set(files.map(([path]) => dirname(path)))) await mkdir(folder, { recursive: true })
  for (const [path, content] of files) await writeFile(path, content)
  return performance.now() - start
}
