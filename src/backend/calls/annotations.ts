import { said } from '../../core/words/say.ts'
import { describe } from '../../core/anchoring/describe.ts'
import { findQuote } from '../../core/anchoring/quote.ts'
import type { Span } from '../../core/anchoring/span.ts'
import { tagsOf } from '../../core/import/make-article.ts'
import { problem } from '../../core/problem.ts'
import { makeAnnotation, type Annotation, type HighlightStyle } from '../../core/records/annotation.ts'
import { currentVersion } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import type { Claim } from '../../core/records/claim.ts'
import { placedAt, type VersionText } from '../../core/versions/carry-over.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { base } from '../base.ts'
import { beginReading } from '../editing/begin-reading.ts'
import { asTheyAre, editRecord, mustBeAsSeen } from '../editing/edit-record.ts'
import { restingClaims } from '../editing/resting-claims.ts'
import { newClaim } from '../editing/edit-claims.ts'
import { saidAlready } from '../editing/said-already.ts'
import { dropEvidence } from '../../core/changes/drop-evidence.ts'
import { knownNames } from '../import/import-article.ts'
import { shorten } from '../../core/records/shorten.ts'
import { pageOfVersion, textOfVersion } from '../versions/version-text.ts'

interface More {
  style: HighlightStyle
  note: string
  tags: Id<'tag'>[]
  tagNames: string[]
  claim?: string | undefined
}

const list = base.annotations.list.handler(({ context, input }) =>
  context.app.store.model.askNow('listAnnotations', input),
)

const create = base.annotations.create.handler(async ({ context, input }) => {
  const { store } = context.app
  const { text, n } = await currentText(store, input.article)
  mustFit(text, input)
  return annotate(store, input.article, n, text, input, input)
})

/** @throws Problem `bad-input` when other words stand at the offsets than the window saw there */
function mustFit(text: string, { start, end, exact }: Span & { exact: string }): void {
  if (start < end && end <= text.length && text.slice(start, end) === exact) return
  throw problem('bad-input', 'selectionDoesNotFit', {})
}

const createByQuote = base.annotations.createByQuote.handler(async ({ context, input }) => {
  const { store } = context.app
  const { text, n } = await currentText(store, input.article)
  const span = chooseSpan(findQuote(text, input.quote), input.quote, input.occurrence)
  return annotate(store, input.article, n, text, span, input)
})

/** @throws Problem `quote-not-found`, `quote-ambiguous` */
function chooseSpan(spans: readonly Span[], quote: string, occurrence: number | undefined): Span {
  const [only] = spans
  const shown = `“${shorten(quote)}”`
  if (only === undefined) {
    throw problem('quote-not-found', 'quoteNotThere', { quote: shown })
  }
  if (occurrence === undefined) {
    if (spans.length === 1) return only
    throw problem('quote-ambiguous', 'quoteSeveralTimes', { quote: shown, count: spans.length })
  }
  const chosen = spans[occurrence - 1]
  if (chosen) return chosen
  throw problem('quote-not-found', 'quoteFewerTimes', { quote: shown, count: spans.length })
}

async function currentText(store: NotebookStore, id: Id<'article'>): Promise<VersionText> {
  const article = await store.need('article', id)
  const { n } = currentVersion(article)
  return { n, text: await textOfVersion(store, article, n) }
}

async function annotate(
  store: NotebookStore,
  article: Id<'article'>,
  version: number,
  text: string,
  { start, end }: Span,
  more: More,
): Promise<{ annotation: Annotation; claim?: Claim }> {
  const place = describe(text, start, end)
  const page = await pageOfVersion(store, await store.need('article', article), version, place.start)
  const words = shorten(place.exact)
  const label =
    more.claim === undefined ? said('history.highlight', { words }) : said('history.makeClaimFrom', { words })
  const { result } = await store.commit(label, async (draft) => {
    const named = await tagsOf(draft, more.tagNames, knownNames(store))
    const tags = [...new Set([...more.tags, ...named])]
    const annotation = await draft.put(
      'annotation',
      makeAnnotation(
        { article, version, ...place },
        { style: more.style, note: more.note, tags, page },
        draft.at,
      ),
    )
    await beginReading(draft, article)
    if (more.claim === undefined) return { annotation }
    const statement = more.claim === '' ? place.exact.replace(/\s+/g, ' ') : more.claim
    const claim = await newClaim({ store, draft }, statement, { annotation: annotation.id })
    return { annotation, claim }
  })
  return result
}

const about = base.annotations.about.handler(async ({ context, input }) => {
  const { store } = context.app
  const annotation = await store.get('annotation', input.id)
  // Of one that was taken back this moment nothing is known any more: whoever asks has not heard of it yet.
  if (!annotation) return { claims: [], already: [] }
  const claims = await restingClaims(store, annotation)
  return { claims, already: claims.length > 0 ? [] : await saidAlready(store, annotation.exact) }
})

const update = base.annotations.update.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const annotation = await draft.need('annotation', input.id)
    draft.label = said('history.changeHighlight', { words: shorten(annotation.exact) })
    return editRecord({ store, draft }, 'annotation', input, asTheyAre)
  })
  return result
})

const accept = base.annotations.accept.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(said('history.acceptPlaces'), async (draft) => {
    let accepted = 0
    for (const id of input.ids) {
      const annotation = await draft.need('annotation', id)
      const { proposal } = annotation
      if (proposal === null) continue
      const text = await textOfVersion(
        store,
        await draft.need('article', annotation.article),
        proposal.version,
      )
      const version = { n: proposal.version, text }
      await draft.patch(
        'annotation',
        id,
        placedAt(annotation, version, proposal.start, proposal.end, 'moved'),
      )
      accepted += 1
    }
    return { accepted }
  })
  return result
})

const place = base.annotations.place.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const annotation = await draft.need('annotation', input.id)
    const version = await currentText(store, annotation.article)
    mustFit(version.text, input)
    await mustBeAsSeen(store, 'annotation', annotation, input.modified, { exact: input.exact })
    draft.label = said('history.moveHighlight', { words: shorten(annotation.exact) })
    return draft.patch('annotation', input.id, placedAt(annotation, version, input.start, input.end, 'exact'))
  })
  return result
})

const detach = base.annotations.detach.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const annotation = await draft.need('annotation', input.id)
    await mustBeAsSeen(store, 'annotation', annotation, input.modified, { state: 'orphan' })
    draft.label = said('history.detachHighlight', { words: shorten(annotation.exact) })
    return draft.patch('annotation', input.id, { state: 'orphan', proposal: null })
  })
  return result
})

const remove = base.annotations.remove.handler(async ({ context, input }) => {
  const { store } = context.app
  const { result } = await store.commit(null, async (draft) => {
    const annotation = await draft.need('annotation', input.id)
    draft.label = said('history.deleteHighlight', { words: shorten(annotation.exact) })
    const claims = await store.model.ask('claimsResting', { annotation: input.id })
    await dropEvidence(draft, claims, (evidence) => evidence.annotation === input.id)
    await draft.remove('annotation', input.id)
    return { claims: claims.length }
  })
  return result
})

export const annotations = { list, about, create, createByQuote, update, accept, place, detach, remove }
