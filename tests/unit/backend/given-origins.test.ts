import { describe, expect, it } from 'vitest'
import type { SourceKind } from '../../../src/core/records/source.ts'
import type { Backend } from '../../support/backend.ts'
import { given } from '../../support/given.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'

type Step = [name: string, kind: SourceKind, more?: { derived?: string }]
interface Scenario {
  name: string
  byHand: { supports: number | string; disputes: number | string }
  claim: string
  pieces: { letter: string; outlet: string; text: string; stance: 'supports' | 'disputes'; chain: Step[] }[]
}

const scenarios = given<Scenario[]>('origins/scenarios.json', [])

/** The range that a person counts: a number, or “1 to 3 (cautious: 1)”. */
function counted(byHand: number | string): { least: number; most: number } {
  const [, least = '0', most = least] = /^(\d+)(?: to (\d+))?/.exec(String(byHand)) ?? []
  return { least: Number(least), most: Number(most) }
}

/** As somebody does it: each text is brought in, its passage is highlighted, and the chain is set by names. */
async function workedOut(backend: Backend, { claim: statement, pieces }: Scenario): Promise<string> {
  const claim = await backend.claims.create({ statement })
  for (const { outlet, text, stance, chain, letter } of pieces) {
    const [start, end] = [text.indexOf('⟦'), text.indexOf('⟧')]
    const plain = text.replace(/[⟦⟧]/g, '')
    const article = await addArticle(backend, plain, letter)
    await backend.articles.update({ id: article, fields: { outletName: outlet } })
    const { annotation } = await backend.annotations.createByQuote({
      article,
      quote: text.slice(start + 1, end),
    })
    await backend.claims.edit({
      ids: [claim.id],
      edits: [
        {
          do: 'addEvidence',
          stance,
          annotation: annotation.id,
          chain: chain.map(([name, kind]) => ({ name, kind })),
        },
      ],
    })
    for (const [name, , more] of chain) {
      if (more?.derived === undefined) continue
      const [from, made] = [
        await backend.sources.named({ name: more.derived, kind: 'dataset' }),
        await backend.sources.named({ name }),
      ]
      await backend.sources.update({ id: made.id, fields: { derivedFrom: from.id } })
    }
  }
  return claim.id
}

describe.runIf(scenarios.length > 0)('the given claims', () => {
  it.each(scenarios)('$name', async (scenario) => {
    const { backend } = await newNotebook()
    const claim = await workedOut(backend, scenario)
    const [answer] = (await backend.corroboration.of({ claims: [claim] })).claims
    for (const stance of ['supports', 'disputes'] as const) {
      const { least, origins } = answer?.corroboration[stance] ?? { least: 0, origins: [] }
      expect({ least, most: origins.length }, stance).toEqual(counted(scenario.byHand[stance]))
    }
  })
})
