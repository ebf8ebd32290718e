import type { Draft } from '../../core/changes/draft.ts'
import type { Id } from '../../core/records/base.ts'
import { foldName } from '../../core/records/fold-name.ts'
import { SourceQuery } from '../../core/listing/queries.ts'
import { makeSource } from '../../core/records/source.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'

interface Unnamed {
  /** What they are called. */
  name: string
  /** The piece of evidence that they stand in, where it was there before. */
  evidence?: Id<'evidence'>
  /** Whom they spoke to; null where nobody passed it on. */
  relayer: Id<'source'> | null
}

/**
 * The source for unnamed people of a chain. Those of one description need not be the same: only those are that the piece of
 * evidence names already, or that spoke to the same ones; else one is made.
 */
export async function unnamedSource(
  store: NotebookStore,
  draft: Draft,
  unnamed: Unnamed,
): Promise<Id<'source'>> {
  const there = await knownUnnamed(store, unnamed, async (id) => (await draft.need('source', id)).relayer)
  return there ?? (await draft.put('source', makeSource(unnamed.name, 'anonymous'))).id
}

/** The unnamed people who are meant, if they are in the notebook. @param relayerOf whom a source is said to have spoken to */
export async function knownUnnamed(
  store: NotebookStore,
  { name, evidence: here, relayer }: Unnamed,
  relayerOf = async (id: Id<'source'>): Promise<Id<'source'> | null> =>
    (await store.need('source', id)).relayer,
): Promise<Id<'source'> | null> {
  const passedOn = relayer === null ? [] : await store.model.ask('stepsOf', relayer)
  const stepsPassedOn = new Set(passedOn.map(({ evidence, position }) => `${evidence} ${position}`))
  for (const id of await unnamedCalled(store, name)) {
    const spoken = await store.model.ask('stepsOf', id)
    const isHere = here !== undefined && spoken.some(({ evidence }) => evidence === here)
    if (isHere || spoken.some(({ evidence, position }) => stepsPassedOn.has(`${evidence} ${position + 1}`)))
      return id
    if (relayer !== null && (await relayerOf(id)) === relayer) return id
  }
  return null
}

async function unnamedCalled(store: NotebookStore, name: string): Promise<Id<'source'>[]> {
  const query = SourceQuery.parse({ text: name, kind: 'anonymous' })
  const { rows } = await store.model.ask('listSources', query)
  return rows.flatMap((row) =>
    [row.name, ...row.aliases].some((one) => foldName(one) === foldName(name)) ? [row.id] : [],
  )
}
