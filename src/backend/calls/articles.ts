import { said } from '../../core/words/say.ts'
import { ClaimQuery } from '../../core/listing/queries.ts'
import type { ClaimRow } from '../../core/listing/rows.ts'
import { problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { asTheyAre, editRecord } from '../editing/edit-record.ts'
import { outletOf } from '../editing/source-family.ts'
import { dropEvidence } from '../../core/changes/drop-evidence.ts'
import { dropReferences } from '../../core/changes/drop-references.ts'
import { compareVersions } from '../versions/compare-versions.ts'
import { importArticle } from '../import/import-article.ts'
import { importFiles } from '../import/import-files.ts'
import { isRecognised } from '../versions/is-recognised.ts'
import { correctText } from '../versions/correct-text.ts'
import { encodingsOfOriginal, partsOfOriginal, readAgain } from '../import/read-again.ts'
import { shorten } from '../../core/records/shorten.ts'
import { versionOf } from '../versions/version-text.ts'
import { drawnPage, pagesOf } from '../pages/document-pages.ts'
import { sourceByName } from '../editing/sources-by-name.ts'

const list = base.articles.list.handler(({ context, input }) =>
  context.app.store.model.askNow('listArticles', input),
)

const get = base.articles.get.handler(async ({ context, input }) => {
  const { store } = context.app
  const article = await store.need('article', input.id)
  const outlet = await outletOf(store, article)
  return {
    article,
    outletName: outlet?.name ?? '',
    annotations: await store.annotationsOf(article.id),
    claims: await claimsInTextOrder(store, article.id),
  }
})

/** The claims made from an article, as their first passages stand in it. */
async function claimsInTextOrder(store: NotebookStore, article: Id<'article'>): Promise<ClaimRow[]> {
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
  const { result } = await store.commit(null, async (draft) => {
    const article = await draft.need('article', input.id)
    draft.label = said('history.changeArticle', { article: shorten(article.title) })
    const { outletName, ...fields } = input.fields ?? {}
    if (outletName === undefined)
      return editRecord({ store, draft }, 'article', { ...input, fields }, asTheyAre)
    const name = outletName.trim()
    const outlet = name === '' ? null : await sourceByName(store, draft, { name, kind: 'outlet' }, 'outlet')
    return editRecord({ store, draft }, 'article', { ...input, fields: { ...fields, outlet } }, asTheyAre)
  })
  return result
})

const remove = base.articles.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const article = await draft.need('article', input.id)
    draft.label = said('history.deleteArticle', { article: shorten(article.title) })
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
    for (const id of await store.model.ask('sourcesWithin', input.id))
      await dropReferences(draft, 'source', id, new Set([input.id]))
    await draft.remove('article', input.id)
    return { claims: claims.length }
  })
  return result
})

const importCall = base.articles.import.handler(({ context, input, signal }) =>
  importFiles(context.app, input, signal),
)

const formats = base.articles.formats.handler(async () => {
  const { importers } = await import('../../core/import/registry.ts')
  return importers.map(({ format, noun, extensions, mediaTypes, paste: pasted, options = [] }) => ({
    options: options.map(({ name, label, makes }) => ({ name, label, makes })),
    format,
    noun,
    extensions: [...extensions],
    mediaTypes: [...mediaTypes],
    paste: pasted?.label ?? null,
  }))
})

const paste = base.articles.paste.handler(async ({ context, input, signal }) => {
  const { importers } = await import('../../core/import/registry.ts')
  const { mediaType, content, title, url } = input
  const importer = importers.find((one) => one.paste && one.mediaTypes.includes(mediaType))
  if (!importer) throw problem('unsupported', 'cannotPaste', { mediaType })
  const { store, thread } = context.app
  return importArticle(
    { store, thread, signal },
    {
      bytes: new TextEncoder().encode(content),
      fileName: `Pasted text.${importer.extensions[0] ?? 'txt'}`,
      mediaType,
      given: { title: title === '' ? undefined : title, url },
    },
    input.versionOf,
  )
})

const again = base.articles.readAgain.handler(({ context: { app }, input, signal }) =>
  readAgain({ store: app.store, thread: app.thread, signal }, input.id, input),
)
const recognised = base.articles.recognised.handler(async ({ context: { app }, input }) =>
  isRecognised(app.store, await app.store.need('article', input.id)),
)

const encodingsCall = base.articles.encodings.handler(({ context: { app }, input }) =>
  encodingsOfOriginal(app, input.id),
)

const correct = base.articles.correct.handler(({ context: { app }, input, signal }) =>
  correctText({ store: app.store, thread: app.thread, signal }, input.id, input.version, input.corrections),
)

const parts = base.articles.parts.handler(({ context: { app }, input, signal }) =>
  partsOfOriginal({ store: app.store, thread: app.thread, signal }, input.id),
)

const pages = base.articles.pages.handler(async ({ context: { app }, input }) =>
  (await pagesOf({ store: app.store, thread: app.thread }, input.id, input.version)).map(
    ({ label, width, height, lines }) => ({ label, width, height, start: lines[0]?.start ?? null }),
  ),
)
const page = base.articles.page.handler(async ({ context: { app }, input, signal }) => {
  const { id, version, page: at, scale } = input
  const all = await pagesOf({ store: app.store, thread: app.thread }, id, version)
  const shown = all[at]
  if (!shown) throw problem('not-found', 'noSuchPage', { page: at + 1, count: all.length })
  const picture = await drawnPage({ store: app.store, thread: app.thread, signal }, id, version, at, scale)
  return { picture: `data:image/png;base64,${Buffer.from(picture).toString('base64')}`, lines: shown.lines }
})

export const articles = {
  list,
  get,
  text,
  compare,
  update,
  remove,
  formats,
  import: importCall,
  paste,
  readAgain: again,
  encodings: encodingsCall,
  recognised,
  correct,
  parts,
  pages,
  page,
}
