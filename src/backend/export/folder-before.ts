import * as z from 'zod'
import { mostBytes, type Enclosure } from '../../storage/enclosure.ts'
import { sha256 } from '../../storage/content-store.ts'
import { asId, RecordId } from '../../core/records/base.ts'
import { FolderListing } from './folder-listing.ts'
import { keyOf, type LastExport, type LastWritten } from './last-export.ts'

const manifestName = '.ascribe-export.json'
const Entry = z.union([
  // Until the files were found by what they are about.
  z.string().transform((hash) => ({ hash, about: undefined, by: undefined })),
  z.object({ hash: z.string(), about: RecordId.optional(), by: z.string().optional() }),
])
const Manifest = z.object({ files: z.record(z.string(), Entry) })

/** What earlier exports left in a folder. */
export interface FolderBefore {
  target: Enclosure
  listing: FolderListing
  /** The checksum of what it says of itself; null where that cannot be read. */
  manifest: string | null
  /** What the same format wrote, at the places where it is now. */
  written: LastWritten[]
  /** What other formats wrote: it is theirs. */
  others: LastWritten[]
  /** Where the file about a record is now. */
  places: ReadonlyMap<RecordId, string>
}

/** So much of a file is read for the record that it is about, in bytes. */
const headLength = 64 << 10
/** Folders of before there were several formats do not say which one they are of. */
const formatOfOld = 'markdown'
const aboutLine = /^(?:id: |<!-- ascribe \w+ )([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/m

/** Reads what is known of earlier exports into a folder. @param by the format @param last what is remembered of it */
export async function folderBefore(target: Enclosure, by: string, last: LastExport): Promise<FolderBefore> {
  const listing = new FolderListing(target)
  const content = await target.read(manifestName, mostBytes.document)
  const manifest = content === null ? null : sha256(content)
  const said = parsed(content)
  const newer = last.brokenOff()
  // One that was broken off wrote more than the folder says.
  const all = newer.length === 0 ? said : newest([...(said ?? []), ...newer])
  const [own, others] = [true, false].map((isOwn) =>
    (all ?? []).filter((one) => ((one.by ?? formatOfOld) === by) === isOwn),
  )
  const places = new Map<RecordId, string>()
  let isLacking = all === null
  const written: LastWritten[] = []
  for (const one of own ?? []) {
    const isThere = listing.has(one.path)
    const about = one.about ?? (isThere ? await aboutOf(target, one.path) : undefined)
    written.push({ path: one.path, hash: one.hash, about, by: one.by })
    if (isThere && about !== undefined) places.set(about, one.path)
    else isLacking ||= !isThere
  }
  // Somebody moved files, or what was written is not known any more: they say themselves what they are about.
  if (isLacking) await findMoved(target, listing, [...written, ...(others ?? [])], places)
  const isAt = ({ about, path }: LastWritten): string =>
    (about === undefined ? undefined : places.get(about)) ?? path
  return {
    target,
    listing,
    manifest: said === null ? null : manifest,
    written: written.map((one) => ({ ...one, path: isAt(one) })),
    others: others ?? [],
    places,
  }
}

/** Of each file of a format what was said of it last. */
const newest = (files: readonly LastWritten[]): LastWritten[] => [
  ...new Map(files.map((file) => [`${file.by ?? ''} ${keyOf(file)}`, file])).values(),
]

/** Finds the files whose places are not known by what they say themselves. */
async function findMoved(
  target: Enclosure,
  { paths }: FolderListing,
  known: readonly LastWritten[],
  places: Map<RecordId, string>,
): Promise<void> {
  const taken = new Set(known.map(({ path }) => path))
  for (const path of paths) {
    if (!path.endsWith('.md') || taken.has(path)) continue
    const about = await aboutOf(target, path)
    if (about !== undefined && !places.has(about)) places.set(about, path)
  }
}

async function aboutOf(target: Enclosure, path: string): Promise<RecordId | undefined> {
  const handle = await target.open(path, 'r').catch(() => null)
  if (handle === null) return undefined
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0)
    const id = aboutLine.exec(buffer.subarray(0, bytesRead).toString('utf8'))?.[1]
    return id === undefined ? undefined : asId(id)
  } finally {
    await handle.close()
  }
}

/** null where there is none that can be read: then nothing in the folder counts as ours. */
function parsed(content: Buffer | null): LastWritten[] | null {
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

/** Has the folder say what was written. @returns the checksum of what it says */
export async function writeManifest(target: Enclosure, written: readonly LastWritten[]): Promise<string> {
  const files = Object.fromEntries(
    written
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, hash, about, by }) => [path, { hash, about, by }]),
  )
  const content = `${JSON.stringify({ files }, null, 2)}\n`
  await target.write(manifestName, content)
  return sha256(content)
}
