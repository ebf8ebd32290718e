import { createHash } from 'node:crypto'
import { Problem, sentenceOf } from '../../core/problem.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import { originalExtension, type Article } from '../../core/records/article.ts'
import type { RecordId } from '../../core/records/base.ts'
import { noun, refers, said, type Said } from '../../core/words/say.ts'
import type { Held, RecordKind } from '../../core/records/record.ts'
import type { Reference } from '../../core/records/reference.ts'
import { referencesOf } from '../../core/records/references.ts'
import { readText } from '../../core/text/read-text.ts'
import { ChangeLog } from '../../storage/change-log.ts'
import { ContentStore, originalName, sha256, textName } from '../../storage/content-store.ts'
import { documentsInOrder, readDocument } from '../../storage/document-files.ts'
import { documentOfEntry, type DocumentName } from '../../storage/document-shapes.ts'
import { Enclosure } from '../../storage/enclosure.ts'
import { leftoversIn } from '../../storage/leftovers.ts'
import { findConflictFiles } from '../../storage/outside/conflicts.ts'
import { checkCache, type RecordInNotebook } from '../../storage/read-model/check-cache.ts'
import { allForeign, messageOf } from '../../storage/survey.ts'
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
  for (const finding of checkCache(new Enclosure(folder), check.records, check.unsure))
    check.report('.cache', finding, 'cache')
  await check.findLeftovers()
  return check.findings
}

class Check {
  readonly findings: FoundProblem[] = []
  readonly records = new Map<RecordId, RecordInNotebook>()
  readonly #folder: Enclosure
  readonly #task: Task
  readonly #content: ContentStore
  readonly #last = new Map<RecordId, LastState>()
  /** What each document names that must be in the notebook. */
  readonly #references: { where: DocumentName; reference: Reference }[] = []
  readonly #above = new Map<RecordId, { where: DocumentName; into: RecordId }>()
  readonly #mergedInto = new Map<RecordId, { where: DocumentName; into: RecordId }>()
  readonly #damaged = new Set<DocumentName>()
  /** Documents that cannot be read or lack something, of which the cache may know more. */
  readonly unsure = new Set<DocumentName>()

  constructor(folder: string, task: Task) {
    this.#folder = new Enclosure(folder)
    this.#task = task
    this.#content = new ContentStore(folder)
  }

  report(where: string, message: Said, remedy: Remedy | null = null, about: string[] = []): void {
    this.findings.push({ where, message, remedy, about })
  }

  async readLog(): Promise<void> {
    const onDamage = (message: Said): void => this.report('log', message, 'log')
    for await (const { change } of new ChangeLog(this.#folder.root).read(null, { onDamage })) {
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
      try {
        await this.#checkDocument(name)
      } catch (error) {
        // One bad document never ends the check of the others.
        this.#damaged.add(name)
        this.unsure.add(name)
        this.report(name, said('findings.notChecked', { why: sentenceOf(error) }))
      }
    }
  }

  async #checkDocument(name: DocumentName): Promise<void> {
    const held = this.#read(name)
    if (!held) return
    for (const one of held) {
      const { kind, record } = one
      const fingerprint = searchableOf(one)?.fingerprint ?? null
      this.records.set(record.id, { kind, document: name, fingerprint })
      this.#collectReferences(name, kind, record)
      this.#compareWithLog(name, record)
    }
    const [article] = held.flatMap((one) => (one.kind === 'article' ? [one.record] : []))
    const annotations = held.flatMap((one) => (one.kind === 'annotation' ? [one.record] : []))
    if (article) await this.#checkTexts(name, article, annotations)
    else if (annotations.length > 0) this.report(name, said('findings.noArticle'))
  }

