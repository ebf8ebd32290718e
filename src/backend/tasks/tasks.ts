import type { Correction } from '../../core/text/correct-words.ts'
import type { TextContext, TextOfRecord } from '../../core/text/text-of-record.ts'
import type { ImportInput } from '../../core/import/importer.ts'
import { engines } from '../import/engines.ts'
import type { PlacedPage } from '../../core/import/pdf/page-places.ts'
import type { PartToTake } from '../../core/import/article-choice.ts'
import type { ReadArticle } from '../../core/import/read-articles.ts'
import type * as WriteFiles from '../export/write-files.ts'
import type * as Zip from '../backups/zip-notebook.ts'
import type * as CheckFolder from '../health/check-folder.ts'
import type * as FindReprints from '../reprints/find-reprints.ts'
import type * as LogTasks from '../health/log-tasks.ts'
import type { Annotation } from '../../core/records/annotation.ts'
import type { CarriedFields, VersionText } from '../../core/versions/carry-over.ts'
import type { TextChange } from '../../core/versions/compare-texts.ts'
import type { About, Statement } from '../../core/statements/statement.ts'
import type { Task } from './task.ts'

type In<F extends (input: never, task: never) => unknown> = Parameters<F>[0]
type Out<F extends (input: never, task: never) => unknown> = ReturnType<F>

const importing = () => import('../../core/import/read-articles.ts')
const carrying = () => import('../../core/versions/carry-over.ts')
const comparing = () => import('../../core/versions/compare-texts.ts')
const checking = () => import('../health/check-folder.ts')
const reprinting = () => import('../reprints/find-reprints.ts')
const log = () => import('../health/log-tasks.ts')
const zip = () => import('../backups/zip-notebook.ts')

interface CarryInput {
  annotations: Annotation[]
  next: VersionText
  /** The texts of earlier versions, by their numbers. */
  texts: Record<number, string>
}
type Carried = CarriedFields[]

/**
 * The heavy work that is done in a thread of its own, by name: input and output cross it. Each loads what it needs when it is
 * first asked for.
 */
export const tasks = {
  /** Gives each `ReadArticle`. */
  readArticles: async (input: ImportInput, task: Task): Promise<void> => {
    const { readArticles } = await importing()
    const progress = (done: number, total: number): void => task.tell(done, total)
    for await (const article of readArticles(input, { progress, engines })) await task.give(article)
  },
  partsOfPage: async ({ bytes }: { bytes: Uint8Array }): Promise<PartToTake[]> =>
    (await import('../../core/import/html.ts')).partsOfPage(bytes),
  placePages: async (
    { bytes, text }: { bytes: Uint8Array; text: string },
    task: Task,
  ): Promise<PlacedPage[]> => {
    const [{ readPages }, { placeLines }] = await Promise.all([
      import('../../core/import/pdf/read-pages.ts'),
      import('../../core/import/pdf/page-places.ts'),
    ])
    const file = await engines.openPdf(bytes, '')
    try {
      return placeLines(
        readPages(file, (done, total) => task.tell(done, total)),
        text,
      )
    } finally {
      file.close()
    }
  },
  drawPage: async (input: { bytes: Uint8Array; page: number; scale: number }): Promise<Uint8Array> => {
    const file = await engines.openPdf(input.bytes, '')
    try {
      return file.draw(input.page, input.scale)
    } finally {
      file.close()
    }
  },
  carryOver: async (input: CarryInput): Promise<Carried> => {
    const { carryOver } = await carrying()
    return carryOver(input.annotations, input.next, (version) => input.texts[version] ?? '')
  },
  correctWords: async ({
    html,
    corrections,
    ...context
  }: { html: string; corrections: readonly Correction[] } & Pick<
    TextContext,
    'language' | 'direction'
  >): Promise<TextOfRecord> =>
    (await import('../../core/text/correct-words.ts')).correctWords(html, corrections, context),
  compareTexts: async ({ before, after }: { before: string; after: string }): Promise<TextChange[]> =>
    (await comparing()).compareTexts(before, after),
  findStatements: async (input: {
    text: string
    language: string | null
    about: About
  }): Promise<Statement[]> =>
    (await import('../../core/statements/languages.ts')).statementsIn(
      input.text,
      input.language,
      input.about,
    ),
  shareKept: async ({ before, after }: { before: string; after: string }): Promise<number> =>
    (await comparing()).shareKept(before, after),
  findReprints: async (
    input: In<typeof FindReprints.findReprints>,
    task: Task,
  ): Out<typeof FindReprints.findReprints> => (await reprinting()).findReprints(input, task),
  checkFolder: async (
    input: In<typeof CheckFolder.checkFolder>,
    task: Task,
  ): Out<typeof CheckFolder.checkFolder> => (await checking()).checkFolder(input, task),
  statesInLog: async (input: In<typeof LogTasks.statesInLog>, task: Task): Out<typeof LogTasks.statesInLog> =>
    (await log()).statesInLog(input, task),
  rewriteLog: async (input: In<typeof LogTasks.rewriteLog>): Out<typeof LogTasks.rewriteLog> =>
    (await log()).rewriteLog(input),
  compactLog: async (input: In<typeof LogTasks.compactLog>): Out<typeof LogTasks.compactLog> =>
    (await log()).compactLog(input),
  writeFiles: async (input: In<typeof WriteFiles.writeFiles>): Out<typeof WriteFiles.writeFiles> =>
    (await import('../export/write-files.ts')).writeFiles(input),
  writeBackup: async (input: In<typeof Zip.writeBackup>, task: Task): Out<typeof Zip.writeBackup> =>
    (await zip()).writeBackup(input, task),
  verifyBackup: async (input: In<typeof Zip.verifyBackup>, task: Task): Out<typeof Zip.verifyBackup> =>
    (await zip()).verifyBackup(input, task),
  restoreBackup: async (input: In<typeof Zip.restoreBackup>, task: Task): Out<typeof Zip.restoreBackup> =>
    (await zip()).restoreBackup(input, task),
  readFromBackup: async (input: In<typeof Zip.readFromBackup>, task: Task): Out<typeof Zip.readFromBackup> =>
    (await zip()).readFromBackup(input, task),
}

/** What tasks give before they are done. */
export interface TaskParts {
  readArticles: ReadArticle
}

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<K extends TaskName> = Parameters<Tasks[K]>[0]
export type TaskOutput<K extends TaskName> = Awaited<ReturnType<Tasks[K]>>
