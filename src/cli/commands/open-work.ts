import { Command } from 'commander'
import type { OpenWorkRow } from '../../contract/open-work.ts'
import { said, speak } from '../../core/words/say.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const openWorkCommand = (): Command =>
  new Command('open-work')
    .alias('gaps')
    .description('what is left to be done: claims with one origin, sources without a grade, and the like')
    .argument('<notebook>', 'the folder of the notebook')
    .option('--dismissed', 'also what was set aside')
    .action(async (notebook: string, options: { dismissed?: true; json?: true }) => {
      const rows: OpenWorkRow[] = await withNotebook(notebook, (backend) =>
        backend.openWork.list({ dismissed: options.dismissed === true }),
      )
      if (options.json) {
        // Scripts know it by its older name.
        printJson(rows.map(({ what, ...row }) => ({ gap: what, ...row })))
        return
      }
      if (rows.length === 0) print('Nothing is left to be done.')
      for (const [what, some] of Map.groupBy(rows, (row) => row.what)) {
        print(`${speak(said(`terms.openWork.${what}`))} (${some.length})`)
        for (const { id, title, aboutTitle, words, dismissed } of some) {
          const more = [...words.map((word) => `“${word}”`), ...(aboutTitle === '' ? [] : [aboutTitle])].join(
            ', ',
          )
          const aside = dismissed === null ? '' : ` [set aside: ${oneLine(dismissed)}]`
          print(`  ${id}  ${oneLine(title)}${more === '' ? '' : `: ${oneLine(more)}`}${aside}`)
        }
      }
    })
