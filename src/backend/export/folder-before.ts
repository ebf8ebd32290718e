import * as z from 'zod'
import { mostBytes, type Enclosure } from '../../storage/enclosure.ts'
import { filesIn } from './earlier-exports.ts'

const manifestName = '.ascribe-export.json'
const Entry = z.union([
  // Until the files were found by what they are about.
  z.string().transform((hash) => ({ hash, about: undefined, by: undefined })),
  z.object({ hash: z.string(), about: z.string().optional(), by: z.string().optional() }),
])
const Manifest = z.object({ files: z.record(z.string(), Entry) })

/** A file as an export wrote it last. */
export interface LastWritten {
  path: string
  /** The checksum of what was written; what somebody edited has another one. */
  hash: string
  /** The record that it is about. */
  about: string | undefined
  /** The format that it was written in; the first one where it is not remembered. */
  by: string | undefined
}

/** What earlier exports left in a folder. */
export interface FolderBefore {
  /** What the same format wrote, at the places where it is now. */
  written: LastWritten[]
  /** What other formats wrote: it is theirs. */
  others: LastWritten[]
  /** Where the file about a record is now. */
  places: ReadonlyMap<string, string>
}

/** So much of a file is read for the record that it is about, in bytes. */
const headLength = 64 << 10
const aboutLine = /^(?:id: |<!-- ascribe \w+ )([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/m

/** Reads what is known of earlier exports into a folder. @param by the format */
export async function folderBefore(target: Enclosure, by: string): Promise<FolderBefore> {
  const manifest = await readManifest(target)
  const [own, others] = [true, false].map((isOwn) =>
    (manifest ?? []).filter((one) => ((one.by ?? 'markdown') === by) === isOwn),
  )
  const written: LastWritten[] = []
  const places = new Map<string, string>()
  let isLacking = manifest === null
  for (const one of own ?? []) {
    const there = target.kind(one.path) === 'file'
    const about = one.about ?? (there ? await aboutOf(target, one.path) : undefined)
    written.push({ ...one, about })
    if (there && about !== undefined) places.set(about, one.path)
    else isLacking ||= !there
  }
  // Somebody moved files, or what was written is not known any more: they say themselves what they are about.
  const looked = isLacking ? filesIn(target).filter((path) => path.endsWith('.md')) : []
  const known = new Set([...written, ...(others ?? [])].map(({ path }) => path))
  for (const path of looked) {
    const about = known.has(path) ? undefined : await aboutOf(target, path)
    if (about !== undefined && !places.has(about)) places.set(about, path)
  }
  const isAt = ({ about, path }: LastWritten): string =>
    (about === undefined ? undefined : places.get(about)) ?? path
  return { written: written.map((one) => ({ ...one, path: isAt(one) })), others: others ?? [], places }
}

async function aboutOf(target: Enclosure, path: string): Promise<string | undefined> {
  const handle = await target.open(path, 'r').catch(() => null)
  if (handle === null) return undefined
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0)
    return aboutLine.exec(buffer.subarray(0, bytesRead).toString('utf8'))?.[1]
  } finally {
    await handle.close()
  }
}

/** null where there is none that can be read: then nothing in the folder counts as ours. */
async function readManifest(target: Enclosure): Promise<LastWritten[] | null> {
  const content = await target.read(manifestName, mostBytes.document)
  if (content === null) return null
  try {
    const { files } = Manifest.parse(JSON.parse(content.toString('utf8')))
    return Object.entries(files).flatMap(([path, { hash, about, by }]) =>
      path.startsWith('/') || path.split(/[/\\]/).includes('..') ? [] : [{ path, hash, about, by }],
    )
  } catch {
    return null
  }
}

/** Remembers what was written. */
export async function writeManifest(target: Enclosure, written: readonly LastWritten[]): Promise<void> {
  const files = Object.fromEntries(
    written.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, ...rest }) => [path, rest]),
  )
  await target.write(manifestName, `${JSON.stringify({ files }, null, 2)}\n`)
}
