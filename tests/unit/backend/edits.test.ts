import { asId } from '../../../src/core/records/base.ts'
import fc from 'fast-check'
import { mergedList } from '../../../src/core/changes/meanwhile.ts'
import type { Inquiry } from '../../../src/core/records/source.ts'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import type { ClaimEditInput } from '../../../src/core/claims/claim-edit.ts'
import type { Claim, Evidence } from '../../../src/core/records/claim.ts'
import { addEvidence } from '../../support/claim-edits.ts'
import { tries } from '../../support/length.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'

const codeOf = (error: unknown): unknown => (error as { data?: { code?: unknown } }).data?.code

describe('an edit says what it means', () => {
  it('so what two windows add is there, whoever is stale', async () => {
    const { backend } = await newNotebook()
    const { id } = await backend.claims.create({ statement: 'It rained.' })
    const [one, other] = await Promise.all([addEvidence(backend, id), addEvidence(backend, id)])
    const { claim } = await backend.claims.get({ id })
    expect(claim.evidence.map((piece) => piece.id).sort()).toEqual([one, other].sort())
  })

  it('and a whole value that was made from an older state is refused, with both', async () => {
    const { backend } = await newNotebook()
    const { id, modified } = await backend.claims.create({ statement: 'It rained.' })
    await backend.claims.update({ id, modified, fields: { status: 'disputed', note: 'Ours' } })
    const stale = backend.claims.update({ id, modified, fields: { status: 'confirmed' } })
    await expect(stale).rejects.toMatchObject({
      message: expect.stringContaining('status is “disputed” now, and was to be “confirmed”') as string,
      data: {
        code: 'changed-meanwhile',
        conflicts: [{ field: 'status', mine: 'confirmed', theirs: 'disputed' }],
      },
    })
    // Another field of it is nobody else's, and the same value is what everybody wants.
    await backend.claims.update({ id, modified, fields: { kind: 'denial', status: 'disputed' } })
    expect((await backend.claims.get({ id })).claim).toMatchObject({
      status: 'disputed',
      kind: 'denial',
      note: 'Ours',
    })
  })

  it('of many claims at once, too: what is on the screen is not put over what came meanwhile', async () => {
    const { backend } = await newNotebook()
    const made = [await backend.claims.create({ statement: 'It rained.' })]
    made.push(await backend.claims.create({ statement: 'It snowed.' }))
    const ids = made.map(({ id }) => id)
    const seen = made.map(({ id, modified }): [typeof id, string] => [id, modified])
    const confirm = { ids, edits: [{ do: 'set' as const, fields: { status: 'confirmed' as const } }] }
    const [, second] = made
    if (second) await backend.claims.update({ id: second.id, fields: { status: 'disputed' } })
    await expect(backend.claims.edit({ ...confirm, seen }).catch(codeOf)).resolves.toBe('changed-meanwhile')
    const statuses = (await backend.claims.list({})).rows.map(({ status }) => status)
    expect(statuses.sort()).toEqual(['disputed', 'unverified'])
    // What is not on the screen is set whatever it was.
    expect((await backend.claims.edit(confirm)).changed).toBe(2)
  })

  it('and what is sent once more over another state leaves alone what it did not change', async () => {
    const { backend } = await newNotebook()
    const { id, modified } = await backend.claims.create({ statement: 'It rained.' })
    const theirs = await backend.claims.update({
      id,
      fields: { credibility: { grade: 2, reason: 'Two saw it' } },
    })
    const fields = { credibility: { grade: 3 as const, reason: '' } }
    await expect(backend.claims.update({ id, modified, fields }).catch(codeOf)).resolves.toBe(
      'changed-meanwhile',
    )
    // “Mine stays”: the grade that was chosen, and the reason that nobody was asked about.
    const mine = await backend.claims.update({ id, modified: theirs.modified, base: modified, fields })
    expect(mine.credibility).toMatchObject({ grade: 3, reason: 'Two saw it' })
  })

  it('what was merged elsewhere meanwhile is not merged away from there', async () => {
    const { backend } = await newNotebook()
    const [one, two, three] = await Promise.all(
      ['Ann', 'Anne', 'A. Ann'].map((name) => backend.sources.named({ name })),
    )
    if (!one || !two || !three) throw new Error('no sources')
    await backend.sources.merge({ id: one.id, into: two.id })
    const again = backend.sources.merge({ id: one.id, into: three.id })
    await expect(again.catch(codeOf)).resolves.toBe('changed-meanwhile')
    expect((await backend.sources.get({ id: one.id })).source.mergedInto).toBe(two.id)
  })

  it('also in sources, articles, highlights and tags, whose lists are no whole values', async () => {
    const { backend } = await newNotebook()
    const article = await addArticle(backend, 'One two three.')
    const { annotation } = await backend.annotations.createByQuote({ article, quote: 'two' })
    const source = await backend.sources.named({ name: 'Ann' })
    const tag = await backend.tags.create({ name: 'Rain' })
    const { article: before } = await backend.articles.get({ id: article })
    const stale = 'changed-meanwhile'
    const twice = async (edit: (text: string) => Promise<unknown>): Promise<void> => {
      await edit('first')
      await expect(edit('second').catch(codeOf)).resolves.toBe(stale)
    }
    await twice((note) => backend.sources.update({ ...source, fields: { note } }))
    await twice((reason) =>
      backend.sources.update({ ...source, fields: { reliability: { grade: 'B', reason } } }),
    )
    await twice((note) => backend.articles.update({ ...before, fields: { note } }))
    await twice((outletName) => backend.articles.update({ ...before, fields: { outletName } }))
    await twice((note) => backend.annotations.update({ ...annotation, fields: { note } }))
    await twice((definition) => backend.tags.update({ ...tag, fields: { definition } }))
    await twice((exact) => {
      const [start, end] = exact === 'first' ? [0, 3] : [8, 13]
      return backend.annotations.place({
        ...annotation,
        start,
        end,
        exact: exact === 'first' ? 'One' : 'three',
      })
    })
    const { id, modified } = source
    for (const name of ['A. Ann', 'Anne', 'A. Ann'])
      await backend.sources.update({ id, modified, add: { aliases: [{ name, annotation: null }] } })
    await backend.sources.update({ id, modified, remove: { aliases: [{ name: 'Anne', annotation: null }] } })
    const { source: now } = await backend.sources.get({ id })
    expect(now.aliases.map(({ name }) => name)).toEqual(['A. Ann'])
    await backend.annotations.update({ id: annotation.id, add: { tags: [tag.id] } })
    expect((await backend.articles.get({ id: article })).annotations[0]?.tags).toEqual([tag.id])
  })
})

