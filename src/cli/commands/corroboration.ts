import { Command } from 'commander'
import type { Corroborated } from '../../contract/corroboration.ts'
import { problem } from '../../core/problem.ts'
import { reasonText } from '../../core/corroboration/join-reason.ts'
import { stances, type Stance } from '../../core/records/claim.ts'
import { checkId } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

type Answered = Corroborated['claims'][number]

export const corroborationCommand = (): Command =>
  new Command('corroboration')
    .description('how many independent origins support, dispute and mention a claim, and why')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('[claim-id]', 'the claim; without it, all claims')
    .action(async (notebook: string, claim: string | undefined, { json }: { json?: true }) => {
      const id = claim === undefined ? undefined : checkId(claim, 'claim')
      const { claims, names } = await withNotebook(notebook, (backend) =>
        backend.corroboration.of({ claims: id === undefined ? undefined : [id] }),
      )
      if (id !== undefined && claims.length === 0) throw problem('not-found', 'noClaim', { id })
      const told = claims.map((one) => inWords(one, names))
      if (json) printJson(id === undefined ? told : told[0])
      else for (const [at, one] of claims.entries()) printClaim(one, told[at])
    })

interface ToldOrigin {
  evidence: string[]
  reasons: string[]
}
type ToldStance = Pick<
  Answered['corroboration'][Stance],
  'evidence' | 'articles' | 'least' | 'withdrawn' | 'unsourced'
> & {
  origins: ToldOrigin[]
}
type Told = { claim: string; bothSides: string[] } & Record<Stance, ToldStance>

function inWords({ claim, corroboration, bothSides }: Answered, names: Record<string, string>): Told {
  const of = (stance: Stance): ToldStance => ({
    ...corroboration[stance],
    origins: corroboration[stance].origins.map(({ evidence, reasons, apart }) => ({
      evidence,
      reasons: [
        ...reasons.map((reason) => reasonText(reason, (id) => names[id] ?? 'something that is gone')),
        ...apart.map((reason) => `taken apart by hand: ${reason}`),
      ],
    })),
  })
  return {
    claim,
    bothSides: bothSides.map((id) => names[id] ?? 'something that is gone'),
    supports: of('supports'),
    disputes: of('disputes'),
    mentions: of('mentions'),
  }
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

function printClaim({ claim, statement, corroboration }: Answered, told: Told | undefined): void {
  print(`${claim}  ${oneLine(statement)}`)
  if (told && told.bothSides.length > 0) print(`  on both sides: ${told.bothSides.map(oneLine).join(', ')}`)
  for (const stance of stances) {
    const { evidence, articles, origins, least, withdrawn, unsourced } = corroboration[stance]
    if (evidence + withdrawn === 0) continue
    const counts = [
      many(evidence, 'piece of evidence', 'pieces of evidence'),
      many(articles, 'article', 'articles'),
      least < origins.length
        ? `${least} to ${origins.length} independent origins (some who are not named may be one)`
        : many(origins.length, 'independent origin', 'independent origins'),
      ...(unsourced > 0 ? [`${unsourced} without an origin`] : []),
      ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
    ]
    print(`  ${stance}: ${counts.join(', ')}`)
    for (const origin of told?.[stance].origins ?? [])
      for (const reason of origin.reasons) print(`    ${origin.evidence.length} in one: ${oneLine(reason)}`)
  }
}
