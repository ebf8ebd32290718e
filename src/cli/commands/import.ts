import { openAsBlob } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Command } from 'commander'
import type { ImportedArticle } from '../../contract/articles.ts'
import { importers } from '../../core/import/registry.ts'
import { Problem } from '../../core/problem.ts'
import { orProblem } from '../../backend/problems.ts'
import { print, printJson, warn } from '../output.ts'
import { reportOf, withNotebook } from '../session.ts'

const known = new Set(
  importers.flatMap((importer) => importer.extensions.map((extension) => `.${extension}`)),
)

export const importCommand = (): Command =>
  new Command('import')
    .description('bring in articles: HTML, Markdown or plain text')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<file...>', 'files, folders (with all that is in them), or - for standard input')
    .action(async (notebook: string, paths: string[], options: { json?: true }) => {
      const { imported, failures } = await withNotebook(notebook, async (backend) => {
        const { files, failures } = await collectFiles(paths)
        const imported: ImportedArticle[] = []
        if (files.length === 0) return { imported, failures }
        for await (const event of await backend.articles.import({ files })) {
          if (event.type === 'imported') imported.push(event.article)
          else if (event.type === 'failed') failures.push(event.problem)
          if (event.type === 'imported' && options.json !== true) tell(event.article)
        }
        return { imported, failures }
      })
      if (options.json) printJson(imported.map(forScripts))
      for (const { message, action } of failures) {
        warn(message)
        if (action !== undefined) warn(action)
      }
      if (failures.length > 0) process.exitCode = 1
    })

function tell({ id, title, warnings, existing }: ImportedArticle): void {
  print(`${id}  ${title}${existing ? '  (was there already)' : ''}`)
  for (const warning of warnings) warn(`  ${warning}`)
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
}: ImportedArticle): object => ({
  ...{ id, title, authors, outlet, published, language, characters, warnings },
})

interface Failure {
  message: string
  action?: string | undefined
}

/** The files behind the arguments; what cannot be found is told at the end, the rest is imported. */
async function collectFiles(paths: readonly string[]): Promise<{ files: File[]; failures: Failure[] }> {
  const files: File[] = []
  const failures: Failure[] = []
  for (const path of paths) {
    try {
      files.push(...(await filesAt(path)))
    } catch (error) {
      failures.push(reportOf(error))
    }
  }
  return { files, failures }
}

async function filesAt(path: string): Promise<File[]> {
  if (path === '-') return [new File([new Uint8Array(await buffer(process.stdin))], 'standard input')]
  return orProblem(path, async () => {
    if (!(await stat(path)).isDirectory()) return [await fileAt(path)]
    const files = await filesBelow(path)
    if (files.length > 0) return files
    throw new Problem(
      'nothing-to-read',
      `There is no article in the folder “${path}”.`,
      `Ascribe reads ${[...known].join(', ')}.`,
    )
  })
}

async function filesBelow(folder: string): Promise<File[]> {
  const files: File[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // Browsers keep the images of a saved page in “… _files”.
    if (entry.name.startsWith('.') || entry.name.endsWith('_files')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesBelow(path)))
    else if (known.has(extname(entry.name).toLowerCase())) files.push(await fileAt(path))
  }
  return files
}

const fileAt = async (path: string): Promise<File> => new File([await openAsBlob(path)], basename(path))
