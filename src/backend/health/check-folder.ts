import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Problem } from '../../core/problem.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import { originalExtension, type Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import { kindNouns, referencesOf, type Reference } from '../../core/records/references.ts'
import { readText } from '../../core/text/read-text.ts'
import { ChangeLog } from '../../storage/change-log.ts'
import { ContentStore, sha256 } from '../../storage/content-store.ts'
import { documentsInOrder, namesIn, readDocument } from '../../storage/document-files.ts'
import {
  documentFolders,
  documentOfEntry,
  type DocumentName,
  type HeldRecord,
} from '../../storage/document-shapes.ts'
import { readIfThere, temporaryFile } from '../../storage/files.ts'
import { findConflictFiles } from '../../storage/outside/conflicts.ts'
import { checkCache, type RecordInNotebook } from '../../storage/read-model/check-cache.ts'
import { searchableOf } from '../../storage/read-model/searchable.ts'
import type { Task } from '../tasks/task.ts'
import type { FoundProblem, Remedy } from './finding.ts'

/** What the log says of a record last. */
interface LastState {
  document: DocumentName
  /** null when it was removed */
  hash: string | null
}

/**
 * Looks at everything in the folder of a notebook: the log, documents, references, texts, offsets, originals, the cache.
 * Nothing may be unwritten meanwhile.
 * @throws Problem `cancelled`
 */
export async function checkFolder({ folder }: { folder: string }, task: Task): Promise<FoundProblem[]> {
  const check = new Check(folder, task)
  await check.readLog()
  await check.readDocuments()
  check.checkReferences()
  check.checkCircles()
  check.checkAgainstLog()
  for (const finding of checkCache(folder, check.records, check.unsure))
    check.report('.cache', finding, 'cache')
  await check.findLeftovers()
  return check.findings
}

class Check {
  readonly findings: FoundProblem[] = []
  readonly records = new Map<Id, RecordInNotebook>()
  readonly #folder: string
  readonly #task: Task
  readonly #content: ContentStore
  readonly #last = new Map<Id, LastState>()
  /** What each document names that must be in the notebook. */
  readonly #references: { where: DocumentName; reference: Reference }[] = []
  readonly #above = new Map<Id, { where: DocumentName; into: Id }>()
  readonly #mergedInto = new Map<Id, { where: DocumentName; into: Id }>()
  readonly #damaged = new Set<DocumentName>()
  /** Documents that cannot be read or lack something, of which the cache may know more. */
  readonly unsure = new Set<DocumentName>()

  constructor(folder: string, task: Task) {
    this.#folder = folder
    this.#task = task
    this.#content = new ContentStore(folder)
  }

  report(where: string, message: string, remedy: Remedy | null = null, about: Id[] = []): void {
    this.findings.push({ where, message, remedy, about })
  }