interface PieceStep {
  do: 'note' | 'chain' | 'withdraw' | 'stance'
  at: number
  text: string
}

/** What one window does, from the state of the claim that it has on the screen. */
type Step =
  | { do: 'look' }
  | { do: 'addEvidence' }
  | { do: 'addRelation' | 'removeRelation'; other: number }
  | { do: 'changeRelation'; other: number; from: number; to: number }
  | { do: 'removeEvidence'; at: number }
  | PieceStep
  | { do: 'addTag' | 'removeTag'; tag: number }
  | { do: 'set'; field: 'status' | 'note'; to: number; text: string }
  | { do: 'rule' | 'unrule'; at: number; text: string }

const steps = fc.array(
  fc.record({
    window: fc.constantFrom(0, 1),
    step: fc.oneof(
      fc.constant<Step>({ do: 'look' }),
      fc.constant<Step>({ do: 'addEvidence' }),
      fc.record({ do: fc.constantFrom('addRelation' as const, 'removeRelation' as const), other: fc.nat(1) }),
      fc.record({ do: fc.constant('removeEvidence' as const), at: fc.nat(5) }),
      fc.record({
        do: fc.constant('changeRelation' as const),
        other: fc.nat(1),
        from: fc.nat(2),
        to: fc.nat(2),
      }),
      fc.record({
        do: fc.constantFrom('note' as const, 'chain' as const, 'withdraw' as const, 'stance' as const),
        at: fc.nat(5),
        text: fc.constantFrom('', 'a', 'b'),
      }),
      fc.record({ do: fc.constantFrom('addTag' as const, 'removeTag' as const), tag: fc.nat(1) }),
      fc.record({
        do: fc.constant('set' as const),
        field: fc.constantFrom('status' as const, 'note' as const),
        to: fc.nat(2),
        text: fc.string({ maxLength: 3 }),
      }),
      fc.record({
        do: fc.constantFrom('rule' as const, 'unrule' as const),
        at: fc.nat(5),
        text: fc.constantFrom('a', 'b'),
      }),
    ),
  }),
  { minLength: 2, maxLength: 24 },
)

const statuses = ['unverified', 'disputed', 'confirmed'] as const
const relations = ['refines', 'contradicts', 'same-as'] as const

interface World {
  claims: string[]
  tags: string[]
  sources: string[]
}

/** What a step does with a piece of evidence. */
function pieceFields(
  { do: what, text }: PieceStep,
  { sources }: World,
): Extract<ClaimEditInput, { do: 'changeEvidence' }>['fields'] {
  switch (what) {
    case 'note':
      return { note: text }
    case 'stance':
      return { stance: text === 'a' ? 'disputes' : 'supports' }
    case 'withdraw':
      return { withdrawn: text === '' ? null : { as: 'withdrawn', reason: text } }
    case 'chain':
      return { chain: text === '' ? [] : [{ source: asId(sources[text === 'a' ? 0 : 1] ?? '') }] }
  }
}

