import type { Change, Entry, Label } from '../../core/changes/change.ts'
import type { RecordId } from '../../core/records/base.ts'
import { ChangeLog } from '../../storage/change-log.ts'
import { documentOfEntry, type DocumentName } from '../../storage/document-shapes.ts'
import type { Task } from '../tasks/task.ts'

/**
 * The last entries that the log has for records.
 * @param documents for every record in these documents
 * @param records for these records
 */
export async function statesInLog(
  { folder, documents, records }: { folder: string; documents: DocumentName[]; records: RecordId[] },
  task: Task,
): Promise<Entry[]> {
  const wantedDocuments = new Set(documents)
  const wantedRecords = new Set(records)
  const last = new Map<RecordId, Entry>()
  for await (const { change } of new ChangeLog(folder).read(null, { onDamage: () => undefined })) {
    for (const entry of change.entries)
      if (wantedRecords.has(entry.id) || wantedDocuments.has(documentOfEntry(entry)))
        last.set(entry.id, entry)
    await task.step(0, 0)
  }
  return [...last.values()]
}

/**
 * Writes the log anew without the content of these records, and without lines that cannot be read (which are kept beside).
 * That they were changed, when and by whom stays. Nothing may be appended meanwhile.
 * @returns whether anything changed; every place in the log may be another one then
 */
export async function rewriteLog({
  folder,
  forget,
}: {
  folder: string
  forget: RecordId[]
}): Promise<boolean> {
  const gone = new Set(forget)
  return new ChangeLog(folder).rewrite((change: Change) => {
    const isTouched = change.entries.some(
      ({ id, before, after }) => gone.has(id) && (before !== null || after !== null),
    )
    if (!isTouched) return change
    return {
      ...change,
      label: withoutWords(change.label),
      entries: change.entries.map((entry) =>
        gone.has(entry.id) ? { ...entry, before: null, after: null } : entry,
      ),
    }
  })
}

/** What a Change did, without words that it quotes from a text. */
function withoutWords(label: Label): Label {
  if (typeof label === 'string' || label.with['words'] === undefined) return label
  return { ...label, with: { ...label.with, words: '…' } }
}

/** Compresses the months of the log that are over. @returns how many */
export async function compactLog({ folder }: { folder: string }): Promise<number> {
  return (await new ChangeLog(folder).compact()).length
}