  async readLog(): Promise<void> {
    const onDamage = (message: string): void => this.report('log', message, 'log')
    for await (const { change } of new ChangeLog(this.#folder).read(null, { onDamage })) {
      for (const entry of change.entries) {
        const hash = entry.after === null ? null : hashOf(entry.after)
        this.#last.set(entry.id, { document: documentOfEntry(entry), hash })
      }
      await this.#task.step(0, 0)
    }
  }

  async readDocuments(): Promise<void> {
    const names = documentsInOrder(this.#folder)
    for (const [done, name] of names.entries()) {
      await this.#task.step(done, names.length)
      const held = this.#read(name)
      if (!held) continue
      for (const { kind, record } of held) {
        this.records.set(record.id, {
          ...{ kind, document: name },
          fingerprint: searchableOf(kind, record)?.fingerprint ?? null,
        })
        this.#collectReferences(name, kind, record)
        this.#compareWithLog(name, record)
      }
      const article = held.find(({ kind }) => kind === 'article')?.record as Article | undefined
      const annotations = held
        .filter(({ kind }) => kind === 'annotation')
        .map(({ record }) => record as Annotation)
      if (article) await this.#checkTexts(name, article, annotations)
      else if (annotations.length > 0) this.report(name, 'has highlights, but not their article')
    }
  }

  #read(name: DocumentName): HeldRecord[] | null {
    const { records, damage } = readDocument(this.#folder, name)
    if (damage === null) return records
    this.#damaged.add(name)
    this.unsure.add(name)
    const isInLog = [...this.#last.values()].some(({ document, hash }) => document === name && hash !== null)
    this.report(name, damage, isInLog ? 'document' : null)
    return null
  }

  #compareWithLog(name: DocumentName, record: HeldRecord['record']): void {
    const last = this.#last.get(record.id)
    if (last?.hash === hashOf(record)) return
    const message =
      last === undefined
        ? `has ${record.id}, which the log does not know`
        : last.hash === null
          ? `has ${record.id}, which was deleted`
          : `has ${record.id} otherwise than the log`
    this.report(name, message, 'take-in', [record.id])
  }

  #collectReferences(where: DocumentName, kind: HeldRecord['kind'], record: HeldRecord['record']): void {
    if ('parent' in record && record.parent) this.#above.set(record.id, { where, into: record.parent })
    if ('mergedInto' in record && record.mergedInto)
      this.#mergedInto.set(record.id, { where, into: record.mergedInto })
    for (const reference of referencesOf(kind, record)) {
      // Highlights stand in the document of their article: it is told once when that lacks it.
      if (kind === 'annotation' && reference.kind === 'article') continue
      this.#references.push({ where, reference })
    }
  }

  async #checkTexts(
    where: DocumentName,
    article: Article,
    annotations: readonly Annotation[],
  ): Promise<void> {
    for (const { n, text, original } of article.versions) {
      const read = await this.#text(where, text.sha256)
      if (read !== null && read.length !== text.length)
        this.report(where, `version ${n} should have ${text.length} characters and has ${read.length}`)
      const bytes = await readIfThere(
        this.#content.originalPath(original.sha256, originalExtension(original)),
      )
      if (bytes === null)
        this.report(where, `the original of version ${n} (“${original.fileName}”) is missing`, 'original', [
          original.sha256,
        ])
      else if (sha256(bytes) !== original.sha256)
        this.report(where, `the original of version ${n} was changed`, 'original', [original.sha256])
      if (read === null) continue
      for (const { id, ...place } of annotations) {
        for (const { version, start, end, exact } of [place, ...place.earlier]) {
          if (version === n && read.slice(start, end) !== exact)
            this.report(where, `the highlight ${id} does not stand at its place`)
        }
        if (place.proposal?.version === n && place.proposal.end > read.length)
          this.report(where, `the place proposed for the highlight ${id} is not in the text`)
      }
    }
    const newest = article.versions.length
    for (const { id, version } of annotations)
      if (version > newest)
        this.report(where, `the highlight ${id} stands in version ${version}, which is not there`)
  }

  async #text(where: DocumentName, hash: string): Promise<string | null> {
    try {
      return readText(await this.#content.text(hash))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.report(where, error.message, 'text', [hash])
      return null
    }
  }

  checkReferences(): void {
    for (const { where, reference } of this.#references) {
      const { kind, id, how } = reference
      const there = this.records.get(id)
      if (there?.kind === kind) continue
      const last = this.#last.get(id)
      // What the log has is told, and mended, as the document that lacks it.
      if (!there && last && (last.hash !== null || this.#damaged.has(last.document))) continue
      const fault = there ? `which is no ${kindNouns[kind]}` : 'which is not in the notebook'
      this.report(where, `${how} the ${kindNouns[kind]} ${id}, ${fault}`)
    }
  }

  /** Tags and sources that stand below themselves, or were merged into themselves, are in no list. */
  checkCircles(): void {
    for (const next of [this.#above, this.#mergedInto]) {
      for (const [id, { where }] of next) {
        const seen = new Set<Id>()
        let current: Id | undefined = id
        while (current !== undefined && !seen.has(current)) {
          seen.add(current)
          current = next.get(current)?.into
        }
        if (current === id)
          this.report(where, `${id} leads back to itself through what it stands below or is merged into`)
      }
    }
  }

  checkAgainstLog(): void {
    const lacking = new Map<DocumentName, Id[]>()
    for (const [id, { document, hash }] of this.#last) {
      if (hash === null || this.records.has(id) || this.#damaged.has(document)) continue
      lacking.set(document, [...(lacking.get(document) ?? []), id])
    }
    for (const [document, ids] of lacking) {
      this.unsure.add(document)
      const named = ids.length === 1 ? (ids[0] ?? '') : `${ids.length} records`
      this.report(document, `lacks ${named}, which the log has`, 'document', ids)
    }
  }

  async findLeftovers(): Promise<void> {
    for (const folder of ['', ...documentFolders, 'texts', 'originals', 'log'])
      for (const file of namesIn(join(this.#folder, folder)))
        if (temporaryFile.test(file))
          this.report(
            folder === '' ? file : `${folder}/${file}`,
            'is left over from an interrupted write',
            'leftover',
          )
    for (const { file, document } of await findConflictFiles(this.#folder))
      this.report(
        file,
        `is a second file for “${document}”; decide in “Notebook health” what of it is to stay`,
      )
  }
}

/** The first 48 bits of the SHA-1 of a record as JSON. */
const hashOf = (record: object): string =>
  createHash('sha1').update(JSON.stringify(record)).digest('base64url').slice(0, 8)
