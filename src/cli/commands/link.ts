import { Command, Option } from 'commander'
import type { ClaimEditInput } from '../../core/claims/claim-edit.ts'
import {
  groundRules,
  hopModes,
  stances,
  type GroundRule,
  type HopMode,
  type Stance,
} from '../../core/records/claim.ts'
import { sourceKinds, type SourceKind } from '../../core/records/source.ts'
import { collect, checkId, notEmpty } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

interface Options {
  source: string
  stance: Stance
  kind?: SourceKind
  via: string[]
  another?: true
  annotation?: string
  mode?: HopMode
  groundRule?: GroundRule
  verbatim?: true
  json?: true
}

const evidenceOf = (options: Options): ClaimEditInput => {
  const { source: name, stance, kind, via, another, annotation, mode, groundRule, verbatim } = options
  return {
    do: 'addEvidence',
    stance,
    chain: [
      { name, kind, another, mode, groundRule, verbatim },
      ...via.map((relayer) => ({ name: relayer })),
    ],
    annotation: annotation === undefined ? undefined : checkId(annotation, 'annotation'),
    completes: true,
  }
}

export const linkCommand = (): Command =>
  new Command('link')
    .description('link a claim to a source that supports, disputes or mentions it')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<claim-id>', 'the claim')
    .requiredOption('--source <name>', 'who asserts it, made when it is new', notEmpty)
    .addOption(
      new Option('--stance <stance>', 'how it bears on the claim').choices(stances).makeOptionMandatory(),
    )
    .addOption(new Option('--kind <kind>', 'what the source is').choices(sourceKinds))
    .option('--another', 'another source of this name, whoever bears it already')
    .option('--via <name>', 'who passed it on, from the asserter outwards (can be repeated)', collect, [])
    .option('--annotation <id>', 'the passage that it stands in')
    .addOption(new Option('--mode <mode>', 'how the source puts it').choices(hopModes))
    .addOption(new Option('--ground-rule <rule>', 'on which terms').choices(groundRules))
    .option('--verbatim', 'in the source’s own words')
    .action(async (notebook: string, claim: string, options: Options) => {
      const { claim: linked } = await withNotebook(notebook, (backend) =>
        backend.claims.edit({ ids: [checkId(claim, 'claim')], edits: [evidenceOf(options)] }),
      )
      if (options.json) {
        printJson(linked)
        return
      }
      const { length } = linked.evidence
      const pieces = length === 1 ? 'piece' : 'pieces'
      print(`“${oneLine(linked.statement)}” has ${length} ${pieces} of evidence now.`)
    })
