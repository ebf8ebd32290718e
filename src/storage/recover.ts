import { said, type Said } from '../core/words/say.ts'
import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../core/changes/change.ts'
import { Problem } from '../core/problem.ts'
import type { RecordId } from '../core/records/base.ts'
import { articleOf, makeHeld, type RecordKind, type Held, type AnyRecord } from '../core/records/record.ts'
import type { ChangeLog, LogMark } from './change-log.ts'
import type { FileStat } from './files.ts'
import { documentOfEntry, type DocumentName } from './document-shapes.ts'
import type { Documents } from './documents.ts'

/** Keeps records of a document beside it, where the log says otherwise. */
type Keep = (document: DocumentName, records: Held[]) => Promise<unknown>

/** All that the log says of one record since a mark. */
interface Pending {
  last: Entry
  states: (AnyRecord | null)[]
}

export interface Recovery {
  /** What was found to be wrong, in words. */
  findings: Said[]
  /** The documents that were written, with their state on disk. */
  written: Map<DocumentName, FileStat | null>
}

/**
 * Brings the documents up to the end of the log after a crash.
 *
 * When it is known how far the documents contain the log, what came after is put into them. When it is not (the mark
 * is missing, or the log is shorter than it), the whole log is gone through, and only records that are in a state the
 * log knows of are brought to the last one: what somebody changed by hand since stays.
 * @param keep keeps what somebody changed by hand where the log goes on differently
 */
export async function recover(log: ChangeLog, documents: Documents, keep: Keep): Promise<Recovery> {
  await log.repairTail()
  const mark = await log.mark()
  const isKnown = mark !== null && (await log.fits(mark))
  const { pending, end } = await readPending(log, isKnown ? mark : null)
  for (const { last, states } of pending.values()) await bringUp(documents, last, states, isKnown, keep)
  const written = pending.size > 0 ? await documents.flush() : new Map<DocumentName, FileStat | null>()
  const reached = end ?? (isKnown ? null : await log.end())
  if (reached !== null) await log.setMark(reached)
  const findings = mark === null || isKnown ? [] : [said('findings.logShorter')]
  return { findings, written }
}

async function readPending(
  log: ChangeLog,
  after: LogMark | null,
): Promise<{ pending: Map<RecordId, Pending>; end: LogMark | null }> {
  const pending = new Map<RecordId, Pending>()
  let end: LogMark | null = null
  for await (const { change, place } of log.read(after, { onDamage: () => undefined })) {
    for (const entry of change.entries) {
      if (entry.before === null && entry.after === null) continue
      const known = pending.get(entry.id)
      pending.set(entry.id, { last: entry, states: [...(known?.states ?? [entry.before]), entry.after] })
    }
    end = { file: place.file, offset: place.offset + place.bytes }
  }
  return { pending, end }
}

async function bringUp(
  documents: Documents,
  last: Entry,
  states: Pending['states'],
  isKnown: boolean,
  keep: Keep,
): Promise<void> {
  const record = last.after ?? last.before
  const article = record === null ? undefined : articleOf(record)
  try {
    const current = await documents.get(last.kind, last.id, article)
    const isExpected = current === null || states.some((state) => isDeepStrictEqual(state, current))
    // Somebody has edited it since the crash; both stay, for a person to decide.
    if (!isExpected && isKnown) await keep(documentOfEntry(last), [makeHeld<RecordKind>(last.kind, current)])
    if (isExpected || isKnown) await documents.apply([last])
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'damaged') throw error
    // A document that holds nothing else than this record is made again from the log; any other stays as it is, and named.
    const isWhole = last.kind !== 'annotation' && last.kind !== 'tag' && (last.kind !== 'article' || !isKnown)
    if (!isWhole) return
    await documents.putAside(documentOfEntry(last))
    await documents.apply([last])
  }
}
