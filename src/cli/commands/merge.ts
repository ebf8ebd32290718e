import { Argument, Command } from 'commander'
import { checkId } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

const mergeable = ['claims', 'sources', 'tags'] as const
type Mergeable = (typeof mergeable)[number]

export const mergeCommand = (): Command =>
  new Command('merge')
    .description('let the first one stand for all others; nothing is rewritten, and `unmerge` takes it back')
    .argument('<notebook>', 'the folder of the notebook')
    .addArgument(new Argument('<kind>', 'what is merged').choices(mergeable))
    .argument('<id>', 'the one that stands for all')
    .argument('<ids...>', 'those that are merged into it')
    .action(
      async (notebook: string, kind: Mergeable, into: string, ids: string[], { json }: { json?: true }) => {
        const target = checkId(into, kind.slice(0, -1))
        const others = [...new Set(ids.map((one) => checkId(one, kind.slice(0, -1))))]
        const [id = '', ...more] = others
        await withNotebook(notebook, async (backend) => {
          await backend[kind].merge({ id, more, into: target })
        })
        if (json) printJson({ into: target, merged: others })
        else print(`${target} stands for ${others.join(', ')} now.`)
      },
    )

export const unmergeCommand = (): Command =>
  new Command('unmerge')
    .description('take a claim, source or tag out of the one that it was merged into')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<id>', 'the one that was merged')
    .action(async (notebook: string, id: string, { json }: { json?: true }) => {
      const record = await withNotebook(notebook, (backend) =>
        backend.unmerge({ id: checkId(id, 'merged record') }),
      )
      if (json) printJson(record)
      else print(`“${oneLine(record.title)}” stands for itself again.`)
    })
