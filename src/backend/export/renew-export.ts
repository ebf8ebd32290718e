import { uptime } from 'node:os'
import { isEntryOf, type Change, type Entry } from '../../core/changes/change.ts'
import type { Exporter, IndexContent } from '../../core/export/exporter.ts'
import type { OpenWork } from '../../core/open-work/open-work.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { articleOf, type AnyRecord, type RecordKind, type RecordOf } from '../../core/records/record.ts'
import { referencesOf } from '../../core/records/references.ts'
import type { LogPlace } from '../../storage/change-log.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { sha256 } from '../../storage/content-store.ts'
import { openWorkOf } from '../statements/silent.ts'
import type { FolderBefore } from './folder-before.ts'
import type { LastExport, LastWritten } from './last-export.ts'
import type { Plan } from './plan.ts'
import { outgoing, workMarks, type PreparedExport } from './prepare-export.ts'
import type { Reading } from './read-export-input.ts'
import { readPart } from './read-part.ts'

/** After more Changes, or larger ones (in bytes), everything is made anew. */
const mostChanges = 1_000
const mostLogged = 8 << 20
/** The same where more files are touched. */
const mostFiles = 1_000

/** An export of which only those files are made anew in which something changed. */
export interface Renewal extends PreparedExport {
  only: ReadonlySet<RecordId>
  /** What says what there is, as a mark to compare. */
  index: string
}

/** What the notebook says that was not so when the last export was made. */
export interface Since {
  change: Id<'change'> | null
  places: readonly LogPlace[]
  open: readonly OpenWork[]
  index: IndexContent
}

/** Asks what happened since the last export. @returns null where all of it is to be made anew */
export async function askedSince({ store }: Reading, plan: Plan, last: LastExport): Promise<Since | null> {
  const { model } = store
  const { articles, claims, shown } = plan.selection
  const isPart = articles.length + claims.length > 0 || shown !== undefined
  const { finished } = last
  if (isPart || plan.exporter.renewing?.isPossible(plan.request) !== true) return null
  if (finished === null || finished.request !== plan.mark || finished.change === null) return null
  // What is confidential is known only by all that there is.
  if (await model.ask('hasConfidential')) return null
  const change = await model.ask('lastChange')
  const places = await model.ask('changesAfter', finished.change, mostChanges)
  if (places === null || places.reduce((sum, { bytes }) => sum + bytes, 0) > mostLogged) return null
  const [open, index] = await Promise.all([openWorkOf(store), model.ask('exportIndex')])
  return { change, places, open, index }
}

/**
 * What is to be made anew of an export that is written already: the files that were made of a record that changed since, or that are gone
 * from where they were; and what says what there is.
 * @returns null where all of it is to be made anew
 */
export async function renewal(
  reading: Reading,
  plan: Plan,
  before: FolderBefore,
  { last, since: { change, places, open, index } }: { last: LastExport; since: Since },
): Promise<Renewal | null> {
  const { finished } = last
  const { renewing } = plan.exporter
  if (renewing === undefined || finished === null || finished.manifest !== before.manifest) return null
  const touched = await touchedBy(reading.store, places, renewing)
  if (touched === null) return null
  const workAt = workMarks(open)
  const files = last.files()
  // What is gone from where it was is told by what leads to it.
  const displaced = files.flatMap(({ about, path }) =>
    about !== undefined && before.places.get(about) !== path ? about : [],
  )
  for (const id of displaced) touched.changed.add(id)
  const empty = emptied(before, files, finished)
  const known = new Set(files.map(({ about }) => about))
  const only = new Set([
    ...finished.left,
    ...displaced,
    ...empty.flatMap(({ about }) => about ?? []),
    ...[...touched.changed].filter((id) => !known.has(id)),
    ...last.madeOf(touched.changed),
    ...files.flatMap(({ about, work }) =>
      about !== undefined && (touched.named.has(about) || workAt(about) !== work) ? about : [],
    ),
  ])
  if (only.size > mostFiles) return null
  const paths = new Map([...before.places].filter(([id]) => !only.has(id)))
  const { articles, claims, options } = plan.selection
  const input = await readPart(
    reading,
    plan,
    { about: [...only], chosen: { articles, claims }, open, written: { only, paths } },
    { options, shown: undefined, isTable: false },
  )
  // Somebody may have become confidential while it was read.
  if (input === null || (await reading.store.model.ask('hasConfidential'))) return null
  const mark = sha256(JSON.stringify([input.title, index, open, [...before.places]]))
  // Of ten thousand claims it is long, and mostly the same.
  const isSame =
    finished.index === mark &&
    empty.every(({ about }) => about !== undefined) &&
    files.every(({ about, path }) => about !== undefined || before.listing.has(path))
  const written = { only, paths, ...(isSame ? {} : { index }) }
  return { ...(await outgoing(plan, { ...input, written }, before.places, change)), only, index: mark }
}

