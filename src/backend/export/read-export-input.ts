import type { ExportInput } from '../../core/export/exporter.ts'
import type { Id } from '../../core/records/base.ts'
import type { RecordKind, RecordOf } from '../../core/records/record.ts'
import { Problem } from '../../core/problem.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { openWorkOf } from '../statements/silent.ts'
import { inParallel } from './in-parallel.ts'

/** Everything that an exporter may read. @throws Problem `not-found` for a chosen record that is not there */
export async function readExportInput(
  store: NotebookStore,
  chosen: ExportInput['chosen'],
): Promise<ExportInput> {
  for (const id of chosen.articles) await store.need('article', id)
  for (const id of chosen.claims) await store.need('claim', id)
  const articles = await readAll(store, 'article')
  const annotations = new Map(
    await inParallel(articles, async ({ id }) => [id, await store.annotationsOf(id)] as const),
  )
  const { claims: origins } = await store.model.askNow('originsOf', null)
  const open = await openWorkOf(store)
  return {
    origins: new Map(origins.map(({ claim, corroboration }) => [claim, corroboration])),
    open: open.filter(({ dismissed }) => dismissed === null),
    title: store.file.title,
    articles,
    annotations,
    claims: await readAll(store, 'claim'),
    sources: await readAll(store, 'source'),
    tags: await readAll(store, 'tag'),
    chosen,
  }
}

/** All records of a kind; damaged documents are left out here, they are named elsewhere. */
export async function readAll<K extends RecordKind>(store: NotebookStore, kind: K): Promise<RecordOf<K>[]> {
  const read = async (id: Id<K>): Promise<RecordOf<K> | null> => {
    try {
      return await store.get(kind, id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return null
    }
  }
  const records = await inParallel(await store.idsOf(kind), read)
  return records.filter((record) => record !== null)
}
