import { articlesIn } from '../import/importing.ts'
import { Problem } from '../../core/problem.ts'
import { said } from '../../core/words/say.ts'
import { makeEntry, type Entry } from '../../core/changes/change.ts'
import { originalExtension, type ArticleVersion } from '../../core/records/article.ts'
import { asId, type RecordId } from '../../core/records/base.ts'
import type { RecordKind } from '../../core/records/kinds.ts'
import { originalName, sha256, textName } from '../../storage/content-store.ts'
import { documentOfEntry, type DocumentName } from '../../storage/document-shapes.ts'
import { Enclosure } from '../../storage/enclosure.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import { checkNotebook } from './check-notebook.ts'
import { keyOfFound, type FoundProblem, type Remedy } from './finding.ts'

/** Mending one thing may show another: the records of a damaged line of the log, say. */
const rounds = 3

export interface RepairTools {
  store: NotebookStore
  thread: TaskThread
  /** Backups of this notebook, the newest first. */
  backups: readonly string[]
  signal?: AbortSignal | undefined
}

/**
 * Mends what can be mended. What is damaged is put aside, never thrown away.
 * @returns what was wrong and is not any more, and what still is
 * @throws Problem `read-only`, `cancelled`
 */
export async function repairNotebook(
  tools: RepairTools,
): Promise<{ repaired: FoundProblem[]; left: FoundProblem[] }> {
  tools.store.assertWritable()
  const seen = new Map<string, FoundProblem>()
  let left: FoundProblem[] = []
  for (let round = 0; round < rounds; round += 1) {
    left = await checkNotebook(tools)
    for (const finding of left) seen.set(keyOfFound(finding), finding)
    // What is left cannot be mended, or nothing is.
    if (left.every(({ remedy }) => remedy === null)) break
    await mend(tools, left)
    if (round === rounds - 1) left = await checkNotebook(tools)
  }
  for (const finding of left) seen.delete(keyOfFound(finding))
  return { repaired: [...seen.values()], left }
}

async function mend(tools: RepairTools, findings: readonly FoundProblem[]): Promise<void> {
  const { store } = tools
  const needing = (remedy: Remedy): FoundProblem[] => findings.filter((finding) => finding.remedy === remedy)
  const about = (remedy: Remedy): string[] => needing(remedy).flatMap((finding) => finding.about)
  const folder = new Enclosure(store.folder)
  for (const { where } of needing('leftover')) await folder.remove(where)
  if (needing('log').length > 0) await rewriteLog(tools, [])
  const documents = [...new Set(needing('document').map(({ where }) => where))]
  if (documents.length > 0) await rebuildDocuments(tools, documents)
  const otherwise = about('take-in')
  if (otherwise.length > 0)
    await takeIn(
      tools,
      otherwise.map((id) => asId(id)),
    )
  for (const hash of new Set(about('original'))) await fetchOriginal(tools, hash)
  for (const hash of new Set(about('text'))) await remakeText(tools, hash)
  if (needing('cache').length > 0) await store.model.renew()
  await store.model.whole
}

/** Takes the content of records, and damaged lines, out of the log. Edits wait meanwhile. */
export async function rewriteLog(
  { store, thread }: Pick<RepairTools, 'store' | 'thread'>,
  forget: RecordId[],
): Promise<void> {
  await store.inTurn(async () => {
    await store.log.release()
    if (await thread.run('rewriteLog', { folder: store.folder, forget })) await store.startLogAnew()
  })
}

async function rebuildDocuments({ store, thread }: RepairTools, documents: DocumentName[]): Promise<void> {
  const entries = await thread.run('statesInLog', { folder: store.folder, documents, records: [] })
  const byDocument = Map.groupBy(entries, documentOfEntry)
  for (const document of documents)
    await store.rebuild(
      document,
      (byDocument.get(document) ?? []).filter(({ after }) => after !== null),
    )
}

async function takeIn({ store, thread }: RepairTools, records: RecordId[]): Promise<void> {
  const known = await thread.run('statesInLog', { folder: store.folder, documents: [], records })
  const before = new Map(known.map((entry) => [entry.id, entry.after]))
  await store.inTurn(async () => {
    const entries: Entry[] = []
    for (const id of new Set(records)) {
      const place = await store.model.ask('whereIs', id)
      const after = place === null ? null : await store.get(place.kind, id)
      if (place && after) entries.push(makeEntry<RecordKind>(place.kind, id, before.get(id) ?? null, after))
    }
    await store.makeInTurn(said('history.takeInDocuments'), entries)
  })
}

async function versionWith(
  store: NotebookStore,
  isIt: (version: ArticleVersion) => boolean,
): Promise<ArticleVersion | undefined> {
  for (const id of await store.idsOf('article')) {
    const article = await store.get('article', id).catch(() => null)
    const version = article?.versions.find(isIt)
    if (version) return version
  }
  return undefined
}

/** Brings a file back from a backup that has it unharmed. */
async function bringBack(
  { thread, backups, store }: RepairTools,
  name: string,
  hash: string,
): Promise<boolean> {
  for (const file of backups) {
    const bytes = await thread.run('readFromBackup', { file, name }).catch(() => null)
    if (bytes === null || sha256(bytes) !== hash) continue
    await store.content.putBack(name, bytes)
    return true
  }
  return false
}

async function fetchOriginal(tools: RepairTools, hash: string): Promise<void> {
  const version = await versionWith(tools.store, ({ original }) => original.sha256 === hash)
  if (version) await bringBack(tools, originalName(hash, originalExtension(version.original)), hash)
}

/** The same bytes read by the same rules give the same text; where the rules are others by now, a backup must have it. */
async function remakeText(tools: RepairTools, hash: string): Promise<void> {
  const { store, thread } = tools
  const version = await versionWith(store, ({ text }) => text.sha256 === hash)
  if (!version) return
  const { original } = version
  const bytes = await store.content.original(original.sha256, originalExtension(original))
  if (bytes !== null && sha256(bytes) === original.sha256) {
    const { fileName, mediaType } = original
    try {
      for await (const { text } of articlesIn({ thread }, { bytes, fileName, mediaType })) {
        if (sha256(text.html) !== hash) continue
        await store.content.putText(text.html)
        return
      }
    } catch (error) {
      // What cannot be read any more, a backup must have.
      if (!(error instanceof Problem)) throw error
    }
  }
  await bringBack(tools, textName(hash), hash)
}