/** The files that are empty since the power failed: what was written is not waited for. */
function emptied<F extends LastWritten>(
  { target }: FolderBefore,
  files: readonly F[],
  { at }: { at: number },
): F[] {
  const started = Date.now() - uptime() * 1_000
  return started < at ? [] : files.filter(({ path }) => target.stat(path)?.size === 0)
}

/** What Changes did to files. */
interface Touched {
  /** The records that changed, and the claims that count other origins for it: what tells anything of them is made anew. */
  changed: Set<RecordId>
  /** Those that they name or named, with what was merged with them: their own files tell who names them. */
  named: ReadonlySet<RecordId>
}

/** @returns null where more hangs on it: whom a file may name */
async function touchedBy(
  { model, log }: NotebookStore,
  places: readonly LogPlace[],
  { isOwnAffair }: NonNullable<Exporter['renewing']>,
): Promise<Touched | null> {
  const changed = new Set<RecordId>()
  const named = new Set<RecordId>()
  const leaning = new Set<RecordId>()
  const merged = new Set<RecordId>()
  for (const place of places) {
    const { entries } = await log.at(place)
    if (entries.some(isOfConfidential)) return null
    for (const entry of entries) {
      if (isOwnAffair(entry)) {
        named.add(fileOf(entry))
        continue
      }
      changed.add(entry.id)
      if (isEntryOf(entry, 'claim'))
        for (const claim of [entry.before, entry.after]) if (claim?.mergedInto) merged.add(claim.mergedInto)
      for (const id of [entry.id, ...namedIn(entry)]) {
        named.add(id)
        if (entry.kind === 'source' || entry.kind === 'article') leaning.add(id)
      }
    }
  }
  for (const claim of await model.ask('claimsLeaningOn', [...leaning])) changed.add(claim)
  // What one claim rests on counts for the one that stands for it.
  const kin = await model.ask('familiesOf', [...changed, ...merged])
  for (const claim of kin.claims) changed.add(claim)
  const { articles, claims, sources } = await model.ask('familiesOf', [...named])
  return { changed, named: new Set<RecordId>([...named, ...articles, ...claims, ...sources]) }
}

const isOfConfidential = (entry: Change['entries'][number]): boolean =>
  isEntryOf(entry, 'source') && [entry.before, entry.after].some((source) => source?.confidential === true)

/** The record in whose file another one is told: a highlight in that of its article. */
const fileOf = ({ id, before, after }: Entry): RecordId => {
  const record = after ?? before
  return (record && articleOf(record)) ?? id
}

/** The records that a record names or named, and the article that it is in. */
function namedIn({ kind, before, after }: Entry): RecordId[] {
  return [before, after].flatMap((record): RecordId[] => {
    if (record === null) return []
    const article = articleOf(record)
    return [...referencesIn(kind, record), ...(article === undefined ? [] : [article])]
  })
}

// The record of an entry is of its kind.
const referencesIn = <K extends RecordKind>(kind: K, record: AnyRecord): RecordId[] =>
  referencesOf(kind, record as RecordOf<K>).map(({ id }) => id)
