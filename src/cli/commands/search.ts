import { withoutMarks } from '../../core/text/found-passage.ts'
import { Command } from 'commander'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const searchCommand = (): Command =>
  new Command('search')
    .description('search articles, highlights, claims and sources')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<query...>', 'words that must all occur; "a phrase" in quotation marks')
    .action(async (notebook: string, query: string[], options: { json?: true }) => {
      const hits = await withNotebook(notebook, (backend) => backend.search({ text: query.join(' ') }))
      if (options.json) {
        printJson(hits.map((hit) => ({ ...hit, snippet: withoutMarks(hit.snippet) })))
        return
      }
      if (hits.length === 0) print('Nothing was found.')
      for (const hit of hits)
        print(
          `${hit.id}  ${hit.kind.padEnd(10)}  ${oneLine(hit.title)}\n    ${oneLine(withoutMarks(hit.snippet))}`,
        )
    })
