import { Argument, Command } from 'commander'
import { relationKinds, type Relation } from '../../core/records/claim.ts'
import { checkId } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const relateCommand = (): Command =>
  new Command('relate')
    .description('say how one claim bears on another')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<claim-id>', 'the claim')
    .addArgument(new Argument('<kind>', 'how').choices(relationKinds))
    .argument('<other-id>', 'the other claim')
    .action(
      async (
        notebook: string,
        claim: string,
        kind: Relation['kind'],
        other: string,
        { json }: { json?: true },
      ) => {
        const related = await withNotebook(notebook, async (backend) => {
          const edits = [{ do: 'addRelation', kind, claim: checkId(other, 'claim') } as const]
          return (await backend.claims.edit({ ids: [checkId(claim, 'claim')], edits })).claim
        })
        if (json) printJson(related)
        else print(`Noted: “${oneLine(related.statement)}” ${kind} ${other}.`)
      },
    )
