import { Command } from 'commander'
import { checkRecordId } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const trashCommand = (): Command =>
  new Command('trash')
    .description('what was deleted; bring it back, or empty the trash')
    .argument('<notebook>', 'the folder of the notebook')
    .option('--restore <id>', 'bring this article, highlight, claim, source or tag back')
    .option('--empty', 'take everything in the trash away for good')
    .action(async (notebook: string, options: { restore?: string; empty?: true; json?: true }) => {
      await withNotebook(notebook, async (backend) => {
        if (options.restore !== undefined) {
          const answer = await backend.trash.restore({ id: checkRecordId(options.restore, 'deleted record') })
          if (options.json) printJson(answer)
          else print(`Restored: ${oneLine(answer.title)}`)
          return
        }
        if (options.empty) {
          const answer = await backend.trash.empty()
          if (options.json) printJson(answer)
          else print(`${answer.records} records are gone for good.`)
          return
        }
        const rows = await backend.trash.list()
        if (options.json) printJson(rows)
        else if (rows.length === 0) print('The trash is empty.')
        else
          for (const { id, kind, title, at, withIt } of rows)
            print(
              `${id}  ${kind}  ${oneLine(title)}${withIt > 0 ? ` (with ${withIt} highlights)` : ''}  deleted ${at}`,
            )
      })
    })
