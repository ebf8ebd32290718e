import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import type { ExportEvent } from '../../contract/exports.ts'
import type { ProblemReport } from '../../contract/shared.ts'
import { problem } from '../../core/problem.ts'
import { Enclosure } from '../../storage/enclosure.ts'
import { makeFolder, realPathOf } from '../../storage/files.ts'
import { folderBefore, type FolderBefore } from './folder-before.ts'
import { inTurnsThrough } from './in-turns.ts'
import { LastExport } from './last-export.ts'
import { planOf, type Plan, type Selection } from './plan.ts'
import { prepareExport, type PreparedExport } from './prepare-export.ts'
import type { Reading } from './read-export-input.ts'
import { askedSince, renewal, type Renewal } from './renew-export.ts'

/** What goes on exporting by itself also tells what fails. */
export interface ReportingExport extends Reading {
  report: (where: string, error: unknown) => ProblemReport
}

/** Whether nothing may be written before the user says what becomes of the names of confidential sources: known when all is made. */
export const mustChoose = (
  { named }: Pick<PreparedExport, 'named'>,
  { confidential }: Pick<Selection, 'confidential'>,
): boolean => named.certain > 0 && confidential === undefined

/**
 * Writes an export into a folder, beside what is there.
 * @throws Problem
 */
export async function* exportInto(
  reading: Reading,
  selection: Selection,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent> {
  const real = await realPathOf(path)
  const before = queues.get(real)
  let done = (): void => undefined
  const mine = new Promise<void>((resolve) => (done = resolve))
  queues.set(real, mine)
  // Who gives an export up may never come back to it: nobody waits for that.
  const letGo = async (): Promise<void> => {
    await before
    // What is being written is finished first, unless nobody comes back to it.
    setTimeout(done, longestEnd).unref()
  }
  signal?.addEventListener('abort', () => void letGo(), { once: true })
  await Promise.race([before, new Promise((resolve) => setTimeout(resolve, longestTurn).unref())])
  try {
    yield* exportNow({ store: reading.store, thread: reading.thread, signal }, selection, path)
  } finally {
    done()
    if (queues.get(real) === mine) queues.delete(real)
  }
}

/** How long one that was given up may take to end, in milliseconds. */
const longestEnd = 5_000

/** Nobody waits longer for the export before, in milliseconds: its window may be gone. */
const longestTurn = 120_000

/** Into one folder one export goes after another: what is there is read, and what was written remembered, by one at a time. */
const queues = new Map<string, Promise<void>>()

async function* exportNow(reading: Reading, selection: Selection, path: string): AsyncGenerator<ExportEvent> {
  const { store, thread, signal } = reading
  const plan = await planOf(selection)
  const folder = new Enclosure(path)
  // Of a notebook that cannot be written to, nothing is kept.
  const notebook = store.readOnly === null ? new Enclosure(store.folder) : null
  const last = await LastExport.open(notebook, folder.root, plan.by)
  try {
    // The model answers while the folder is looked at.
    const asked = askedSince(reading, plan, last)
    asked.catch(() => undefined)
    const before = await folderBefore(folder, plan.by, last)
    const since = await asked
    const renewed = since && (await renewal(reading, plan, before, { last, since }))
    const prepared = renewed ?? (await readyToWrite(reading, plan, before))
    if (mustChoose(prepared, selection)) {
      yield { type: 'named', named: prepared.named }
      return
    }
    const { writeExport } = await import('./write-export.ts')
    await makeFolder(folder.root)
    const { by, mark } = plan
    const result = yield* writeExport(
      { folder, before, last, thread },
      { ...prepared, by, request: mark, hasNames: selection.confidential === 'include' },
      signal,
    )
    const { withheld, replaced, omitted, named, names } = prepared
    if (notebook) await LastExport.forgetInAll(notebook, names)
    yield {
      type: 'done',
      ...result,
      withheld,
      replaced,
      omitted,
      named,
      offTheRecord: prepared.offTheRecord(),
      folder: path,
      download: null,
    }
  } finally {
    last.close()
  }
}

/** Where somebody may be named, everything is made once before anything is written: only then is it known whether the user is to be asked. */
async function readyToWrite(
  reading: Reading,
  plan: Plan,
  before: FolderBefore,
): Promise<PreparedExport & Partial<Pick<Renewal, 'only' | 'index'>>> {
  const prepared = await prepareExport(reading, plan, before.places)
  if (prepared.names.isEmpty || plan.selection.confidential !== undefined) return prepared
  await inTurnsThrough(prepared.files, reading.signal)
  return mustChoose(prepared, plan.selection) ? prepared : prepared.again()
}

/** @throws Problem for a folder within the notebook itself */
export async function assertOutside(notebook: string, folder: string): Promise<void> {
  const [own, target] = await Promise.all([notebook, folder].map((path) => realpath(path).catch(() => path)))
  const isInside = target === own || target?.startsWith(`${own ?? ''}${sep}`) === true
  if (isInside) throw problem('bad-input', 'exportIntoNotebook', { path: folder })
}
