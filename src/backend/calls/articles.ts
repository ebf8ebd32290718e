import type { ImportEvent } from '../../contract/articles.ts'
import { ClaimQuery } from '../../core/listing/queries.ts'
import type { ClaimRow } from '../../core/listing/rows.ts'
import { checkSize } from '../../core/import/check-size.ts'
import { Problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import type { Source } from '../../core/records/source.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base, type Context } from '../base.ts'
import { editRecord } from '../editing/edit-record.ts'
import { dropEvidence } from '../drop-evidence.ts'
import { compareVersions } from '../compare-versions.ts'
import { importArticle } from '../import-article.ts'
import { shorten } from '../shorten.ts'
import { versionOf } from '../version-text.ts'
import { toReport } from '../problems.ts'
import { sourceByName } from '../sources-by-name.ts'

const list = base.articles.list.handler(({ context, input }) =>
  context.app.store.model.askNow('listArticles', input),
)

const get = base.articles.get.handler(async ({ context, input }) => {
  const { store } = context.app
  const article = await store.need('article', input.id)
  const outlet = article.outlet === null ? null : await standingSource(store, article.outlet)
  return {
    article,
    outletName: outlet?.name ?? '',
    annotations: await store.annotationsOf(article.id),
    claims: await claimsInTextOrder(store, article.id),
  }
})

/** The source that stands for this one after merges. */
async function standingSource(store: NotebookStore, id: Id): Promise<Source | null> {
  const seen = new Set<Id>()
  let source = await store.get('source', id)
  while (source?.mergedInto && !seen.has(source.id)) {
    seen.add(source.id)
    source = await store.get('source', source.mergedInto)
  }
  return source
}

/** The claims made from an article, as their first passages stand in it. */
async function claimsInTextOrder(store: NotebookStore, article: Id): Promise<ClaimRow[]> {
  const query = ClaimQuery.parse({ article, sort: 'statement', limit: 100_000 })
  const [{ rows }, places] = await Promise.all([
    store.model.askNow('listClaims', query),
    store.model.askNow('claimPlaces', article),
  ])
  const placeOf = ({ id }: ClaimRow): number => places.get(id) ?? Number.MAX_SAFE_INTEGER
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const text = base.articles.text.handler(async ({ context, input }) => {
  const { store } = context.app
  const article = await store.need('article', input.id)
  const version = versionOf(article, input.version === 'newest' ? article.versions.length : input.version)
  return { html: await store.content.text(version.text.sha256), version: version.n }
})

const compare = base.articles.compare.handler(({ context, input }) =>
  compareVersions(context.app, input.id, input.from, input.to),
)

const update = base.articles.update.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Change article', async (draft) => {
    const article = await draft.need('article', input.id)
    draft.label = `Change “${shorten(article.title)}”`
    const { outletName, ...fields } = input.fields ?? {}
    if (outletName === undefined) return editRecord({ store, draft }, 'article', { ...input, fields })
    const name = outletName.trim()
    const outlet = name === '' ? null : await sourceByName(store, draft, { name, kind: 'outlet' }, 'outlet')
    return editRecord({ store, draft }, 'article', { ...input, fields: { ...fields, outlet } })
  })
  return result
})

const remove = base.articles.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit('Delete article', async (draft) => {
    const article = await draft.need('article', input.id)
    draft.label = `Delete “${shorten(article.title)}”`
    const annotations = await store.annotationsOf(input.id)
    const gone = new Set(annotations.map(({ id }) => id))
    const claims = await store.model.ask('claimsResting', { article: input.id })
    await dropEvidence(
      draft,
      claims,
      (evidence) =>
        evidence.article === input.id || (evidence.annotation !== null && gone.has(evidence.annotation)),
    )
    for (const { id } of annotations) await draft.remove('annotation', id)
    // What repeated it repeats what it repeated itself.
    for (const id of await store.model.ask('articlesRepeating', input.id))
      await draft.patch('article', id, {
        derivedFrom: article.derivedFrom === id ? null : article.derivedFrom,
      })
    await draft.remove('article', input.id)
    return { claims: claims.length }
  })
  return result
})

async function* importFiles(
  context: Context,
  { files, versionOf: article }: { files: File[]; versionOf?: Id | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportEvent> {
  const counts = { imported: 0, existing: 0, failed: 0 }
  const { store, thread } = context.app
  for (const [done, file] of files.entries()) {
    if (signal?.aborted === true) return
    yield { type: 'reading', file: file.name, done, total: files.length }
    try {
      checkSize(file.name, file.size)
      const bytes = await bytesOf(file)
      const imported = await importArticle(
        { store, thread, signal },
        { bytes, fileName: file.name, mediaType: file.type },
        article,
      )
      counts[imported.existing ? 'existing' : 'imported'] += 1
      yield { type: 'imported', file: file.name, article: imported }
    } catch (error) {
      counts.failed += 1
      yield { type: 'failed', file: file.name, problem: toReport(error) }
    }
  }
  yield { type: 'done', ...counts }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new Problem(
      'unreadable',
      `“${file.name}” could not be read.`,
      'It may have been moved or deleted; choose it again.',
      { cause },
    )
  }
}

const importCall = base.articles.import.handler(({ context, input, signal }) =>
  importFiles(context, input, signal),
)

const pastedNames = {
  'text/plain': 'Pasted text.txt',
  'text/html': 'Pasted.html',
  'text/markdown': 'Pasted text.md',
} as const

const paste = base.articles.paste.handler(({ context, input, signal }) =>
  importArticle(
    { store: context.app.store, thread: context.app.thread, signal },
    {
      bytes: new TextEncoder().encode(input.content),
      fileName: pastedNames[input.mediaType],
      mediaType: input.mediaType,
      given: { title: input.title === '' ? undefined : input.title, url: input.url },
    },
    input.versionOf,
  ),
)

export const articles = { list, get, text, compare, update, remove, import: importCall, paste }
