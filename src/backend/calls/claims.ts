import { chainOf } from '../../core/attribution/chain-of.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { unfaithful } from '../../core/claims/fidelity.ts'
import { Problem } from '../../core/problem.ts'
import type { Passage } from '../../contract/claims.ts'
import { placeIn } from '../../core/records/annotation.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim, Evidence } from '../../core/records/claim.ts'
import { judge } from '../../core/records/judgement.ts'
import { makeClaim, makeEvidence } from '../../core/records/make.ts'
import type { SourceKind } from '../../core/records/source.ts'
import { base } from '../base.ts'
import { mergeEach } from '../merge-each.ts'
import { claimWork } from './claim-work.ts'
import { shorten } from '../shorten.ts'
import { sourceByName } from '../sources-by-name.ts'
import { standsFor } from '../leads-to.ts'
import { unnamedSource } from '../unnamed-source.ts'
import { definedOnly } from '../defined-only.ts'

const list = base.claims.list.handler(({ context, input }) =>
  context.app.store.model.askNow('listClaims', input),
)

const groups = base.claims.groups.handler(({ context, input }) =>
  context.app.store.model.askNow('claimGroups', input),
)

const get = base.claims.get.handler(async ({ context, input }) => {
  const { store } = context.app
  const claim = await store.need('claim', input.id)
  const [direct, throughMerged] = await Promise.all([
    store.model.askNow('claimsPointingAt', claim.id),
    store.model.askNow('relationsOfMerged', claim.id),
  ])
  const pointing = new Map([...throughMerged, ...direct].map((row) => [row.claim, row.kind]))
  const others = new Set([...claim.relations.map((relation) => relation.claim), ...pointing.keys()])
  const merged = await mergedInto(store, claim.id)
  const [passages, statements] = await Promise.all([
    passagesOf(
      store,
      [claim, ...merged].flatMap((one) => one.evidence),
    ),
    store.model.askNow('statementsOf', [...others]),
  ])
  const excerpts = Object.values(passages).flatMap(({ exact }) => (exact === '' ? [] : [exact]))
  return {
    ...{ claim, passages, merged },
    others: Object.fromEntries(
      Object.entries(statements).map(([id, other]) => [id, { ...other, relation: pointing.get(id) ?? null }]),
    ),
    unfaithful: unfaithful(claim.statement, excerpts),
  }
})

/** The claims that were merged into this one, also through others. */
async function mergedInto(store: NotebookStore, id: Id): Promise<Claim[]> {
  const ids = await store.model.askNow('claimsMergedInto', id)
  const found = await Promise.all(ids.map((one) => store.get('claim', one)))
  return found.filter((claim) => claim !== null)
}

/** The passages that evidence rests on, in the words of the version that it was taken from. */
async function passagesOf(store: NotebookStore, evidence: readonly Evidence[]): Promise<Record<Id, Passage>> {
  const rows = await store.model.askNow('passagesOf', evidence)
  const passages: Record<Id, Passage> = {}
  for (const { id, annotation, version } of evidence) {
    const row = rows[id]
    if (!row) continue
    const known =
      annotation === null || row.version === version ? null : await store.get('annotation', annotation)
    const place = known && version !== null ? placeIn(known, version) : undefined
    passages[id] = { ...row, exact: place?.exact ?? row.exact, version: version ?? row.version }
  }
  return passages
}

const create = base.claims.create.handler(async ({ context, input }) => {
  const { statement, annotation, tags } = input
  const { result } = await context.app.store.commit(
    `Make the claim “${shorten(statement)}”`,
    async (draft) => {
      const version = await versionOf(draft, annotation)
      const evidence = annotation === undefined ? [] : [makeEvidence({ annotation, version })]
      return draft.put('claim', makeClaim(statement, { evidence, tags }))
    },
  )
  return result
})

