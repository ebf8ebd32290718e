import { said } from '../../core/words/say.ts'
import type { Conflict, Finding } from '../../contract/health.ts'
import { makeEntry, type Entry } from '../../core/changes/change.ts'
import type { RecordKind } from '../../core/records/kinds.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { problem } from '../../core/problem.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import {
  findConflictFiles,
  putConflictAside,
  unknownIn,
  type ConflictFile,
} from '../../storage/outside/conflicts.ts'
import { Enclosure } from '../../storage/enclosure.ts'
import { closeToOthers, openIn, openToOthers } from '../../storage/rights.ts'
import type { App } from '../app.ts'
import { backupFolder, listBackups } from '../backups/backups.ts'
import { base } from '../base.ts'
import { checkNotebook } from '../health/check-notebook.ts'
import type { FoundProblem } from '../health/finding.ts'
import { repairNotebook } from '../health/repair-notebook.ts'
import { toRecordChange } from './history.ts'

const toFinding = ({ where, message, remedy }: FoundProblem): Finding => ({
  where,
  message,
  isRepairable: remedy !== null,
})

const check = base.health.check.handler(async ({ context: { app }, signal }) => {
  const found = await checkNotebook({ store: app.store, thread: app.thread, signal }, app.progressOf('check'))
  return found.map(toFinding)
})

const repair = base.health.repair.handler(async ({ context: { app }, signal }) => {
  const { store, thread } = app
  const copies = await listBackups(backupFolder(app.options.home, store.file))
  const { repaired, left } = await repairNotebook({
    store,
    thread,
    signal,
    backups: copies.map(({ file }) => file),
  })
  return { repaired: repaired.map(toFinding), left: left.map(toFinding) }
})

/** What of a second file is neither what the notebook has nor what it once had, beside what it has. */
async function entriesOf(store: NotebookStore, file: ConflictFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const { kind, record } of await unknownIn(file, (kind, id) => store.statesOf(kind, id)))
    entries.push(makeEntry<RecordKind>(kind, record.id, await store.get(kind, record.id), record))
  return entries
}

const conflicts = base.health.conflicts.handler(async ({ context: { app } }) => {
  const found: Conflict[] = []
  for (const file of await findConflictFiles(app.store.folder)) {
    const records = file.records === null ? null : (await entriesOf(app.store, file)).map(toRecordChange)
    found.push({ file: file.file, document: file.document, records })
  }
  return found
})

const resolve = base.health.resolve.handler(async ({ context: { app }, input }) => {
  const { store } = app
  store.assertWritable()
  const file = (await findConflictFiles(store.folder)).find((conflict) => conflict.file === input.file)
  if (!file) throw problem('not-found', 'conflictGone', { file: input.file })
  const take = async (draft: Draft): Promise<void> => {
    for (const { kind, id, after } of await entriesOf(store, file))
      if (after && input.take.includes(id)) await draft.put(kind, after)
  }
  await store.commit(said('history.decideConflict', { document: file.document }), take, {
    references: 'asTheyWere',
  })
  await putConflictAside(store.folder, input.file)
  return {}
})

const backupsOf = ({ options, store }: App): string => backupFolder(options.home, store.file)

const countOpen = base.health.openToOthers.handler(({ context: { app } }) => ({
  count: openToOthers(new Enclosure(app.store.folder)).length + openIn(backupsOf(app)).length,
}))

const close = base.health.closeToOthers.handler(async ({ context: { app } }) => {
  const notebook = new Enclosure(app.store.folder)
  const names = openToOthers(notebook)
  await closeToOthers(notebook, names)
  const copies = openIn(backupsOf(app))
  await closeToOthers(new Enclosure(backupsOf(app)), copies)
  return { count: names.length + copies.length }
})

export const health = {
  check,
  repair,
  conflicts,
  resolve,
  openToOthers: countOpen,
  closeToOthers: close,
}