/** A piece as edits have it: without when it was withdrawn, and with no more of a chain than who is in it. */
const partsOf = (piece: Evidence | undefined): Record<string, string> | undefined =>
  piece && {
    note: piece.note,
    stance: piece.stance,
    withdrawn: piece.withdrawn?.reason ?? '',
    chain: piece.chain.map(({ source }) => source).join(),
  }
const wantedParts = ({
  note,
  stance,
  withdrawn,
  chain,
}: Extract<ClaimEditInput, { do: 'changeEvidence' }>['fields']): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      note,
      stance,
      withdrawn: withdrawn === undefined ? undefined : (withdrawn?.reason ?? ''),
      chain: chain?.map((hop) => ('source' in hop ? hop.source : '')).join(),
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** The edit of a step; undefined where the window shows nothing that it could be done with. */
function editOf(step: Step, seen: Claim, world: World): ClaimEditInput | undefined {
  const { modified } = seen
  const piece = 'at' in step ? seen.evidence[step.at % Math.max(1, seen.evidence.length)] : undefined
  const evidence = piece?.id
  switch (step.do) {
    case 'look':
      return undefined
    case 'addEvidence':
      return { do: 'addEvidence', stance: 'supports' }
    case 'addRelation':
    case 'removeRelation':
      return { do: step.do, kind: 'refines', claim: asId(world.claims[step.other] ?? '') }
    case 'changeRelation':
      return {
        do: 'changeRelation',
        kind: relations[step.from] ?? 'refines',
        claim: asId(world.claims[step.other] ?? ''),
        to: relations[step.to] ?? 'refines',
        modified,
      }
    case 'addTag':
      return { do: 'add', to: { tags: [asId(world.tags[step.tag] ?? '')] } }
    case 'removeTag':
      return { do: 'remove', from: { tags: [asId(world.tags[step.tag] ?? '')] } }
    case 'set':
      return {
        do: 'set',
        modified,
        fields: step.field === 'note' ? { note: step.text } : { status: statuses[step.to] },
      }
    case 'removeEvidence':
      return evidence === undefined ? undefined : { do: 'removeEvidence', evidence, modified }
    case 'note':
    case 'chain':
    case 'withdraw':
    case 'stance':
      return evidence === undefined
        ? undefined
        : { do: 'changeEvidence', evidence, modified, fields: pieceFields(step, world) }
    case 'rule':
      return evidence === undefined
        ? undefined
        : { do: 'addRuling', evidence, with: null, reason: step.text, modified }
    case 'unrule':
      return evidence === undefined ? undefined : { do: 'removeRuling', evidence }
  }
}

/** What is expected of an edit, reckoned from the states alone: the claim then, or that it is a conflict. */
function expected(edit: ClaimEditInput, seen: Claim, now: Claim): 'conflict' | 'done' {
  const pieceIn = (claim: Claim, id: string): string | undefined =>
    JSON.stringify(claim.evidence.find((one) => one.id === id))
  switch (edit.do) {
    case 'set': {
      const fields = Object.entries(edit.fields) as ['note' | 'status', string][]
      return fields.some(([field, wanted]) => now[field] !== wanted && now[field] !== seen[field])
        ? 'conflict'
        : 'done'
    }
    case 'removeEvidence': {
      const there = pieceIn(now, edit.evidence)
      return there !== undefined && there !== pieceIn(seen, edit.evidence) ? 'conflict' : 'done'
    }
    case 'changeEvidence': {
      const [there, before] = [now, seen].map(({ evidence }) =>
        partsOf(evidence.find(({ id }) => id === edit.evidence)),
      )
      if (!there) return 'conflict'
      const isLost = ([part, wanted]: [string, string]): boolean =>
        there[part] !== wanted && there[part] !== before?.[part]
      return Object.entries(wantedParts(edit.fields)).some(isLost) ? 'conflict' : 'done'
    }
    case 'changeRelation': {
      if (now.modified === seen.modified) return 'done'
      const kinds = now.relations.filter(({ claim }) => claim === edit.claim).map(({ kind }) => kind)
      return kinds.includes(edit.kind) || kinds.includes(edit.to) ? 'done' : 'conflict'
    }
    case 'addRuling': {
      const [there, before] = [now, seen].map(({ rulings }) =>
        rulings.find(({ evidence }) => evidence === edit.evidence),
      )
      const isNews = there !== undefined && JSON.stringify(there) !== JSON.stringify(before)
      return isNews && there.reason !== edit.reason ? 'conflict' : 'done'
    }
    default:
      return 'done'
  }
}

