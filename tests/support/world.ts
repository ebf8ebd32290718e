import type { Random } from '../../scripts/make-notebook/random.ts'
import type { Backend, Plain } from './backend.ts'
import type { SourceFields } from '../../src/contract/sources.ts'
import { chainOf } from './chain-of.ts'
import { newId } from '../../src/core/records/base.ts'
import type { Stance } from '../../src/core/records/claim.ts'
import { addEvidence, bulk, removeEvidence, rule, setChain, unrule, type NamedHop } from './claim-edits.ts'
import { addArticle } from './notebooks.ts'

/** A small notebook in which much hangs together, and random edits of it. */

export const byId = <T extends { id: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

export const person = async (
  backend: Backend,
  name: string,
  fields: Plain<SourceFields> = {},
): Promise<string> => {
  const { id } = await backend.sources.named({ name, kind: fields.kind ?? 'person' })
  await backend.sources.update({ id, fields })
  return id
}

export interface PieceOf {
  article?: string
  stance?: Stance
  note?: string
}

/** Adds a piece of evidence with this chain. @returns its id */
export async function addPiece(
  backend: Backend,
  claim: string,
  chain: readonly string[],
  { article, stance = 'supports', note = '' }: PieceOf = {},
): Promise<string> {
  return addEvidence(backend, claim, { article, stance, note, chain: chainOf(chain) })
}

/** A claim with these pieces of evidence, each the chain of a source that no article reports. */
export async function addClaim(
  backend: Backend,
  statement: string,
  chains: readonly (readonly string[])[] = [],
): Promise<{ id: string; pieces: string[] }> {
  const { id } = await backend.claims.create({ statement })
  const pieces: string[] = []
  for (const chain of chains) pieces.push(await addPiece(backend, id, chain))
  return { id, pieces }
}

export interface World {
  articles: string[]
  claims: string[]
  sources: string[]
  tags: string[]
}

/** A small notebook in which much hangs together. */
export async function makeWorld(backend: Backend): Promise<World> {
  const world: World = { articles: [], claims: [], sources: [], tags: [] }
  for (const name of ['Ann', 'Ben', 'Ann B.', 'Cid']) world.sources.push(await person(backend, name))
  for (const name of ['Wire', 'Post']) world.sources.push(await person(backend, name, { kind: 'outlet' }))
  const [ann = '', ben = '', annB = '', cid = '', wire = '', post = ''] = world.sources
  for (const name of ['top', 'left', 'right', 'leaf', 'other']) {
    const parent = { left: 0, right: 0, leaf: 1 }[name]
    const above = parent === undefined ? null : (world.tags[parent] ?? null)
    world.tags.push((await backend.tags.create({ name, parent: above })).id)
  }
  for (const outletName of ['Post', 'Wire', '']) {
    const id = await addArticle(backend, `All about the talks, ${outletName}.`, `On ${outletName}`)
    const tags = world.tags.slice(world.articles.length, world.articles.length + 2)
    await backend.articles.update({ id, fields: { outletName, tags } })
    world.articles.push(id)
  }
  const [inPost = '', inWire = ''] = world.articles
  const chains = [[ann, post], [annB, wire, post], [ben], [cid, wire], [ben, post], []]
  for (const [at, chain] of chains.entries()) {
    const { id } = await addClaim(backend, `Claim ${at} on 3 talks`, [chain])
    await addPiece(backend, id, [ann], { article: inPost, stance: at % 2 === 0 ? 'supports' : 'disputes' })
    await addPiece(backend, id, [], { article: inWire })
    await backend.claims.update({ id, fields: { tags: world.tags.slice(at % 4, (at % 4) + 2) } })
    world.claims.push(id)
  }
  return world
}

/** Edits that may change how many origins some claim has. */
export function originEdits(backend: Backend, world: World, random: Random): (() => Promise<unknown>)[] {
  const { articles, claims, sources } = world
  const claim = (): string => random.pick(claims)
  const source = (): string => random.pick(sources)
  const article = (): string => random.pick(articles)
  const stance = (): Stance => random.pick(['supports', 'supports', 'disputes', 'mentions'])
  const setSource = (fields: Plain<SourceFields>): Promise<unknown> =>
    backend.sources.update({ id: source(), fields })
  const piecesOf = async (id: string): Promise<string[]> => {
    const open = await backend.claims.get({ id })
    return [open.claim, ...open.merged].flatMap(({ evidence }) => evidence.map((piece) => piece.id))
  }
  const decide = async (isApart: boolean): Promise<unknown> => {
    const id = claim()
    const all = await piecesOf(id)
    const other = isApart ? null : random.pick(all)
    return rule(backend, { claim: id, evidence: random.pick(all), with: other, reason: 'seen' })
  }
  const hop = (name: string, kind: NamedHop['kind']): NamedHop => ({
    name,
    kind,
    mode: 'says',
    verbatim: false,
    groundRule: 'unknown',
    words: '',
  })
  return [
    () => setSource({ possiblySame: [source(), source()] }),
    () => setSource({ derivedFrom: source() }),
    () => setSource({ derivedFrom: random.pick([source(), null]) }),
    () => setSource({ kind: random.pick(['person', 'outlet', 'anonymous', 'dataset']) }),
    () => setSource({ descriptor: random.pick(['two aides', '']) }),
    () => backend.sources.merge({ id: source(), into: source() }),
    () => backend.sources.merge({ id: source(), into: source() }),
    () => backend.unmerge({ id: source() }),
    () => backend.names.refuse({ id: source(), other: source() }),
    () => backend.names.allow({ id: source(), other: source() }),
    () => backend.articles.update({ id: article(), fields: { derivedFrom: random.pick([article(), null]) } }),
    () =>
      backend.articles.update({ id: article(), fields: { outletName: random.pick(['Post', 'Wire', '']) } }),
    () => backend.articles.remove({ id: article() }),
    () => backend.annotations.createByQuote({ article: article(), quote: 'talks', claim: 'They met.' }),
    async () => {
      const { rows } = await backend.annotations.list({})
      return backend.annotations.remove({ id: random.pick(rows).id })
    },
    () => addPiece(backend, claim(), [source(), source()], { article: article(), stance: stance() }),
    async () => {
      const id = claim()
      const { evidence } = (await backend.claims.get({ id })).claim
      return removeEvidence(backend, id, evidence[0]?.id ?? newId())
    },
    () =>
      bulk(backend, {
        ids: claims.slice(random.below(4)),
        link: { source: source(), stance: stance() },
      }),
    async () => {
      const id = claim()
      const chain = [hop('two aides', 'anonymous'), hop('Wire', 'outlet')].slice(random.below(2))
      return setChain(backend, { claim: id, evidence: random.pick(await piecesOf(id)), chain })
    },
    () => backend.claims.merge({ id: claim(), into: claim() }),
    () => backend.unmerge({ id: claim() }),
    () => backend.claims.remove({ id: claim() }),
    () => decide(true),
    () => decide(false),
    async () => {
      const id = claim()
      return unrule(backend, { claim: id, evidence: random.pick(await piecesOf(id)) })
    },
    async () => backend.trash.restore({ id: random.pick(await backend.trash.list()).id }),
    () => backend.history.undo(),
    () => backend.history.redo(),
  ]
}
