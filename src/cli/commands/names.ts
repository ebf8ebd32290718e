import { Command } from 'commander'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const namesCommand = (): Command =>
  new Command('names')
    .description(
      'spellings that are probably of one person, organisation or outlet; `merge sources` confirms them',
    )
    .argument('<notebook>', 'the folder of the notebook')
    .action(async (notebook: string, { json }: { json?: true }) => {
      const { clusters, sources } = await withNotebook(notebook, (backend) => backend.names.clusters())
      const told = clusters.map((cluster) => ({
        sources: cluster.sources.flatMap((id) => sources[id] ?? []),
        pairs: cluster.pairs,
      }))
      if (json) {
        printJson(told)
        return
      }
      if (told.length === 0) print('No two sources have names that are probably of one.')
      for (const cluster of told) {
        print(`Probably one (${Math.round((cluster.pairs[0]?.score ?? 0) * 100)} %):`)
        for (const { id, name, kind } of cluster.sources) print(`  ${id}  ${oneLine(name)} (${kind})`)
      }
    })
