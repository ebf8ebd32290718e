import type { Id } from '../../../core/records/base.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ImportedArticle, ImportEvent, ImportFormat } from '../../../contract/articles.ts'
import type { ChosenFile } from '../../../contract/host.ts'
import type { ProblemReport } from '../../../contract/shared.ts'
import { backend, inWords, reportOf } from '../backend.ts'
import { host } from '../host.ts'

export interface ImportOutcome {
  file: string
  article?: ImportedArticle
  problem?: ProblemReport
  /** Of a file that asks for its password: reads it with one. */
  unlock?: (password: string) => Promise<void>
  /** Nothing was recognised that is not in its text already. */
  isNothingMore?: boolean
  /** In which other ways it can be read. */
  others: (Pick<ImportFormat['options'][number], 'name' | 'label'> & { read: () => Promise<void> })[]
}

type Event<T extends ImportEvent['type']> = Extract<ImportEvent, { type: T }>
/** How a file is read that is read again. */
type Way = Pick<Parameters<typeof backend.articles.import>[0], 'password' | 'take'>

/** A file to be imported; one that was chosen in a dialog of the shell the backend reads itself. */
type Incoming = File | ChosenFile

/** How much is sent at once, in bytes, and how many files: they are in memory together. */
const most = { bytes: 16 << 20, files: 500 }
/** How long it is told that files came in, in milliseconds. */
const toldFor = 10_000

const sizeOf = (incoming: Incoming): number => (incoming instanceof File ? incoming.size : 0)

/** Files in their order, as they are sent together: a large one goes alone. */
function batchesOf(files: readonly Incoming[]): Incoming[][] {
  const batches: Incoming[][] = []
  let bytes = Infinity
  for (const incoming of files) {
    const last = batches.at(-1)
    bytes += sizeOf(incoming)
    if (last && bytes <= most.bytes && last.length < most.files) last.push(incoming)
    else {
      batches.push([incoming])
      bytes = sizeOf(incoming)
    }
  }
  return batches
}