const update = base.claims.update.handler(async ({ context, input }) => {
  const { credibility, ...fields } = input.fields
  const { result } = await context.app.store.commit('Change claim', async (draft) => {
    const claim = await draft.need('claim', input.id)
    draft.label = `Change claim “${shorten(claim.statement)}”`
    if (fields.relations?.some((relation) => relation.claim === input.id)) {
      throw new Problem('bad-input', 'A claim cannot be related to itself.', 'Choose another claim.')
    }
    const judged = credibility
      ? { credibility: judge(claim.credibility, credibility.grade, credibility.reason, draft.at) }
      : {}
    return draft.patch('claim', input.id, { ...definedOnly(fields), ...judged })
  })
  return result
})

const merge = base.claims.merge.handler(async ({ context, input }) => {
  const { result } = await context.app.store.commit('Merge claims', async (draft) => {
    const into = await draft.need('claim', input.into)
    return mergeEach(draft, 'claim', input, into, async (claim) => {
      if (await standsFor(draft, 'claim', claim.id, into))
        throw new Problem(
          'bad-input',
          `“${shorten(claim.statement)}” stands for the other claim already; a claim cannot be merged into itself.`,
          'Choose another claim.',
        )
    })
  })
  return result
})

const remove = base.claims.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  await store.commit('Delete claim', async (draft) => {
    const claim = await draft.need('claim', input.id)
    draft.label = `Delete claim “${shorten(claim.statement)}”`
    for (const { claim: id } of await store.model.ask('claimsPointingAt', input.id)) {
      const other = await draft.need('claim', id)
      await draft.patch('claim', id, {
        relations: other.relations.filter((relation) => relation.claim !== input.id),
      })
    }
    for (const id of await store.model.ask('claimsMergedInto', input.id, 'directly'))
      await draft.patch('claim', id, { mergedInto: claim.mergedInto })
    await draft.remove('claim', input.id)
  })
  return {}
})

const link = base.claims.link.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Add evidence', async (draft) => {
    const claim = await draft.need('claim', input.claim)
    draft.label = `Add evidence to “${shorten(claim.statement)}”`
    const version = await versionOf(draft, input.annotation)
    const ids: Id[] = []
    // From the outlet inwards: whoever is not named is known by whom they spoke to.
    for (const [index, named] of [...input.chain.entries()].toReversed()) {
      const source = (await isUnnamed(store, draft, named))
        ? await unnamedSource(store, draft, { name: named.name, relayer: ids[0] ?? null })
        : await sourceByName(store, draft, named, index === 0 ? 'person' : 'outlet')
      ids.unshift(source)
    }
    const chain = chainOf(ids, input)
    return draft.patch('claim', input.claim, {
      evidence: linked(claim.evidence, { ...input, version, chain }),
    })
  })
  return result
})

/** Whether a name is what unnamed people are called: it is said to be, or those who are known by it have no other. */
async function isUnnamed(
  store: NotebookStore,
  draft: Draft,
  { name, kind }: { name: string; kind?: SourceKind | undefined },
): Promise<boolean> {
  if (kind !== undefined) return kind === 'anonymous'
  const there = await store.model.ask('sourceNamed', name)
  return there !== null && (await draft.need('source', there)).kind === 'anonymous'
}

/** The version of the article that a passage is quoted from. @throws Problem `not-found` */
const versionOf = async (draft: Draft, annotation: Id | undefined): Promise<number | null> =>
  annotation === undefined ? null : (await draft.need('annotation', annotation)).version

/** Completes the evidence of the annotation when it has no chain yet; adds a piece otherwise. */
function linked(
  evidence: readonly Evidence[],
  {
    annotation,
    version,
    stance,
    chain,
  }: Pick<Evidence, 'version' | 'stance' | 'chain'> & { annotation?: Id | undefined },
): Evidence[] {
  const open = evidence.find(
    (piece) => annotation !== undefined && piece.annotation === annotation && piece.chain.length === 0,
  )
  if (!open) return [...evidence, makeEvidence({ annotation: annotation ?? null, version, stance, chain })]
  return evidence.map((piece) => (piece === open ? { ...piece, stance, chain } : piece))
}

export const claims = { list, groups, get, create, update, merge, remove, link, ...claimWork }
