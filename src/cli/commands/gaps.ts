import { Command } from 'commander'
import type { GapRow } from '../../contract/gaps.ts'
import { gapText } from '../../core/gaps/gap-text.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const gapsCommand = (): Command =>
  new Command('gaps')
    .description('what is left to be done: claims with one origin, sources without a grade, and the like')
    .argument('<notebook>', 'the folder of the notebook')
    .option('--dismissed', 'also what was set aside')
    .action(async (notebook: string, options: { dismissed?: true; json?: true }) => {
      const rows: GapRow[] = await withNotebook(notebook, (backend) =>
        backend.gaps.list({ dismissed: options.dismissed === true }),
      )
      if (options.json) {
        printJson(rows)
        return
      }
      if (rows.length === 0) print('Nothing is left to be done.')
      for (const [gap, some] of Map.groupBy(rows, (row) => row.gap)) {
        print(`${gapText(gap)} (${some.length})`)
        for (const { id, title, aboutTitle, words, dismissed } of some) {
          const more = [...words.map((word) => `“${word}”`), ...(aboutTitle === '' ? [] : [aboutTitle])].join(
            ', ',
          )
          const aside = dismissed === null ? '' : ` [set aside: ${oneLine(dismissed)}]`
          print(`  ${id}  ${oneLine(title)}${more === '' ? '' : `: ${oneLine(more)}`}${aside}`)
        }
      }
    })