/** The import that is going on, or the last one. */
export const useImports = defineStore('imports', () => {
  const running = ref(false)
  const done = ref(0)
  const total = ref(0)
  const file = ref('')
  /** How far the file is that is read, where that is known. */
  const part = ref<{ done: number; total: number } | null>(null)
  const outcomes = shallowRef<ImportOutcome[]>([])
  let controller = new AbortController()

  /**
   * @param versionOf the article that the files are newer versions of
   * @returns the articles that are in the notebook now
   */
  async function start(files: readonly Incoming[], versionOf?: Id<'article'>): Promise<ImportedArticle[]> {
    const mine = turn.then(() => run(files, versionOf))
    turn = mine
    return mine
  }

  /** One import after another: files that are dropped during one are not forgotten. */
  let turn: Promise<unknown> = Promise.resolve()

  async function run(files: readonly Incoming[], versionOf?: Id<'article'>): Promise<ImportedArticle[]> {
    if (files.length === 0) return []
    controller = new AbortController()
    running.value = true
    done.value = 0
    total.value = files.length
    outcomes.value = []
    const { signal } = controller
    for (const batch of batchesOf(files)) {
      if (signal.aborted) break
      await importSome(batch, versionOf, signal)
    }
    running.value = false
    forgetLater()
    return outcomes.value.flatMap(({ article }) => article ?? [])
  }

  /** What went well is told for a while; what did not stays until it is read. */
  function forgetLater(): void {
    const told = outcomes.value
    const isFine = told.every(({ article, problem }) => !problem && (article?.warnings.length ?? 0) === 0)
    if (isFine)
      setTimeout(() => {
        if (outcomes.value === told) outcomes.value = []
      }, toldFor)
  }

  /** Files that are sent together: in their order, since one may be a newer version of another. */
  async function importSome(
    batch: readonly Incoming[],
    versionOf: Id<'article'> | undefined,
    signal: AbortSignal,
    how: Way = {},
  ): Promise<void> {
    const before = done.value
    let [current] = batch
    const tell = (outcome: ImportOutcome): void => {
      outcomes.value = [...outcomes.value, outcome]
    }
    try {
      const contents = batch.map((one) => (one instanceof File ? one : { chosen: one.id }))
      const events = await backend.articles.import({ files: contents, versionOf, ...how }, { signal })
      for await (const event of events) {
        if (event.type === 'reading') {
          current = batch[event.done]
          done.value = before + event.done
          file.value = event.file
          part.value = event.part
        } else if (current && event.type === 'imported') tell(imported(event, current, versionOf))
        else if (current && event.type === 'failed') tell(failed(event, current, versionOf))
      }
      done.value = before + batch.length
    } catch (error) {
      if (signal.aborted) return
      // What was on its way then, and all that is behind it, did not come in.
      const problem = reportOf(error)
      for (const { name } of batch.slice(done.value - before)) tell({ file: name, problem, others: [] })
      done.value = before + batch.length
    }
  }

  function imported(
    { file: name, article, options }: Event<'imported'>,
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
  ): ImportOutcome {
    const outcome: ImportOutcome = { file: name, article, others: [] }
    // A version of an article is one.
    const possible = known(options).filter(({ makes }) => makes === 'version' || versionOf === undefined)
    outcome.others = possible.map((option) =>
      otherWay(outcome, incoming, option.makes === 'version' ? (versionOf ?? article.id) : undefined, option),
    )
    return outcome
  }

  function failed(
    { file: name, problem, options }: Event<'failed'>,
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
  ): ImportOutcome {
    const outcome: ImportOutcome = { file: name, problem: inWords(problem), others: [] }
    if (problem.code === 'password-needed')
      outcome.unlock = (password) => again(outcome, incoming, versionOf, { password })
    outcome.others = known(options).map((option) => otherWay(outcome, incoming, versionOf, option))
    return outcome
  }

  const otherWay = (
    outcome: ImportOutcome,
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
    { name, label }: ImportFormat['options'][number],
  ): ImportOutcome['others'][number] => ({
    name,
    label,
    read: () => again(outcome, incoming, versionOf, { take: name }),
  })

  /** What is known of ways to read files. */
  const known = (names: Event<'imported'>['options']): ImportFormat['options'] => {
    const all = new Map(formats.value.flatMap(({ options }) => options).map((one) => [one.name, one]))
    return names.flatMap((name) => all.get(name) ?? [])
  }

  /** Reads a file once more, in another way; what came of that stands instead of what came before. */
  async function again(
    outcome: ImportOutcome,
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
    how: Way,
  ): Promise<void> {
    const before = outcomes.value
    const at = before.indexOf(outcome)
    outcomes.value = []
    controller = new AbortController()
    running.value = true
    done.value = 0
    total.value = 1
    file.value = incoming.name
    part.value = null
    await importSome([incoming], versionOf, controller.signal, how)
    running.value = false
    const now = outcomes.value.map((one) => withoutMore(one, how))
    // Cancelled, it is as it was.
    outcomes.value = before.toSpliced(at, 1, ...(now.length > 0 ? now : [outcome]))
    forgetLater()
  }

  /** Where no more words were recognised than were there, that is what is told. */
  function withoutMore(outcome: ImportOutcome, { take }: Way): ImportOutcome {
    return take === 'recognised' && outcome.article?.existing ? { ...outcome, isNothingMore: true } : outcome
  }

  /** Asks for files: natively in the desktop shell, with the browser's picker otherwise. */
  async function chooseFiles(): Promise<Incoming[]> {
    if (host) return host.openFiles()
    const accepted = formats.value
      .flatMap(({ extensions, mediaTypes }) => [...extensions.map((one) => `.${one}`), ...mediaTypes])
      .join(',')
    return new Promise((resolve) => {
      const input = document.createElement('input')
      input.type = 'file'
      input.multiple = true
      input.accept = accepted
      input.addEventListener('change', () => resolve([...(input.files ?? [])]))
      input.addEventListener('cancel', () => resolve([]))
      input.click()
    })
  }

  /** What can be brought in; asked for once, before a dialog needs it. */
  const formats = shallowRef<ImportFormat[]>([])
  // Without it every file can be chosen, and those that cannot be read say so.
  void backend.articles.formats().then(
    (known) => (formats.value = known),
    () => undefined,
  )

  const cancel = (): void => controller.abort()
  const clear = (): void => {
    outcomes.value = []
  }

  return { running, done, total, file, part, formats, outcomes, start, chooseFiles, cancel, clear }
})
