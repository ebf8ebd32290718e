import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { exportFormats, type ExportFormat } from '../../core/export/exported.ts'
import { Problem } from '../../core/problem.ts'
import { checkId, collect, notEmpty } from '../options.ts'
import { print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

interface Options {
  format: ExportFormat
  article: string[]
  claim: string[]
  json?: true
}

export const exportCommand = (): Command =>
  new Command('export')
    .description('write a notebook, or some of it, as files for people')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<folder>', 'where to write; nothing there that Ascribe did not write is touched', notEmpty)
    .addOption(new Option('--format <format>', 'the format').choices(exportFormats).default('markdown'))
    .option('--article <id>', 'only this article and what was made from it (can be repeated)', collect, [])
    .option('--claim <id>', 'only this claim and what it rests on (can be repeated)', collect, [])
    .action(async (notebook: string, folder: string, options: Options) => {
      await withNotebook(notebook, async (backend) => {
        const events = await backend.exports.run({
          format: options.format,
          articles: options.article.map((id) => checkId(id, 'article')),
          claims: options.claim.map((id) => checkId(id, 'claim')),
          folder: resolve(folder),
        })
        for await (const event of events) {
          if (event.type === 'failed')
            throw new Problem(event.problem.code, event.problem.message, event.problem.action)
          if (event.type !== 'done') continue
          const { written, unchanged, removed, withheld } = event
          if (options.json) printJson({ folder: event.folder, written, unchanged, removed, withheld })
          else
            print(
              `Wrote ${written} files to ${resolve(folder)} (${unchanged} were the same, ${removed} removed, ${withheld} confidential sources withheld).`,
            )
        }
      })
    })
