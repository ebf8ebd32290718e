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
          const { claim: there } = await backend.claims.get({ id: checkId(claim, 'claim') })
          const { claim: target } = await backend.claims.get({ id: checkId(other, 'claim') })
          const known = there.relations.some((one) => one.claim === target.id && one.kind === kind)
          if (known) return there
          const relations = [...there.relations, { kind, claim: target.id }]
          return backend.claims.update({ id: there.id, fields: { relations } })
        })
        if (json) printJson(related)
        else print(`Noted: “${oneLine(related.statement)}” ${kind} ${other}.`)
      },
    )
