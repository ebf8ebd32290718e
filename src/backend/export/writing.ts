import type { ConfidentialNames } from '../../core/confidential/confidential-names.ts'
import type { ExportedFile } from '../../core/export/exporter.ts'
import { mergeWhatCan } from '../../core/export/merge-three.ts'
import { Problem } from '../../core/problem.ts'
import type { Id, RecordId } from '../../core/records/base.ts'
import { isUtf8 } from '../../core/text/utf8.ts'
import { sha256 } from '../../storage/content-store.ts'
import { mostBytes, type Enclosure } from '../../storage/enclosure.ts'
import type { EarlierExports } from './earlier-exports.ts'
import { problemOf } from '../tasks/task-messages.ts'
import type { TaskThread } from '../tasks/task-thread.ts'
import type { FolderBefore } from './folder-before.ts'
import { inParallel } from './in-parallel.ts'
import { keepOwnLines, removeStale, removeThose, removeUntouched } from './removing.ts'
import { keyOf, wordsBehind, type LastExport, type LastWritten, type Remembered } from './last-export.ts'

/** So often a file is looked at again that somebody changes just then. */
const mostTries = 3

/** An export that is ready to be written. */
export interface Prepared {
  /** Made as they are taken. */
  files: Iterable<ExportedFile>
  /** How many there will be. */
  count: number
  /** The format, with its profile where that says which files there are. */
  by: string
  /** Everything that was asked for, and the program. */
  request: string
  /** The last Change that it has. */
  change: Id<'change'> | null
  /** What is left to be done at a record, as a mark to compare. */
  workAt: (id: RecordId) => string
  /** The names that no file in the folder should have. */
  names: ConfidentialNames
  /** Whether something that is exported is known to be about one of those. */
  isAboutSome: boolean
  /** Whether the names go out, as the user wants. */
  hasNames: boolean
  /** Whether it is a part of what went there before: the rest stays, unless it names somebody whom it should not. */
  isPart: boolean
  /** Where only the files about some records were made anew: the others are as they were. */
  only?: ReadonlySet<RecordId> | undefined
  /** What says what there is, as a mark to compare, where it is known. */
  index?: string | undefined
}

/** What became of the files. */
export interface Written {
  written: number
  unchanged: number
  removed: number
  /** Files in which edits of others and what is new were brought together. */
  merged: string[]
  /** Files that are left as they are: not written by Ascribe, or edited where there is something new. */
  left: string[]
  /** Files about what is not exported any more, which somebody edited. */
  obsolete: string[]
  earlier: EarlierExports
}

/** Where an export goes. */
export interface ExportTarget {
  folder: Enclosure
  before: FolderBefore
  last: LastExport
  thread: TaskThread
}

/** What is to be done with a file. */
type Todo =
  | { to: 'write' | 'merge'; content: string | Uint8Array; instead: string | null }
  | { to: 'leave' | 'nothing' }
/** With the checksum of what it is to have, and what is remembered of it. */
type Step = Todo & {
  file: ExportedFile
  hash: string
  kept: Remembered | undefined
  /** Where lines that both changed are left as they are: what it is to be compared with the next time. */
  base?: string
}

