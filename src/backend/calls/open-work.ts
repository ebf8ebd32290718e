import { said, type Said } from '../../core/words/say.ts'
import type { Aside } from '../../contract/open-work.ts'
import { asId, type Id, type RecordId } from '../../core/records/base.ts'
import type { Dismissal } from '../../core/records/dismissal.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { titleOf } from '../../core/records/record.ts'
import { base } from '../base.ts'
import { shorten } from '../../core/records/shorten.ts'

const list = base.openWork.list.handler(async ({ context, input }) => {
  const found = await context.app.store.model.askNow('openWork')
  return input.dismissed ? found : found.filter(({ dismissed }) => dismissed === null)
})

/** What is set aside about a highlight is kept with its article. */
async function changeAside(
  draft: Draft,
  aside: Aside,
  label: (title: string) => Said,
  change: (others: Dismissal[], about: RecordId | null) => Dismissal[],
): Promise<void> {
  const { kind, id, what, about } = aside
  if (kind === 'annotation') {
    const { article } = await draft.need('annotation', asId(id))
    return changeDismissed(draft, 'article', article, { what, about: id }, label, change)
  }
  return changeDismissed(draft, kind, asId(id), { what, about }, label, change)
}

type WithDismissed = 'claim' | 'source' | 'article'

async function changeDismissed(
  draft: Draft,
  kind: WithDismissed,
  id: Id<WithDismissed>,
  { what, about }: Pick<Aside, 'what' | 'about'>,
  label: (title: string) => Said,
  change: (others: Dismissal[], about: RecordId | null) => Dismissal[],
): Promise<void> {
  const record = await draft.need<WithDismissed>(kind, id)
  draft.label = label(shorten(titleOf<WithDismissed>(kind, record)))
  const others = record.dismissed.filter((one) => one.what !== what || one.about !== about)
  await draft.patch<WithDismissed>(kind, id, { dismissed: change(others, about) })
}

const dismiss = base.openWork.dismiss.handler(async ({ context, input }) => {
  const { reason, ...aside } = input
  await context.app.store.commit(null, (draft) =>
    changeAside(
      draft,
      aside,
      (title) => said('history.setAside', { title }),
      (others, about) => [...others, { what: aside.what, about, reason, at: draft.at }],
    ),
  )
  return {}
})

const recall = base.openWork.recall.handler(async ({ context, input }) => {
  await context.app.store.commit(null, (draft) =>
    changeAside(
      draft,
      input,
      (title) => said('history.offerAgain', { title }),
      (others) => others,
    ),
  )
  return {}
})

export const openWork = { list, dismiss, recall }
