import { Command, Option } from 'commander'
import { asId } from '../../core/records/base.ts'
import { withdrawals } from '../../core/records/claim.ts'
import { checkId, checkRecordId } from '../options.ts'
import { print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

interface Options {
  as?: (typeof withdrawals)[number]
  reason: string
  standsAgain?: true
  json?: true
}

export const withdrawCommand = (): Command =>
  new Command('withdraw')
    .description(
      'note that a piece of evidence was withdrawn or corrected: it stays and is shown, and counts no more',
    )
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<claim-id>', 'the claim')
    .argument('<evidence-id>', 'the piece of evidence')
    .addOption(new Option('--as <what>', 'what became of it').choices(withdrawals).default('withdrawn'))
    .option('--reason <text>', 'why', '')
    .option('--stands-again', 'take that back')
    .action(async (notebook: string, claim: string, evidence: string, options: Options) => {
      const { as = 'withdrawn', reason, standsAgain, json } = options
      const withdrawn = standsAgain ? null : { as, reason }
      const { claim: changed } = await withNotebook(notebook, (backend) =>
        backend.claims.edit({
          ids: [checkId(claim, 'claim')],
          edits: [
            {
              do: 'changeEvidence',
              evidence: asId(checkRecordId(evidence, 'evidence')),
              fields: { withdrawn },
            },
          ],
        }),
      )
      if (json) printJson(changed)
      else print(standsAgain ? 'It stands again.' : `Noted as ${as}; it counts no more.`)
    })
