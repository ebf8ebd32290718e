import { suggestChain as suggest, type SuggestedHop } from '../../core/attribution/suggest-chain.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { conflict } from '../../core/claims/quantities.ts'
import type { BulkEdit, FigureRow, NamedHop, Wording } from '../../contract/claim-work.ts'
import { SourceQuery } from '../../core/listing/queries.ts'
import { Problem } from '../../core/problem.ts'
import { placeIn } from '../../core/records/annotation.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim, Hop } from '../../core/records/claim.ts'
import { makeEvidence } from '../../core/records/make.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { shorten } from '../shorten.ts'
import { sourceByName } from '../sources-by-name.ts'
import { unnamedSource } from '../unnamed-source.ts'
import { textOfVersion } from '../version-text.ts'

const wordings = base.claims.wordings.handler(async ({ context, input }) => {
  const { store } = context.app
  const now = await store.need('claim', input.id)
  const found: Wording[] = []
  for (const state of [...(await store.statesOf(input.id)), now] as (Claim | null)[]) {
    if (state === null || state.statement === found.at(-1)?.statement) continue
    found.push({ statement: state.statement, at: state.modified })
  }
  return found
})

const candidates = base.claims.candidates.handler(({ context, input }) =>
  context.app.store.model.askNow('claimCandidates', input.claim, input.dismissed),
)

const related = base.claims.related.handler(({ context }) => context.app.store.model.askNow('relatedPairs'))

const figures = base.claims.figures.handler(async ({ context, input }): Promise<FigureRow[]> => {
  const { store } = context.app
  const { quantity } = await store.need('claim', input.id)
  if (quantity === null) return []
  const same = await store.model.askNow('figures', quantity)
  return same.map((row) => ({
    ...row,
    conflicts: same
      .filter((other) => other !== row && conflict(row.quantity, other.quantity))
      .map(({ claim }) => claim),
  }))
})

const suggestChain = base.claims.suggestChain.handler(async ({ context, input }) => {
  const { store } = context.app
  const annotation = await store.need('annotation', input.annotation)
  const article = await store.need('article', annotation.article)
  const place = placeIn(annotation, annotation.version) ?? annotation
  const text = await textOfVersion(store, article, annotation.version)
  const outlet = article.outlet === null ? null : await store.get('source', article.outlet)
  const chain = suggest(text, place, outlet?.name ?? null)
  return chain && Promise.all(chain.map((hop) => knownAs(store, hop)))
})

/** A hop by the name that its source has in the notebook: exactly that one, or the only one that has all of its words. */
async function knownAs(store: NotebookStore, hop: SuggestedHop): Promise<SuggestedHop & { isNew: boolean }> {
  if (hop.kind === 'anonymous') return { ...hop, isNew: false }
  if ((await store.model.ask('sourceNamed', hop.name)) !== null) return { ...hop, isNew: false }
  const query = SourceQuery.parse({ text: hop.name, sort: 'fit', limit: 10 })
  const { rows } = await store.model.ask('listSources', query)
  const [only, ...others] = rows.filter(({ kind }) => kind !== 'anonymous')
  if (!only || others.length > 0) return { ...hop, isNew: true }
  return { ...hop, name: only.name, kind: only.kind, isNew: false }
}

const setChain = base.claims.setChain.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Set who says so', async (draft) => {
    const claim = await draft.need('claim', input.claim)
    const piece = claim.evidence.find(({ id }) => id === input.evidence)
    if (!piece)
      throw new Problem(
        'not-found',
        'This piece of evidence is not in the claim any more.',
        'Reload the claim.',
      )
    draft.label = `Set who says “${shorten(claim.statement)}”`
    const chain: Hop[] = []
    // From the outlet inwards: whoever is not named is known by whom they spoke to.
    for (const { name, kind, ...terms } of input.chain.toReversed()) {
      const source =
        kind === 'anonymous'
          ? await unnamedSource(store, draft, { name, evidence: piece.id, relayer: chain[0]?.source ?? null })
          : await named(store, draft, { name, kind })
      chain.unshift({ ...terms, source })
    }
    return draft.patch('claim', claim.id, {
      evidence: claim.evidence.map((one) => (one === piece ? { ...one, chain } : one)),
    })
  })
  return result
})

/** Whoever bears the name already, as whatever. */
const named = async (store: NotebookStore, draft: Draft, hop: Pick<NamedHop, 'name' | 'kind'>): Promise<Id> =>
  (await store.model.ask('sourceNamed', hop.name)) ?? sourceByName(store, draft, hop, hop.kind)

const bulk = base.claims.bulk.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Change claims', async (draft) => {
    if (input.relate) await draft.need('claim', input.relate.claim)
    if (input.link) await draft.need('source', input.link.source)
    const edit = { ...input, removeTags: await withAbsorbed(store, input.removeTags) }
    let changed = 0
    for (const id of new Set(input.ids)) {
      const fields = bulkFields(await draft.need('claim', id), edit)
      if (Object.keys(fields).length === 0) continue
      await draft.patch('claim', id, fields)
      changed += 1
    }
    draft.label = changed === 1 ? 'Change one claim' : `Change ${changed} claims at once`
    return { changed }
  })
  return result
})

/** Tags with those that were merged into them, which records may still carry. */
async function withAbsorbed(store: NotebookStore, tags: readonly Id[]): Promise<Id[]> {
  if (tags.length === 0) return []
  const absorbed = new Map((await store.model.ask('listTags')).map((row) => [row.id, row.absorbed]))
  return tags.flatMap((tag) => [tag, ...(absorbed.get(tag) ?? [])])
}

/** What of a claim is to be changed; nothing where it is so already. */
function bulkFields(
  claim: Claim,
  { addTags, removeTags, status, kind, relate, link }: BulkEdit,
): Partial<Claim> {
  const tags = [...new Set([...claim.tags, ...addTags])].filter((tag) => !removeTags.includes(tag))
  const isRelated =
    relate === undefined ||
    relate.claim === claim.id ||
    claim.relations.some((one) => one.kind === relate.kind && one.claim === relate.claim)
  return {
    ...(tags.join() === claim.tags.join() ? {} : { tags }),
    ...(status === undefined || status === claim.status ? {} : { status }),
    ...(kind === undefined || kind === claim.kind ? {} : { kind }),
    ...(isRelated ? {} : { relations: [...claim.relations, relate] }),
    ...(link === undefined ? {} : { evidence: [...claim.evidence, linkedTo(link)] }),
  }
}

function linkedTo({ source, stance }: NonNullable<BulkEdit['link']>): Claim['evidence'][number] {
  const hop: Hop = { source, mode: 'says', verbatim: false, groundRule: 'unknown', words: '' }
  return makeEvidence({ stance, chain: [hop] })
}

export const claimWork = { wordings, candidates, related, figures, suggestChain, setChain, bulk }
