import { outgoingExport, type OutgoingExport } from '../../core/confidential/outgoing-export.ts'
import type { ExportInput } from '../../core/export/exporter.ts'
import type { OpenWork } from '../../core/open-work/open-work.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { openWorkOf } from '../statements/silent.ts'
import { sha256 } from '../../storage/content-store.ts'
import { chosenIn } from './chosen-in.ts'
import type { Plan } from './plan.ts'
import { readExportInput, type Reading, type Wanted } from './read-export-input.ts'
import { readPart } from './read-part.ts'

export type Places = ReadonlyMap<RecordId, string>

/** An export whose files can be made. */
export interface PreparedExport extends OutgoingExport {
  /** The last Change that it has for sure; null where there is none. */
  change: Id<'change'> | null
  /** Whether it is of some records only. */
  isPart: boolean
  /** What is left to be done at a record, as a mark to compare. */
  workAt: (id: RecordId) => string
  /** The same with its files still to be made. */
  again: () => Promise<PreparedExport>
}

/** Reads what an export needs. @param places where files about records are already @throws Problem */
export async function prepareExport(reading: Reading, plan: Plan, places?: Places): Promise<PreparedExport> {
  const { model } = reading.store
  // Before anything is read: what changes meanwhile is looked at again the next time.
  const change = await model.ask('lastChange')
  const { isTable = false } = plan.exporter
  const { chosen, shown } = await chosenIn(reading.store, plan.selection, isTable)
  const wanted = { options: plan.selection.options, shown, isTable }
  const about = [...chosen.articles, ...chosen.claims]
  // What is confidential is known only by all that there is.
  const isReadInPart =
    about.length > 0 && plan.exporter.readsByNeed === true && !(await model.ask('hasConfidential'))
  const part = isReadInPart ? await readChosen(reading, plan, { about, chosen }, wanted) : null
  const input = part ?? (await readExportInput(reading, chosen, wanted))
  return outgoing(plan, input, places, change)
}

/** Reads what the files about what is chosen need. @returns null where all is to be read */
async function readChosen(
  reading: Reading,
  plan: Plan,
  { about, chosen }: Pick<ExportInput, 'chosen'> & { about: readonly RecordId[] },
  wanted: Wanted,
): Promise<ExportInput | null> {
  const { store } = reading
  // Of an article its claims are exported, too.
  const { claims } = await store.model.ask('recordsAround', about)
  const part = { about: [...about, ...claims], chosen, open: await openWorkOf(store) }
  const input = await readPart(reading, plan, part, wanted)
  // Somebody may have become confidential while it was read.
  return (await store.model.ask('hasConfidential')) ? null : input
}

/** An export of what was read. */
export async function outgoing(
  plan: Plan,
  input: ExportInput,
  places: Places | undefined,
  change: Id<'change'> | null,
): Promise<PreparedExport> {
  const { exporter, request, selection } = plan
  return {
    ...(await outgoingExport(exporter, input, selection.confidential, { ...request, places })),
    change,
    isPart: input.chosen.articles.length + input.chosen.claims.length > 0,
    workAt: workMarks(input.open),
    again: () => outgoing(plan, input, places, change),
  }
}

/** What is left to be done at each record, as a mark: by it is seen whether something else is. */
export function workMarks(open: readonly OpenWork[]): (id: RecordId) => string {
  const byRecord = Map.groupBy(
    open.filter(({ dismissed }) => dismissed === null),
    ({ id }) => id,
  )
  return (id) => {
    const there = byRecord.get(id)
    return there === undefined
      ? ''
      : sha256(JSON.stringify(there.map(({ what, about, words }) => [what, about, words]))).slice(0, 16)
  }
}
