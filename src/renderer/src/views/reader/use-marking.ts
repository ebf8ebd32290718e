import type { Id } from '../../../../core/records/base.ts'
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenArticle } from '../../../../contract/articles.ts'
import type { Annotation, HighlightStyle } from '../../../../core/records/annotation.ts'
import { backend } from '../../backend.ts'
import { afterPaint } from '../../composables/after-paint.ts'
import { useRemember } from '../../composables/queries.ts'
import { useDialogs } from '../../stores/dialogs.ts'
import { useSending, type Send } from '../../composables/use-sending.ts'
import { useNotices } from '../../stores/notices.ts'
import { usePreferences } from '../../stores/preferences.ts'
import type { CardRequest } from './card-request.ts'
import type { ArticleTextApi } from './article-text.ts'

export type SideTab = 'statements' | 'highlights' | 'claims' | 'outline' | 'about'

export interface Marking {
  tab: Ref<SideTab>
  /** The highlight that is chosen. */
  active: Ref<Id<'annotation'> | null>
  /** The editor that is to be opened, and of which highlight. */
  request: Ref<{ id: Id<'annotation'>; what: CardRequest } | null>
  /** The claim that was just made, whose statement is being written. */
  newClaim: Ref<Id<'claim'> | null>
  /** Whether an editor is on its way: what is typed on must not delete or tag something. */
  isWaiting: () => boolean
  editorIsThere: () => void
  mark: (style: HighlightStyle) => Promise<void>
  makeClaim: (from?: Id<'annotation'>) => Promise<void>
  /** Opens the editor of a note, of tags, or for linking it to a claim, in the card of the highlight. */
  ask: (what: NonNullable<CardRequest>) => Promise<void>
  /** Takes what is proposed for highlights as their places; a selection is taken for the chosen one. */
  accept: (ids?: readonly Id<'annotation'>[]) => Promise<void>
  detach: (id: Id<'annotation'>) => Promise<void>
  remove: (id: Id<'annotation'>) => Promise<void>
}

const longestWait = 1_500

