import { said } from '../../core/words/say.ts'
import type { ClaimEdit } from '../../core/claims/claim-edit.ts'
import { problem } from '../../core/problem.ts'
import type { EvidencePassage } from '../../contract/claims.ts'
import { placeIn } from '../../core/records/annotation.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import type { Evidence } from '../../core/records/claim.ts'
import { base } from '../base.ts'
import { mergedInto } from '../editing/merged-claims.ts'
import { editClaims, newClaim } from '../editing/edit-claims.ts'
import { dropReferences } from '../../core/changes/drop-references.ts'
import { mergeEach } from '../../core/changes/merge-each.ts'
import { claimFindings } from './claim-findings.ts'
import { shorten } from '../../core/records/shorten.ts'
import { standsFor } from '../../core/changes/leads-to.ts'

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
  const [passages, statements, origins, open, drift, unfaithful] = await Promise.all([
    passagesOf(
      store,
      [claim, ...merged].flatMap((one) => one.evidence),
    ),
    store.model.askNow('statementsOf', [...others]),
    input.withOrigins ? store.model.askNow('originsOf', [claim.id]) : undefined,
    input.withOrigins ? store.model.askNow('openWorkOfClaim', claim.id) : undefined,
    input.withOrigins ? store.model.askNow('driftOfClaim', claim.id) : undefined,
    store.model.askNow('unfaithfulNow', claim.id),
  ])
  return {
    claim,
    passages,
    merged,
    ...(origins ? { origins } : {}),
    ...(drift ? { drift } : {}),
    ...(open ? { open: open.filter(({ dismissed }) => dismissed === null) } : {}),
    others: Object.fromEntries(
      statements.map(({ id, statement, status }) => [
        id,
        { statement, status, relation: pointing.get(id) ?? null },
      ]),
    ),
    unfaithful,
  }
})

/** The passages that evidence rests on, in the words of the version that it was taken from. */
async function passagesOf(
  store: NotebookStore,
  evidence: readonly Evidence[],
): Promise<Record<string, EvidencePassage>> {
  const rows = await store.model.askNow('passagesOf', evidence)
  const passages: Record<string, EvidencePassage> = {}
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
  const { store } = context.app
  const { result } = await store.commit(
    said('history.makeClaim', { claim: shorten(statement) }),
    async (draft) => newClaim({ store, draft }, statement, { annotation, tags }),
  )
  return result
})

const update = base.claims.update.handler(async ({ context, input }) => {
  const { id, modified, base: madeFrom, fields, add, remove: from } = input
  const edits: ClaimEdit[] = [
    ...(fields ? [{ do: 'set' as const, fields, modified, base: madeFrom }] : []),
    ...(add ? [{ do: 'add' as const, to: add }] : []),
    ...(from ? [{ do: 'remove' as const, from }] : []),
  ]
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    await editClaims({ store, draft }, [id], edits)
    return draft.need('claim', id)
  })
  return result
})

const edit = base.claims.edit.handler(async ({ context, input }) => {
  const { store } = context.app
  const { ids, edits, seen } = input
  const { result } = await store.commit(null, async (draft) => {
    const changed = await editClaims({ store, draft }, ids, edits, new Map(seen))
    const [first] = ids
    if (first === undefined) throw new RangeError('no claim was named')
    return { changed, claim: await draft.need('claim', first) }
  })
  return result
})

const merge = base.claims.merge.handler(async ({ context, input }) => {
  const { result } = await context.app.store.commit(null, async (draft) => {
    const into = await draft.need('claim', input.into)
    return mergeEach(draft, 'claim', input, into, async (claim) => {
      if (await standsFor(draft, 'claim', claim.id, into))
        throw problem('bad-input', 'claimMergedAlready', { title: shorten(claim.statement) })
    })
  })
  return result
})

const remove = base.claims.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  await store.commit(null, async (draft) => {
    const claim = await draft.need('claim', input.id)
    draft.label = said('history.deleteClaim', { claim: shorten(claim.statement) })
    for (const { claim: id } of await store.model.ask('claimsPointingAt', input.id))
      await dropReferences(draft, 'claim', id, new Set([input.id]))
    for (const id of await store.model.ask('claimsMergedInto', input.id, 'directly'))
      await draft.patch('claim', id, { mergedInto: claim.mergedInto })
    await draft.remove('claim', input.id)
  })
  return {}
})

export const claims = { list, groups, get, create, update, edit, merge, remove, ...claimFindings }
