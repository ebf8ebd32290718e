import type { Id } from '../../../core/records/base.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ImportedArticle, ImportFormat } from '../../../contract/articles.ts'
import type { ChosenFile } from '../../../contract/host.ts'
import { mayBeRecognised } from '../../../core/import/pdf/has-words.ts'
import type { ProblemReport } from '../../../contract/shared.ts'
import { backend, inWords, reportOf } from '../backend.ts'
import { host } from '../host.ts'

export interface ImportOutcome {
  file: string
  article?: ImportedArticle
  problem?: ProblemReport
  /** Of a file that asks for its password: reads it with one. */
  unlock?: (password: string) => Promise<void>
  /** Of a file with pictures of pages: reads the words that are recognised in them. */
  recognise?: () => Promise<void>
  /** Nothing was recognised that is not in its text already. */
  isNothingMore?: boolean
  /** Of a book: brings each of its chapters in as an article of its own, too. */
  chapters?: () => Promise<void>
}

/** A file to be imported; one that was chosen in a dialog of the shell the backend reads itself. */
type Incoming = File | ChosenFile

/** How long it is told that files came in, in milliseconds. */
const toldFor = 10_000

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
    // One after another, so that no more than one is in memory.
    for (const [at, incoming] of files.entries()) {
      if (signal.aborted) break
      done.value = at
      file.value = incoming.name
      part.value = null
      await importOne(incoming, versionOf, signal)
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

  async function importOne(
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
    signal: AbortSignal,
    how: { password?: string; take?: 'recognised' | 'chapters' } = {},
  ): Promise<void> {
    try {
      const content = incoming instanceof File ? incoming : { chosen: incoming.id }
      const events = await backend.articles.import({ files: [content], versionOf, ...how }, { signal })
      for await (const event of events)
        if (event.type === 'imported')
          outcomes.value = [...outcomes.value, imported(event, incoming, versionOf)]
        else if (event.type === 'failed')
          outcomes.value = [...outcomes.value, failed(event, incoming, versionOf)]
        else if (event.type === 'reading') part.value = event.part
    } catch (error) {
      if (!signal.aborted)
        outcomes.value = [...outcomes.value, { file: incoming.name, problem: reportOf(error) }]
    }
  }

  function imported(
    { file: name, article }: { file: string; article: ImportedArticle },
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
  ): ImportOutcome {
    const outcome: ImportOutcome = { file: name, article }
    const hasPictures = mayBeRecognised(article.warnings)
    if (/\.epub$/i.test(name) && !article.existing && versionOf === undefined)
      outcome.chapters = () => again(outcome, incoming, undefined, { take: 'chapters' })
    if (hasPictures && !article.existing)
      outcome.recognise = () => again(outcome, incoming, versionOf ?? article.id, { take: 'recognised' })
    return outcome
  }

  function failed(
    { file: name, problem }: { file: string; problem: ProblemReport },
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
  ): ImportOutcome {
    const outcome: ImportOutcome = { file: name, problem: inWords(problem) }
    if (problem.code === 'password-needed')
      outcome.unlock = (password) => again(outcome, incoming, versionOf, { password })
    if (problem.code === 'pictures-only')
      outcome.recognise = () => again(outcome, incoming, versionOf, { take: 'recognised' })
    return outcome
  }

  /** Reads a file once more, in another way; what came of that stands instead of what came before. */
  async function again(
    outcome: ImportOutcome,
    incoming: Incoming,
    versionOf: Id<'article'> | undefined,
    how: { password?: string; take?: 'recognised' | 'chapters' },
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
    await importOne(incoming, versionOf, controller.signal, how)
    running.value = false
    const now = outcomes.value.map((one) => withoutMore(one, how))
    // Cancelled, it is as it was.
    outcomes.value = before.toSpliced(at, 1, ...(now.length > 0 ? now : [outcome]))
    forgetLater()
  }

  /** Where no more words were recognised than were there, that is what is told. */
  function withoutMore(outcome: ImportOutcome, { take }: { take?: string }): ImportOutcome {
    const { article, file: name } = outcome
    return take === 'recognised' && article?.existing ? { file: name, article, isNothingMore: true } : outcome
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
