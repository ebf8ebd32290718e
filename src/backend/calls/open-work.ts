import { said, type Said } from '../../core/words/say.ts'
import type { Aside } from '../../contract/open-work.ts'
import { asId, type Id, type RecordId } from '../../core/records/base.ts'
import type { Dismissal } from '../../core/records/dismissal.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { titleOf } from '../../core/records/record.ts'
import { base } from '../base.ts'
import { openWorkOf } from '../statements/silent.ts'
import { shorten } from '../../core/records/shorten.ts'

const list = base.openWork.list.handler(async ({ context, input }) => {
  const found = await openWorkOf(context.app.store)
  return input.dismissed ? found : found.filter(({ dismissed }) => dismissed === null)
})

type WithDismissed = 'claim' | 'source' | 'article'

/** The record that keeps what is set aside, and what it is about: what is about a highlight is kept with its article. */
async function keeperOf(
  draft: Draft,
  { kind, id, about }: Aside,
): Promise<{ kind: WithDismissed; id: Id<WithDismissed>; about: RecordId | null }> {
  if (kind !== 'annotation') return { kind, id: asId(id), about }
  return { kind: 'article', id: (await draft.need('annotation', asId(id))).article, about: id }
}

async function changeAside(
  draft: Draft,
  aside: Aside,
  label: (title: string) => Said,
  change: (others: Dismissal[], about: RecordId | null) => Dismissal[],
): Promise<void> {
  const { kind, id, about } = await keeperOf(draft, aside)
  const record = await draft.need<WithDismissed>(kind, id)
  draft.label = label(shorten(titleOf<WithDismissed>(kind, record)))
  const others = record.dismissed.filter((one) => one.what !== aside.what || one.about !== about)
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