/** What can be done with the selected passage, or else with the chosen highlight. */
export function useMarking(
  article: () => Id<'article'>,
  open: ComputedRef<OpenArticle | undefined>,
  text: () => ArticleTextApi | null,
  disabled: () => boolean,
): Marking {
  const { t } = useI18n()
  const dialogs = useDialogs()
  const notices = useNotices()
  const sending = useSending()
  const preferences = usePreferences()
  const remember = useRemember()
  const tab = ref<SideTab>('statements')
  const active = ref<Id<'annotation'> | null>(null)
  const request = ref<{ id: Id<'annotation'>; what: CardRequest } | null>(null)
  const newClaim = ref<Id<'claim'> | null>(null)
  const found = (id: Id<'annotation'> | null): Annotation | undefined =>
    id === null ? undefined : byId.value.get(id)
  const byId = computed(
    () => new Map((open.value?.annotations ?? []).map((annotation) => [annotation.id, annotation])),
  )

  let waitingUntil = 0
  const waitForEditor = (): void => void (waitingUntil = performance.now() + longestWait)
  const editorIsThere = (): void => void (waitingUntil = 0)
  const isWaiting = (): boolean => performance.now() < waitingUntil

  /** One at a time: a key that is held down or pressed twice marks once. */
  let isMarking = false

  /** @returns the new highlight */
  async function markSelection(style: HighlightStyle, claim?: string): Promise<Annotation | undefined> {
    const passage = text()?.currentPassage()
    if (!passage || isMarking) return undefined
    isMarking = true
    // Seen at once; that it is durable is for the status bar to say.
    const paint = preferences.paintBy === 'tag' ? 'grey' : style
    text()?.paintAhead({ id: 'ahead', start: passage.start, end: passage.end, paint })
    const more = claim === undefined ? {} : { claim }
    const creating = notices.attempt(() =>
      backend.annotations.create({ article: article(), ...passage, style, ...more }),
    )
    // The lists of a long article take longer than the answer: the paint does not wait for them.
    const [made] = await Promise.all([creating, afterPaint()])
    isMarking = false
    text()?.paintAhead(null)
    if (!made) return undefined
    remember<OpenArticle>(['articles', article()], (shown) => ({
      ...shown,
      annotations: [...shown.annotations.filter(({ id }) => id !== made.annotation.id), made.annotation],
    }))
    // The reader may have selected something else in the meantime.
    const current = text()?.currentPassage()
    if (current?.start === passage.start && current.end === passage.end) text()?.collapseSelection()
    active.value = made.annotation.id
    if (made.claim) showNewClaim(made.claim.id)
    else tab.value = 'highlights'
    return made.annotation
  }

  function showNewClaim(id: Id<'claim'>): void {
    newClaim.value = id
    tab.value = 'claims'
  }

  /** Sends an edit of a highlight as it is shown. */
  async function send<R>(id: Id<'annotation'>, make: Send<R>): Promise<R | undefined> {
    const shown = found(id)
    return shown && sending(shown.modified, make)
  }

  /** Marks the selection; without one, the chosen highlight gets the style. */
  async function mark(style: HighlightStyle): Promise<void> {
    if (disabled()) return
    const id = active.value
    if (text()?.currentPassage()) await markSelection(style)
    else if (id !== null)
      await send(id, (modified) => backend.annotations.update({ id, modified, fields: { style } }))
  }

  /** @param from a highlight; without it the selection, else the chosen highlight */
  async function makeClaim(from?: Id<'annotation'>): Promise<void> {
    if (disabled()) return
    waitForEditor()
    if (from === undefined && text()?.currentPassage()) {
      await markSelection('yellow', '')
      return
    }
    const annotation = found(from ?? active.value)
    const claim =
      annotation &&
      (await notices.attempt(() =>
        backend.claims.create({
          statement: annotation.exact.replace(/\s+/g, ' '),
          annotation: annotation.id,
        }),
      ))
    if (claim) showNewClaim(claim.id)
    else editorIsThere()
  }

  async function ask(what: NonNullable<CardRequest>): Promise<void> {
    if (disabled()) return
    waitForEditor()
    const id = text()?.currentPassage() ? (await markSelection('yellow'))?.id : active.value
    if (id == null) {
      editorIsThere()
      return
    }
    tab.value = 'highlights'
    request.value = { id, what }
  }

  async function accept(ids?: readonly Id<'annotation'>[]): Promise<void> {
    if (disabled()) return
    const id = active.value
    const passage = text()?.currentPassage()
    const isWaitingForPlace = ['review', 'orphan'].includes(found(id)?.state ?? '')
    if (ids === undefined && passage && id !== null) {
      // What has its place is moved by its borders, not by a key that is pressed in passing.
      if (!isWaitingForPlace) return
      const placed = await send(id, (modified) => backend.annotations.place({ id, modified, ...passage }))
      if (placed) text()?.collapseSelection()
      return
    }
    const wanted = ids ?? (id === null ? [] : [id])
    if (wanted.length === 0) return
    const answer = await notices.attempt(() => backend.annotations.accept({ ids: [...wanted] }))
    if (answer && answer.accepted > 0)
      notices.done(t('reader.accepted', { count: answer.accepted }, answer.accepted))
  }

  async function detach(id: Id<'annotation'>): Promise<void> {
    if (disabled() || byId.value.get(id)?.state !== 'review') return
    if (await send(id, (modified) => backend.annotations.detach({ id, modified })))
      notices.done(t('reader.detached'), { canUndo: true })
  }

  async function remove(id: Id<'annotation'>): Promise<void> {
    if (disabled()) return
    const about = await notices.attempt(() => backend.annotations.about({ id }))
    if (!about) return
    const resting = about.claims.length
    const question = {
      title: t('reader.deleteTitle'),
      message: t('reader.deleteWith', { count: resting }, resting),
      confirm: t('app.delete'),
    }
    if (resting > 0 && !(await dialogs.confirm(question))) return
    if (!(await notices.attempt(() => backend.annotations.remove({ id })))) return
    if (active.value === id) active.value = null
    notices.done(t('reader.deleted'), { canUndo: true })
  }

  return {
    tab,
    active,
    request,
    newClaim,
    isWaiting,
    editorIsThere,
    mark,
    makeClaim,
    ask,
    accept,
    detach,
    remove,
  }
}
