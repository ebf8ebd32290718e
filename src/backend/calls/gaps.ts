import type { Id } from '../../core/records/base.ts'
import type { Dismissal, Dismissible } from '../../core/records/dismissal.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { titleOf } from '../../core/records/title-of.ts'
import type { Article } from '../../core/records/article.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { Source } from '../../core/records/source.ts'
import { base } from '../base.ts'
import { shorten } from '../../core/records/shorten.ts'

const list = base.gaps.list.handler(async ({ context, input }) => {
  const found = await context.app.store.model.askNow('gaps')
  return input.dismissed ? found : found.filter(({ dismissed }) => dismissed === null)
})

interface Aside {
  kind: 'claim' | 'source' | 'article' | 'annotation'
  id: Id
  what: Dismissible
  about: Id | null
}

/** What is set aside about a highlight is kept with its article. */
async function changeAside(
  draft: Draft,
  { kind, id, what, about }: Aside,
  label: (title: string) => string,
  change: (others: Dismissal[], about: Id | null) => Dismissal[],
): Promise<void> {
  const isHighlight = kind === 'annotation'
  const [at, target, subject] = isHighlight
    ? (['article', (await draft.need('annotation', id)).article, id] as const)
    : ([kind, id, about] as const)
  const record: Claim | Source | Article = await draft.need(at, target)
  draft.label = label(shorten(titleOf(at, record)))
  const others = record.dismissed.filter((one) => one.what !== what || one.about !== subject)
  await draft.patch(at, target, { dismissed: change(others, subject) })
}

const dismiss = base.gaps.dismiss.handler(async ({ context, input }) => {
  const { reason, ...aside } = input
  await context.app.store.commit('Set aside', (draft) =>
    changeAside(
      draft,
      aside,
      (title) => `Set something about “${title}” aside`,
      (others, about) => [...others, { what: aside.what, about, reason, at: draft.at }],
    ),
  )
  return {}
})

const recall = base.gaps.recall.handler(async ({ context, input }) => {
  await context.app.store.commit('Offer again', (draft) =>
    changeAside(
      draft,
      input,
      (title) => `Offer something about “${title}” again`,
      (others) => others,
    ),
  )
  return {}
})

export const gaps = { list, dismiss, recall }