/** Files on their way into a folder, and what becomes of them. */
export class Writing {
  /** What was written last, also of what was not come to. */
  readonly remembered: Map<string, LastWritten>
  readonly paths = new Set<string>()
  /** The records whose files are left as they are, and whether what says what there is is, too. */
  readonly left: RecordId[] = []
  isIndexLeft = false
  readonly #target: ExportTarget
  readonly #prepared: Prepared
  readonly #was: ReadonlyMap<string, LastWritten>
  readonly #byPath: ReadonlyMap<string, LastWritten>
  /** The paths of files that are as they are to be. */
  readonly #settled = new Set<string>()
  readonly #current = new Set<string>()
  readonly #moved: LastWritten[] = []
  /** What is about no record says what there is: it is written when all of that is. */
  readonly #indexes: ExportedFile[] = []
  readonly #done: Omit<Written, 'earlier' | 'removed'> = {
    written: 0,
    unchanged: 0,
    merged: [],
    left: [],
    obsolete: [],
  }

  constructor(target: ExportTarget, prepared: Prepared) {
    this.#target = target
    this.#prepared = prepared
    this.#was = new Map(target.before.written.map((one) => [keyOf(one), one]))
    this.#byPath = new Map(target.before.written.map((one) => [one.path, one]))
    this.remembered = new Map(this.#was)
  }

  /** How many files were come to. */
  get count(): number {
    return this.#current.size
  }

  async write(files: readonly ExportedFile[]): Promise<void> {
    this.#indexes.push(...files.filter(({ about }) => about === undefined))
    await this.#writeAll(files.filter(({ about }) => about !== undefined))
  }

  async #writeAll(files: readonly ExportedFile[]): Promise<void> {
    for (const file of files) this.#current.add(keyOf(file))
    await this.#take(await inParallel(files, (file) => this.#stepFor(file)))
  }

  /** Does what is to be done. Where somebody changed a file meanwhile, it is looked at again. */
  async #take(steps: readonly Step[], tries = mostTries): Promise<void> {
    const { folder, last, thread } = this.#target
    const toWrite = steps.flatMap((step) => ('content' in step ? [step] : []))
    // Before they are written: where it is broken off then, they are known to be ours.
    last.put(steps.flatMap((step) => this.#kept(step)))
    const files = toWrite.map(({ to, file: { path }, content, instead }) => {
      return { path, content, instead, isPrecious: to === 'merge' }
    })
    const { written, refused, problem } =
      files.length === 0
        ? { written: [], refused: [], problem: null }
        : await thread.run('writeFiles', { folder: folder.root, files })
    const done = new Set(written.map((at) => toWrite[at]))
    for (const step of steps) if (!('content' in step) || done.has(step)) this.#note(step)
    for (const step of toWrite) if (!done.has(step)) this.#takeBack(step)
    if (problem !== null) throw problemOf(problem)
    const again = refused.flatMap((at) => toWrite[at] ?? [])
    if (again.length === 0) return
    const anew = await inParallel(again, async ({ file, hash, kept }): Promise<Step> => {
      if (tries === 0) return { to: 'leave', file, hash, kept }
      return this.#stepFor(file, { kept })
    })
    await this.#take(anew, tries - 1)
  }

  /** What is remembered of a file that is about to be as it is to be. */
  #kept({ file, hash, kept, base, ...todo }: Step): Parameters<LastExport['put']>[0] {
    if (todo.to === 'leave') return []
    const { workAt, names } = this.#prepared
    const { path, about, uses = [], content } = file
    const work = about === undefined ? '' : workAt(about)
    const written = base ?? content
    const words = typeof written === 'string' && !names.isIn(written) ? written : null
    const before = 'instead' in todo ? todo.instead : null
    const wordsBefore = before === null || !kept ? null : wordsBehind(kept, before)
    return [{ path, hash, about, uses, work, words, before, wordsBefore }]
  }

  /** What was not written after all is as it was. */
  #takeBack({ file, kept }: Step): void {
    const { last } = this.#target
    if (kept) last.restore(keyOf(file), kept)
    else last.remove([keyOf(file)])
  }

  /** Notes what became of a file. */
  #note({ file, hash, to, base }: Step): void {
    const { folder } = this.#target
    const { path, about } = file
    this.paths.add(path)
    // Or some of its lines are, and are told each time.
    if (to === 'leave' || base !== undefined) {
      this.#done.left.push(path)
      if (about === undefined) this.isIndexLeft = true
      else this.left.push(about)
    }
    if (to === 'leave') return
    if (to === 'merge') this.#done.merged.push(path)
    if (to === 'nothing') this.#done.unchanged += 1
    else this.#done.written += 1
    this.#settled.add(path)
    const was = this.#was.get(keyOf(file))
    this.remembered.set(keyOf(file), { path, hash, about, by: this.#prepared.by })
    // Under another name it is gone from where it was.
    if (was && was.path !== path && folder.kind(was.path) === 'file') this.#moved.push(was)
  }

  /** @param again where it is looked at again, what was remembered of it: what was listed counts no more then */
  async #stepFor(file: ExportedFile, again?: Pick<Step, 'kept'>): Promise<Step> {
    const { last, before } = this.#target
    const was = this.#was.get(keyOf(file))
    const kept = again ? again.kept : last.file(keyOf(file), was?.hash)
    const own = sha256(file.content)
    const step = (todo: Todo): Step => ({ ...todo, file, hash: own, kept })
    const there = again || before.listing.has(file.path) ? await this.#read(file.path) : null
    if (there === undefined) return step({ to: 'leave' })
    if (there === null) return step({ to: 'write', content: file.content, instead: null })
    const hash = sha256(there)
    if (hash === own) return step({ to: 'nothing' })
    // It may be what was written about something that is not exported any more.
    const ours = [(was ?? this.#byPath.get(file.path))?.hash, kept?.hash, kept?.before]
    // What the power failed over is as good as not there.
    if (ours.includes(hash) || there.every((byte) => byte === 0))
      return step({ to: 'write', content: file.content, instead: hash })
    const base = kept ? wordsBehind(kept, hash) : null
    if (base === null || !isUtf8(there) || typeof file.content !== 'string') return step({ to: 'leave' })
    const edited = there.toString('utf8')
    const merged = mergeWhatCan(base, edited, file.content)
    if (merged === null) return step({ to: 'leave' })
    const { text, isLeft } = merged
    const todo: Todo = text === edited ? { to: 'nothing' } : { to: 'merge', content: text, instead: hash }
    return isLeft ? { ...step(todo), hash: sha256(merged.base), base: merged.base } : step(todo)
  }

  /** What stands at a path: null for nothing, undefined for what is no file. @throws Problem for what is in the way of its folder */
  async #read(path: string): Promise<Buffer | null | undefined> {
    const { folder } = this.#target
    try {
      return await folder.read(path, mostBytes.document)
    } catch (error) {
      // Where a folder is none, nothing can be written; that is told.
      if (error instanceof Problem && folder.kind(path) !== 'missing') return undefined
      throw error
    }
  }

  /** What other formats wrote, without what is gone because it named somebody. */
  #foreign: readonly LastWritten[] | undefined
  get others(): readonly LastWritten[] {
    return this.#foreign ?? this.#target.before.others
  }

  /** When all about records is written: what says what there is, and what is there no more. */
  async settle(naming: readonly string[]): Promise<Omit<Written, 'earlier'>> {
    const { isPart, only } = this.#prepared
    // Beside the rest, an index of the part alone would be the index of too little.
    if (!isPart || !this.#others().some(([, { about }]) => about !== undefined))
      await this.#writeAll(this.#indexes)
    // When all are written: one may stand now where another one was.
    const { folder } = this.#target
    for (const was of this.#moved)
      if (!this.paths.has(was.path) && !(await removeUntouched(folder, was)))
        this.#done.obsolete.push(was.path)
    for (const list of [this.#done.left, this.#done.merged]) list.sort()
    const removed = await this.#removeGone(new Set(naming))
    const isUntouched = ([key, { about }]: [string, LastWritten]): boolean =>
      !this.#current.has(key) && (about === undefined || only?.has(about) === false)
    const untouched = only ? [...this.#was].filter(isUntouched) : []
    return { ...this.#done, unchanged: this.#done.unchanged + untouched.length, removed }
  }

  /** What is exported no more, and what names somebody whom it should not. @returns how many files are gone */
  async #removeGone(isNaming: ReadonlySet<string>): Promise<number> {
    const { folder, last, before } = this.#target
    const { isPart, hasNames, names } = this.#prepared
    const gone = this.#others().filter(([, { path }]) => !isPart || isNaming.has(path))
    const stale = await removeStale(folder, gone, this.#settled)
    for (const one of stale.left) {
      const [, { path, about }] = one
      const kept = isNaming.has(path) ? await keepOwnLines(this.#target, one, names) : undefined
      if (kept) {
        stale.gone.push(one)
        if (kept.beside !== null) this.#done.obsolete.push(kept.beside)
        continue
      }
      this.#done.obsolete.push(path)
      if (about !== undefined) this.left.push(about)
    }
    for (const [key] of stale.gone) this.remembered.delete(key)
    last.remove(stale.gone.map(([key]) => key))
    const isToGo = ({ path }: LastWritten): boolean =>
      !hasNames && isNaming.has(path) && !this.paths.has(path)
    const foreign = await removeThose(folder, before.others, isToGo)
    this.#foreign = foreign.left
    return stale.removed + foreign.removed
  }

  /** What was written last and is not now; where only some were made anew, of these. */
  #others(): [key: string, was: LastWritten][] {
    const { only } = this.#prepared
    return [...this.#was].filter(
      ([key, { about }]) =>
        !this.#current.has(key) && (only === undefined || (about !== undefined && only.has(about))),
    )
  }
}