  #read(name: DocumentName): Held[] | null {
    const { records, damage } = readDocument(this.#folder, name)
    if (damage === null) return records
    this.#damaged.add(name)
    this.unsure.add(name)
    const isInLog = [...this.#last.values()].some(({ document, hash }) => document === name && hash !== null)
    this.report(name, damage, isInLog && this.#isOurs(name) ? 'document' : null)
    return null
  }

  /** Whether a regular file, or nothing, is at a name: anything else is left alone. */
  #isOurs(name: string): boolean {
    return ['file', 'missing'].includes(this.#folder.kind(name))
  }

  #compareWithLog(name: DocumentName, record: Held['record']): void {
    const last = this.#last.get(record.id)
    if (last?.hash === hashOf(record)) return
    const known = last?.hash === null ? 'findings.deleted' : 'findings.otherwise'
    const message = said(last === undefined ? 'findings.notInLog' : known, { id: record.id })
    this.report(name, message, 'take-in', [record.id])
  }

  #collectReferences(where: DocumentName, kind: Held['kind'], record: Held['record']): void {
    if ('parent' in record && record.parent) this.#above.set(record.id, { where, into: record.parent })
    if ('mergedInto' in record && record.mergedInto)
      this.#mergedInto.set(record.id, { where, into: record.mergedInto })
    for (const reference of referencesOf<RecordKind>(kind, record)) {
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
        this.report(where, said('findings.length', { version: n, expected: text.length, found: read.length }))
      const bytes = await this.#original(where, original)
      if (bytes === undefined) continue
      if (bytes === null)
        this.report(
          where,
          said('findings.originalMissing', { version: n, file: original.fileName }),
          'original',
          [original.sha256],
        )
      else if (sha256(bytes) !== original.sha256)
        this.report(where, said('findings.originalChanged', { version: n }), 'original', [original.sha256])
      if (read === null) continue
      for (const { id, ...place } of annotations) {
        for (const { version, start, end, exact } of [place, ...place.earlier]) {
          if (version === n && read.slice(start, end) !== exact)
            this.report(where, said('findings.highlightPlace', { id }))
        }
        if (place.proposal?.version === n && place.proposal.end > read.length)
          this.report(where, said('findings.highlightProposal', { id }))
      }
    }
    const newest = article.versions.length
    for (const { id, version } of annotations)
      if (version > newest) this.report(where, said('findings.highlightVersion', { id, version }))
  }

  /** undefined when it cannot be read. */
  async #original(
    where: DocumentName,
    original: Article['versions'][number]['original'],
  ): Promise<Buffer | null | undefined> {
    try {
      return await this.#content.original(original.sha256, originalExtension(original))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const isOurs = this.#isOurs(originalName(original.sha256, originalExtension(original)))
      this.report(where, sentenceOf(error), isOurs ? 'original' : null, [original.sha256])
      return undefined
    }
  }

  async #text(where: DocumentName, hash: string): Promise<string | null> {
    try {
      return readText(await this.#content.text(hash))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.report(where, sentenceOf(error), this.#isOurs(textName(hash)) ? 'text' : null, [hash])
      return null
    }
  }

  checkReferences(): void {
    for (const { where, reference } of this.#references) {
      const { kind, id, field } = reference
      const there = this.records.get(id)
      if (there?.kind === kind) continue
      const last = this.#last.get(id)
      // What the log has is told, and mended, as the document that lacks it.
      if (!there && last && (last.hash !== null || this.#damaged.has(last.document))) continue
      const fault = there ? 'findings.otherKind' : 'findings.missing'
      this.report(where, said(fault, { refers: refers(field), kind: noun(kind), id }))
    }
  }

  /** Tags and sources that stand below themselves, or were merged into themselves, are in no list. */
  checkCircles(): void {
    for (const next of [this.#above, this.#mergedInto]) {
      for (const [id, { where }] of next) {
        const seen = new Set<RecordId>()
        let current: RecordId | undefined = id
        while (current !== undefined && !seen.has(current)) {
          seen.add(current)
          current = next.get(current)?.into
        }
        if (current === id) this.report(where, said('findings.circle', { id }))
      }
    }
  }

  checkAgainstLog(): void {
    const lacking = new Map<DocumentName, RecordId[]>()
    for (const [id, { document, hash }] of this.#last) {
      if (hash === null || this.records.has(id) || this.#damaged.has(document)) continue
      lacking.set(document, [...(lacking.get(document) ?? []), id])
    }
    for (const [document, ids] of lacking) {
      this.unsure.add(document)
      const [id = ''] = ids
      const message =
        ids.length === 1
          ? said('findings.lacks', { id })
          : said('findings.lacksSeveral', { count: ids.length })
      this.report(document, message, 'document', ids)
    }
  }

  async findLeftovers(): Promise<void> {
    for (const file of leftoversIn(this.#folder)) this.report(file, said('findings.leftover'), 'leftover')
    for (const foreign of allForeign(this.#folder))
      if (!this.#damaged.has(foreign.name)) this.report(foreign.name, messageOf(foreign))
    for (const { file, document } of await findConflictFiles(this.#folder.root))
      this.report(file, said('findings.conflict', { document }))
  }
}

/** The first 48 bits of the SHA-1 of a record as JSON. */
const hashOf = (record: object): string =>
  createHash('sha1').update(JSON.stringify(record)).digest('base64url').slice(0, 8)