describe('two windows that edit one list of a source, each whole from what it has', () => {
  const ask = (question: string, answer = ''): Inquiry => ({ question, asked: null, answered: null, answer })

  it('lose no element: different ones are both there, and only the same one is a conflict', async () => {
    const { backend } = await newNotebook()
    const { id } = await backend.sources.named({ name: 'Ana Lima' })
    const seen = await backend.sources.update({ id, fields: { inquiries: [ask('Who?'), ask('When?')] } })
    const edit = (inquiries: Inquiry[], base?: string, modified = seen.modified) =>
      backend.sources.update({ id, modified, base, fields: { inquiries } })
    const after = await edit([ask('Who?', 'He did.'), ask('When?')])
    await edit([ask('Who?'), ask('When?', 'On Monday.')])
    const read = async (): Promise<Inquiry[]> => (await backend.sources.get({ id })).source.inquiries
    expect(await read()).toEqual([ask('Who?', 'He did.'), ask('When?', 'On Monday.')])
    await expect(edit([ask('Who?', 'She did.'), ask('When?')]).catch(codeOf)).resolves.toBe(
      'changed-meanwhile',
    )
    expect((await read())[0]?.answer).toBe('He did.')
    // The user says that it stays: over what is there, and made from what the window had.
    const now = (await backend.sources.get({ id })).source.modified
    expect(now > after.modified).toBe(true)
    await edit([ask('Who?', 'She did.'), ask('When?')], seen.modified, now)
    expect(await read()).toEqual([ask('Who?', 'She did.'), ask('When?', 'On Monday.')])
  })

  it('bring lists together as their elements were edited, whatever was done to them', () => {
    const element = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const list = fc.uniqueArray(element, { maxLength: 5 })
    fc.assert(
      fc.property(list, list, list, (base, now, wanted) => {
        const { list: merged, conflicts } = mergedList(base, now, wanted, false)
        // Strings are there or not: both sides can want that otherwise of an element only by wanting the same.
        expect(conflicts).toEqual([])
        const isWanted = (one: 'a' | 'b' | 'c' | 'd' | 'e'): boolean =>
          base.includes(one) === wanted.includes(one) ? now.includes(one) : wanted.includes(one)
        expect(new Set(merged)).toEqual(new Set((['a', 'b', 'c', 'd', 'e'] as const).filter(isWanted)))
        expect(new Set(merged).size).toBe(merged.length)
      }),
    )
  })
})

describe('two windows that edit one claim, each from what it has on its screen', () => {
  async function begin(backend: Backend): Promise<{ id: string; world: World }> {
    const make = async (statement: string): Promise<string> => (await backend.claims.create({ statement })).id
    const tagOf = async (name: string): Promise<string> => (await backend.tags.create({ name })).id
    const sourceOf = async (name: string): Promise<string> => (await backend.sources.named({ name })).id
    const world = {
      claims: [await make('A'), await make('B')],
      tags: [await tagOf('x'), await tagOf('y')],
      sources: [await sourceOf('Ann'), await sourceOf('Bob')],
    }
    return { id: await make('It rained.'), world }
  }

  it('lose no element, and every conflict is told', async () => {
    const { backend } = await newNotebook()
    const read = async (id: string): Promise<Claim> => (await backend.claims.get({ id })).claim
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { id, world } = await begin(backend)
        const first = await read(id)
        const screens: [Claim, Claim] = [first, first]
        for (const { window, step } of all) {
          const seen = screens[window === 0 ? 0 : 1]
          const edit = editOf(step, seen, world)
          const now = await read(id)
          if (step.do === 'look') screens[window === 0 ? 0 : 1] = now
          if (!edit) continue
          const pieceIsGone =
            'evidence' in edit &&
            edit.do === 'addRuling' &&
            !now.evidence.some((one) => one.id === edit.evidence)
          const answer = await backend.claims.edit({ ids: [id], edits: [edit] }).then(() => 'done', codeOf)
          const then = await read(id)
          // A decision about evidence that is gone is none; that is told, too.
          if (pieceIsGone) expect(answer).toBe('bad-input')
          else expect(answer).toBe(expected(edit, seen, now) === 'done' ? 'done' : 'changed-meanwhile')
          if (answer !== 'done') expect(then).toEqual(now)
          const gone = edit.do === 'removeEvidence' && answer === 'done' ? edit.evidence : ''
          expect(then.evidence.map((one) => one.id)).toEqual(
            expect.arrayContaining(now.evidence.map((one) => one.id).filter((one) => one !== gone)),
          )
          // Nothing else goes either: what was added stays, whoever edits what.
          if (edit.do !== 'removeRelation' && edit.do !== 'changeRelation')
            expect(then.relations).toEqual(expect.arrayContaining(now.relations))
          expect(then.modified >= now.modified).toBe(true)
        }
      }),
      { numRuns: tries(15, 100) },
    )
  })
})
