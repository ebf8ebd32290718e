import { said, speak } from '../../core/words/say.ts'
import { openAsBlob } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Command } from 'commander'
import type { ImportedArticle } from '../../contract/articles.ts'
import { importOptions } from '../../core/import/import-options.ts'
import { Problem, problem } from '../../core/problem.ts'
import { orProblem } from '../../backend/program/problems.ts'
import { checkId } from '../options.ts'
import { oneLine, print, printJson, warn } from '../output.ts'
import { reportOf, withNotebook } from '../session.ts'

/** Loaded only here: the importers take a moment. */
async function knownFormats(): Promise<Pick<Collected, 'endings' | 'refusalOf'>> {
  const [{ importers }, { refusedByName }] = await Promise.all([
    import('../../core/import/registry.ts'),
    import('../../core/import/choose-importer.ts'),
  ])
  return {
    endings: importers.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)),
    refusalOf: (name) => refusedByName(importers, name),
  }
}

/** What standard input is called; the title of its article, where the text itself has none. */
const unnamed = 'Untitled'

function withNameWarning(file: string, article: ImportedArticle): ImportedArticle {
  if (file !== unnamed || article.title !== unnamed) return article
  return {
    ...article,
    warnings: [...article.warnings, said('warnings.noTitle')],
  }
}

/** What is said of files that are no article, or none as they are. */
const noArticle = new Set<string>(['unsupported', 'pictures-only'])
/** How many files one call takes. */
const batch = 5_000

export const importCommand = (): Command =>
  withOptions(new Command('import'))
    .description('bring in articles')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<file...>', 'files, folders (with all that is in them), or - for standard input')
    .option('--version-of <article-id>', 'the file is a newer version of this article')
    .option('--password <password>', 'of a file that asks for one')
    .action(
      async (
        notebook: string,
        paths: string[],
        options: { versionOf?: string; password?: string; json?: true } & Record<string, unknown>,
      ) => {
        const versionOf = options.versionOf === undefined ? undefined : checkId(options.versionOf, 'article')
        const { imported, failures, leftOut } = await withNotebook(notebook, async (backend) => {
          if (versionOf !== undefined) await backend.articles.get({ id: versionOf })
          const { files, failures, leftOut } = await collectFiles(paths)
          const imported: ImportedArticle[] = []
          const named = new Set(paths.map((path) => basename(path)))
          for (let at = 0; at < files.length; at += batch) {
            for await (const event of await backend.articles.import({
              files: files.slice(at, at + batch),
              versionOf,
              password: options.password,
              take: importOptions.find(({ flag }) => options[flag] === true)?.name,
            })) {
              if (event.type === 'imported') imported.push(withNameWarning(event.file, event.article))
              else if (event.type === 'failed')
                // What nobody named, and is no article after all, was in a folder with the others.
                (noArticle.has(event.problem.code) && !named.has(event.file) ? leftOut : failures).push(
                  event.problem,
                )
              if (event.type === 'imported' && options.json !== true)
                tell(withNameWarning(event.file, event.article))
            }
          }
          return { imported, failures, leftOut }
        })
        if (options.json) printJson(imported.map(forScripts))
        for (const { message } of leftOut) warn(`Left out: ${message}`)
        for (const { message, action } of failures) {
          warn(message)
          if (action !== undefined) warn(action)
        }
        if (failures.length > 0) process.exitCode = 1
      },
    )

/** The other ways to read files, as options. */
function withOptions(command: Command): Command {
  for (const { flag, hint } of importOptions) command.option(`--${flag}`, hint)
  return command
}

function tell({ id, title, warnings, existing, version, carried }: ImportedArticle): void {
  const note = existing ? '  (was there already)' : carried ? `  (version ${version})` : ''
  print(`${id}  ${oneLine(title)}${note}`)
  if (carried) {
    const { exact, moved, review, orphan } = carried
    print(`  highlights: ${exact + moved} found, ${review} to review, ${orphan} not found`)
  }
  for (const warning of warnings) warn(`  ${speak(warning)}`)
}

const forScripts = ({
  id,
  title,
  authors,
  outlet,
  published,
  language,
  characters,
  warnings,
  version,
  carried,
}: ImportedArticle): object => ({
  id,
  title,
  authors,
  outlet,
  published,
  language,
  characters,
  warnings: warnings.map((warning) => speak(warning)),
  version,
  carried,
})

interface Failure {
  message: string
  action?: string | undefined
}

interface Collected {
  files: File[]
  failures: Failure[]
  /** What a folder has besides: no article, and why. */
  leftOut: Failure[]
  /** What can be read, and why a file cannot be by its name alone. */
  endings: readonly string[]
  refusalOf: (name: string) => Failure | undefined
}

/** The files behind the arguments; what cannot be read is told at the end, the rest is imported. */
async function collectFiles(paths: readonly string[]): Promise<Collected> {
  const found: Collected = { files: [], failures: [], leftOut: [], ...(await knownFormats()) }
  for (const path of paths) {
    if (path === '-') found.files.push(new File([new Uint8Array(await buffer(process.stdin))], unnamed))
    else await collectFrom(path, found)
  }
  return found
}

async function collectFrom(path: string, found: Collected): Promise<void> {
  await orFailure(path, found, async () => {
    const state = await stat(path)
    if (!state.isDirectory()) {
      // A pipe has no size that could be asked for.
      found.files.push(
        state.isFile()
          ? await fileAt(path)
          : new File([new Uint8Array(await readFile(path))], basename(path)),
      )
      return
    }
    const before = found.files.length + found.failures.length
    await collectBelow(path, found)
    if (found.files.length + found.failures.length > before) return
    throw problem('nothing-to-read', 'noArticleInFolder', { path, endings: found.endings.join(', ') })
  })
}

/** Browsers keep the images of a saved page beside it, in a folder by its name with “_files” behind. */
function isOfPage(name: string, beside: ReadonlySet<string>): boolean {
  const [, page] = /^(.+)_files$/.exec(name) ?? []
  return page !== undefined && ['html', 'htm', 'xhtml'].some((ending) => beside.has(`${page}.${ending}`))
}

async function collectBelow(folder: string, found: Collected): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = new Set(entries.map(({ name }) => name))
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || isOfPage(entry.name, names)) continue
    const path = join(folder, entry.name)
    await orFailure(path, found, async () => {
      if (entry.isDirectory()) await collectBelow(path, found)
      else {
        const refusal = found.refusalOf(path)
        if (refusal) found.leftOut.push(refusal)
        else found.files.push(await fileAt(path))
      }
    })
  }
}

async function orFailure(path: string, { failures }: Collected, work: () => Promise<void>): Promise<void> {
  try {
    await orProblem(path, work)
  } catch (error) {
    const isOurs = error instanceof Problem
    failures.push(
      isOurs
        ? reportOf(error)
        : { message: `“${path}” could not be read.`, action: 'Check its name and what it links to.' },
    )
  }
}

const fileAt = async (path: string): Promise<File> => new File([await openAsBlob(path)], basename(path))
