import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import type * as z from 'zod'
import type { ExportEvent, ExportSelection } from '../../contract/exports.ts'
import type { ProblemReport } from '../../contract/shared.ts'
import { outgoingExport, type OutgoingExport } from '../../core/confidential/outgoing-export.ts'
import type { ExportedFile } from '../../core/export/exporter.ts'
import { problem } from '../../core/problem.ts'
import { Enclosure } from '../../storage/enclosure.ts'
import { makeFolder } from '../../storage/files.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { chosenIn } from './chosen-in.ts'
import { folderBefore } from './folder-before.ts'
import { inSlices } from './in-slices.ts'
import { KeptCopies } from './kept-copies.ts'
import { readExportInput } from './read-export-input.ts'
import type { ExportTarget } from './write-export.ts'

export type Selection = z.infer<typeof ExportSelection>
/** What an export is made with. */
export interface Exporting {
  store: NotebookStore
  thread: TaskThread
}
/** What goes on exporting by itself also tells what fails. */
export interface ReportingExport extends Exporting {
  report: (where: string, error: unknown) => ProblemReport
}

/** Every file of an export, made, and what stands in them. */
export interface PreparedExport extends Omit<OutgoingExport, 'files'> {
  files: ExportedFile[]
  /** Whether it is of some records only. */
  isPart: boolean
}

/** Which format it is that is asked for, and what its files in a folder are told from others by. */
async function formatOf({ format, profile, template, shown }: Selection) {
  const { exporterFor, profileOf } = await import('../../core/export/registry.ts')
  const exporter = exporterFor(format)
  const chosen = profileOf(exporter, profile)
  // Files of a memo go by its profile, those of templates by the template; Markdown has the same files for each program.
  const parts = [
    format,
    ...(format === 'memo' ? [chosen] : []),
    ...(template ? [template.fileName] : []),
    // A list as it is shown is a file of its own.
    ...(shown && exporter.isTable ? ['shown', shown.list] : []),
  ]
  return { exporter, profile: chosen, by: parts.join('/') }
}

/** Makes the files of an export. @throws Problem */
export async function prepareExport(
  { store, thread }: Exporting,
  selection: Selection,
  places?: ReadonlyMap<string, string>,
): Promise<PreparedExport> {
  const { confidential, options, template, language } = selection
  const { exporter, profile } = await formatOf(selection)
  const { chosen, shown } = await chosenIn(store, selection, exporter.isTable === true)
  const input = await readExportInput({ store, thread }, chosen, {
    options,
    shown,
    isTable: exporter.isTable === true,
  })
  const request = { options, profile, places, template, language }
  const outgoing = await outgoingExport(exporter, input, confidential, request)
  const isPart = chosen.articles.length + chosen.claims.length > 0
  return { ...outgoing, isPart, files: await inSlices(outgoing.files) }
}

/** Whether nothing may be written before the user says what becomes of the names of confidential sources. */
export const mustChoose = ({ named }: PreparedExport, { confidential }: Selection): boolean =>
  named.certain > 0 && confidential === undefined

/**
 * Writes an export into a folder, beside what is there.
 * @throws Problem
 */
export async function* exportInto(
  exporting: Exporting,
  selection: Selection,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent> {
  const real = await realpath(path).catch(() => path)
  const before = queues.get(real)
  let done = (): void => undefined
  const mine = new Promise<void>((resolve) => (done = resolve))
  queues.set(real, mine)
  // Who gives an export up may never come back to it: nobody waits for that.
  signal?.addEventListener('abort', done, { once: true })
  await Promise.race([before, new Promise((resolve) => setTimeout(resolve, longestTurn).unref())])
  try {
    yield* exportNow(exporting, selection, path, signal)
  } finally {
    done()
    if (queues.get(real) === mine) queues.delete(real)
  }
}

/** Nobody waits longer for the export before, in milliseconds: its window may be gone. */
const longestTurn = 120_000

/** Into one folder one export goes after another: what is there is read, and what was written remembered, by one at a time. */
const queues = new Map<string, Promise<void>>()

async function* exportNow(
  exporting: Exporting,
  selection: Selection,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent> {
  const { store } = exporting
  const folder = new Enclosure(path)
  const { by } = await formatOf(selection)
  const target: Omit<ExportTarget, 'copies'> = { folder, before: await folderBefore(folder, by) }
  const prepared = await prepareExport(exporting, selection, target.before.places)
  const { withheld, replaced, omitted, named } = prepared
  if (mustChoose(prepared, selection)) {
    yield { type: 'named', named }
    return
  }
  const { writeExport } = await import('./write-export.ts')
  await makeFolder(folder.root)
  // Of a notebook that cannot be written to, nothing is kept.
  const copies =
    store.readOnly === null ? await KeptCopies.of(new Enclosure(store.folder), folder.root, by) : null
  const result = yield* writeExport({ ...target, copies }, { ...prepared, by }, signal)
  yield { type: 'done', ...result, withheld, replaced, omitted, named, folder: path, download: null }
}

/** @throws Problem for a folder within the notebook itself */
export async function assertOutside(notebook: string, folder: string): Promise<void> {
  const [own, target] = await Promise.all([notebook, folder].map((path) => realpath(path).catch(() => path)))
  const isInside = target === own || target?.startsWith(`${own ?? ''}${sep}`) === true
  if (isInside) throw problem('bad-input', 'exportIntoNotebook', { path: folder })
}
