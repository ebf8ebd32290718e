import { Command } from 'commander'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const reprintsCommand = (): Command =>
  new Command('reprints')
    .description('articles with passages that stand nearly word for word in another article')
    .argument('<notebook>', 'the folder of the notebook')
    .action(async (notebook: string, { json }: { json?: true }) => {
      const rows = await withNotebook(notebook, (backend) => backend.reprints.list())
      if (json) {
        printJson(rows)
        return
      }
      if (rows.length === 0) print('No article repeats another one.')
      for (const { articles, titles, score, passages, repeats, dismissed } of rows) {
        const state =
          dismissed !== null
            ? `set aside: ${oneLine(dismissed)}`
            : repeats === null
              ? 'to be decided'
              : 'confirmed'
        print(
          `${Math.round(score * 100)} % in ${passages} ${passages === 1 ? 'passage' : 'passages'}, ${state}`,
        )
        for (const at of [0, 1] as const)
          print(
            `  ${articles[at]}  ${oneLine(titles[at])}${repeats === at ? ' (repeats the other one)' : ''}`,
          )
      }
    })
