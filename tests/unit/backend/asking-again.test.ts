import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import type { Backend } from '../../support/backend.ts'
import type { ChangeEvent } from '../../../src/contract/shared.ts'
import { dependsOn, dependsOnClaim } from '../../../src/core/listing/depends-on.ts'
import { isTouched, touchedBy, type Depends } from '../../../src/core/listing/touched.ts'
import { asId } from '../../../src/core/records/base.ts'
import { makeClaim, makeEvidence } from '../../../src/core/records/claim.ts'
import { attempt } from '../../support/attempt.ts'
import { tries } from '../../support/length.ts'
import { newNotebook } from '../../support/notebooks.ts'
import { makeWorld, originEdits, type World } from '../../support/world.ts'

/** An answer on the screen, what it is made of, and how it is asked for. */
interface Shown {
  name: string
  depends: Depends
  ask: () => Promise<unknown>
  answer?: unknown
}

/** All answers that are asked again only when what they are made of was touched. */
const allShown = (backend: Backend, { claims, articles }: World): Shown[] => [
  { name: 'names', depends: dependsOn.sourceNames, ask: () => backend.sources.names() },
  { name: 'tags', depends: dependsOn.tags, ask: () => backend.tags.list() },
  { name: 'related', depends: dependsOn.related, ask: () => backend.claims.related() },
  {
    name: 'candidates',
    depends: dependsOn.candidates,
    ask: () => backend.claims.candidates({ dismissed: true }),
  },
  ...claims.flatMap((id): Shown[] => [
    {
      name: 'page',
      depends: dependsOnClaim(asId(id)),
      ask: () => backend.claims.get({ id, withOrigins: true }),
    },
    { name: 'wordings', depends: dependsOn.wordings, ask: () => backend.claims.wordings({ id }) },
    { name: 'figures', depends: dependsOn.figures, ask: () => backend.claims.figures({ id }) },
    {
      name: 'candidates of',
      depends: dependsOn.candidates,
      ask: () => backend.claims.candidates({ claim: id }),
    },
  ]),
  ...articles.map((id): Shown => ({
    name: 'claims of an article',
    depends: dependsOn.claim,
    ask: () => backend.claims.list({ article: id }),
  })),
]

/** What cannot be shown any more says so, and that is shown. */
const askFor = ({ ask }: Shown): Promise<unknown> => ask().catch((error: unknown) => String(error))

/** Edits of all that the answers show, besides those that change origins. */
function moreEdits(
  backend: Backend,
  { claims, articles, tags }: World,
  random: Random,
): (() => Promise<unknown>)[] {
  const claim = (): string => random.pick(claims)
  const [word, tag] = [(): string => random.pick(['one', 'two', 'three']), (): string => random.pick(tags)]
  const figure = (): number => random.below(3)
  return [
    () => backend.claims.update({ id: claim(), fields: { statement: `${word()} of ${word()} met` } }),
    () => backend.claims.update({ id: claim(), fields: { status: random.pick(['disputed', 'confirmed']) } }),
    () =>
      backend.claims.update({
        id: claim(),
        fields: {
          quantity: {
            low: figure(),
            high: 3,
            qualifier: 'exactly',
            unit: 'envoys',
            scope: '',
            asOf: null,
            claimant: null,
          },
        },
      }),
    () => backend.claims.update({ id: claim(), add: { tags: [tag()] } }),
    () => backend.claims.update({ id: claim(), remove: { tags: [tag()] } }),
    () => backend.articles.update({ id: random.pick(articles), fields: { tags: [tag()] } }),
    () => backend.tags.update({ id: tag(), fields: { colour: random.pick(['red', 'blue']) } }),
    () => backend.tags.merge({ id: tag(), into: tag() }),
    async () => {
      const { rows } = await backend.annotations.list({})
      return backend.annotations.update({ id: random.pick(rows).id, add: { tags: [tag()] } })
    },
    async () => {
      const [pair] = await backend.claims.candidates({ dismissed: true })
      if (!pair) return
      const [id, about] = pair.claims
      await backend.openWork.dismiss({ kind: 'claim', id, what: pair.kind, about, reason: word() })
    },
    () =>
      backend.claims.edit({
        ids: [claim()],
        edits: [{ do: 'addRelation', kind: random.pick(['contradicts', 'same-as']), claim: claim() }],
      }),
  ]
}

describe('what is asked again after a Change', () => {
  it.each([1, 2, 3, 4].slice(0, tries(1, 4)))(
    'is enough: all else is as it would be if it were asked anew (seed %i)',
    async (seed) => {
      const { app, backend } = await newNotebook()
      const world = await makeWorld(backend)
      const random = new Random(seed)
      const edits = [...originEdits(backend, world, random), ...moreEdits(backend, world, random)]
      const shown = allShown(backend, world)
      for (const one of shown) one.answer = await askFor(one)
      const events: Extract<ChangeEvent, { type: 'changed' }>[] = []
      app.on('event', (event) => {
        if (event.type === 'changed') events.push(event)
      })
      let asked = 0
      let made = 0
      for (let step = 0; step < 70; step += 1) {
        const before = events.length
        // What cannot be done just now (gone, a circle) is no Change.
        if (!(await attempt(random.pick(edits)))) continue
        // The event comes when the read model has the Change, before whatever is asked then is answered.
        await backend.facets()
        for (const { records, now } of events.slice(before)) {
          made += 1
          if (records === null) throw new Error('an event names what it touched')
          for (const one of shown.filter(({ depends }) => isTouched(depends, records))) {
            one.answer = await askFor(one)
            asked += 1
          }
          const { notebook } = await backend.notebooks.state()
          expect(notebook).toMatchObject(now)
        }
        for (const one of shown)
          expect(one.answer, `${one.name} after step ${step}`).toEqual(await askFor(one))
      }
      expect(made).toBeGreaterThan(20)
      // Otherwise everything might as well be asked again.
      expect(asked).toBeLessThan(0.8 * made * shown.length)
    },
  )

  it('tells which fields are otherwise, and which part of the evidence', () => {
    const piece = makeEvidence({})
    const before = makeClaim('It rained.', { evidence: [piece] })
    const touched = (after: typeof before): string[] | undefined =>
      touchedBy([{ kind: 'claim', id: before.id, before, after }])[0]?.fields
    expect(touched({ ...before, note: 'x', modified: '2031-01-01T00:00:00.000Z' })).toEqual(['note'])
    expect(touched({ ...before, evidence: [{ ...piece, stance: 'disputes' }] })).toEqual(['evidence.stance'])
    expect(touched({ ...before, evidence: [] })).toEqual(['evidence'])
    expect(touchedBy([{ kind: 'claim', id: before.id, before: null, after: before }])[0]?.fields).toEqual([
      '*',
    ])
  })
})
