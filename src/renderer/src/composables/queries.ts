import { useQuery, useQueryCache, type EntryKey, type UseQueryReturn } from '@pinia/colada'
import { useThrottleFn } from '@vueuse/core'
import {
  computed,
  nextTick,
  onScopeDispose,
  ref,
  toValue,
  type ComputedRef,
  type MaybeRefOrGetter,
} from 'vue'
import type { OpenArticle } from '../../../contract/articles.ts'
import type { AppState } from '../../../contract/notebooks.ts'
import type { ChangeEvent, Indexing } from '../../../contract/shared.ts'
import type { Annotation } from '../../../core/records/annotation.ts'
import { dependsOn, everything } from '../../../core/listing/depends-on.ts'
import type { TagRow } from '../../../core/listing/rows.ts'
import { asId } from '../../../core/records/base.ts'
import { isTouched, type Depends, type Touched } from '../../../core/listing/touched.ts'
import { backend } from '../backend.ts'
import { afterPaint } from './after-paint.ts'

type Changed = Extract<ChangeEvent, { type: 'changed' }>

const stateKey = ['state']
/** Texts of record never change; all else is asked again after a Change. */
const lasting = 'text'
const listenAgainAfter = 1_000
/** Changes that come close together (an import) are answered by one refresh, in milliseconds. */
const refreshAfter = 250

export const useAppState = (): UseQueryReturn<AppState> =>
  useQuery({ key: stateKey, query: () => backend.notebooks.state(), staleTime: Infinity })

/** Whether the open notebook can only be read; so long as that is not known, it is. */
export function useReadOnly(): ComputedRef<boolean> {
  const { data: state } = useAppState()
  return computed(() => state.value?.notebook?.readOnly !== null)
}

declare module '@pinia/colada' {
  interface TypesConfig {
    queryMeta: {
      /** What the answer is made of; without it, of everything. */
      depends?: Depends
    }
  }
}

/**
 * A list or record of the open notebook, kept current by the stream of changes.
 * @param depends what the answer is made of: it is asked again when that changed
 */
export function useAsked<T>(
  key: () => EntryKey,
  ask: (signal: AbortSignal) => Promise<T>,
  enabled: MaybeRefOrGetter<boolean> = true,
  depends: MaybeRefOrGetter<Depends> = everything,
): UseQueryReturn<T> {
  const { data: state } = useAppState()
  return useQuery({
    key: () => [state.value?.notebook?.id ?? 'none', ...key()],
    query: ({ signal }) => {
      askedAt.set(JSON.stringify(key()), performance.now())
      return ask(signal)
    },
    staleTime: Infinity,
    enabled: () => toValue(enabled) && state.value?.notebook != null,
    placeholderData: (previous: T | undefined) => previous,
    // By the key: what an answer about one record is made of is that of this record.
    meta: () => ({ depends: toValue(depends) }),
  })
}

/** When something was asked last, by its key, and when it was heard last that a record was touched. */
const askedAt = new Map<string, number>()
const touchedAt = new Map<string, number>()

/**
 * Whether what is on its way has an edit in it: its Change was heard of after it was sent, and only then was it asked.
 * @param edit the record, and when the edit was sent
 */
function hasEdit(key: EntryKey, edit: { id: string; sent: number } | undefined): boolean {
  if (!edit) return false
  const heard = touchedAt.get(edit.id)
  return heard !== undefined && heard >= edit.sent && (askedAt.get(JSON.stringify(key)) ?? 0) >= heard
}

/**
 * Puts what an edit answered where `useAsked` shows it, ahead of the next answer of the backend. What was asked before that and
 * is still on its way may be older: it would bring the old state back, and the next edit would be made from that. So it is not
 * waited for, but asked again.
 */
export function useRemember(): <T>(
  key: EntryKey,
  change: (shown: T) => T,
  edit?: { id: string; sent: number },
) => void {
  const cache = useQueryCache()
  const { data: state } = useAppState()
  return <T>(key: EntryKey, change: (shown: T) => T, edit?: { id: string; sent: number }) => {
    const full = [state.value?.notebook?.id ?? 'none', ...key]
    const shown = cache.getQueryData<T>(full)
    if (shown === undefined) return
    const [entry] = cache.getEntries({ key: full, exact: true })
    const isOnItsWay = entry?.pending != null && !hasEdit(key, edit)
    if (isOnItsWay) cache.cancelQueries({ key: full, exact: true })
    cache.setQueryData(full, change(shown))
    if (isOnItsWay) void cache.invalidateQueries({ key: full, exact: true }).catch(() => undefined)
  }
}

export const useTags = (): UseQueryReturn<TagRow[]> =>
  useAsked(
    () => ['tags'],
    (signal) => backend.tags.list(undefined, { signal }),
    true,
    dependsOn.tags,
  )

/** Whether the program answers: without it, what is shown may be less than there is, and nothing is saved. */
export const isReached = ref(true)
/** How long it may be silent before that is told, in milliseconds. */
const unreachedAfter = 1_500

/** Listens to the backend as long as the window lives, and asks again for what a Change may have touched. */
export function useChangeStream(onEvent: (event: ChangeEvent) => void): void {
  const cache = useQueryCache()
  const remember = useRemember()
  const controller = new AbortController()
  onScopeDispose(() => controller.abort())
  /** What was touched since things were asked again; null for everything. */
  let touched: Touched[] | null = []
  /** What of it was taken in where it is shown already, by the article: of that it need not be asked for. */
  let takenIn = new Map<unknown, Set<Touched>>()

  const refresh = async (): Promise<void> => {
    const [since, taken] = [touched, takenIn]
    touched = []
    takenIn = new Map()
    if (since === null) await cache.invalidateQueries({ key: stateKey, exact: true })
    const isOpen = cache.getQueryData<AppState>(stateKey)?.notebook != null
    if (!isOpen || since?.length === 0) return
    // What came or went: who shows it as a part is asked first, and may take it away with what asks for it.
    const cameOrWent = new Set((since ?? []).flatMap(({ id, fields }) => (fields[0] === '*' ? [id] : [])))
    const isOfSuch = (key: EntryKey): boolean =>
      key.some((part) => typeof part === 'string' && cameOrWent.has(asId(part)))
    const askAgain = (ofSuch: boolean): Promise<unknown> =>
      cache.invalidateQueries({
        predicate: ({ key, meta }) =>
          key[0] !== stateKey[0] &&
          key[1] !== lasting &&
          isOfSuch(key) === ofSuch &&
          (since === null ||
            isTouched(
              meta.depends ?? everything,
              key[1] === 'articles' ? newsFor(key[2], since, taken) : since,
            )),
      })
    await askAgain(false)
    if (cameOrWent.size === 0) return
    await nextTick()
    await askAgain(true)
  }
  // The first change is answered at once, those that come close behind it together. What cannot be asked again shows its
  // error where it is shown.
  const refreshSoon = useThrottleFn(() => void refresh().catch(() => undefined), refreshAfter, true, true)

  const noteChange = (event: Changed): void => {
    const state = cache.getQueryData<AppState>(stateKey)
    if (state?.notebook)
      cache.setQueryData(stateKey, { ...state, notebook: { ...state.notebook, ...event.now } })
    for (const { id } of event.records ?? []) touchedAt.set(id, performance.now())
    touched = touched === null || event.records === null ? null : [...touched, ...event.records]
    if (takeIn(event)) noteTakenIn(event)
  }
  /** Highlights come with the event itself: a long article is not asked for again with every one. */
  const takeIn = (event: Changed): boolean => {
    if (event.annotations === undefined) return false
    const { article, put, removed } = event.annotations
    let isMoved = false
    remember<OpenArticle>(['articles', article], (shown) => {
      // What this window did itself it shows already.
      const known = new Map(put.map(({ id, modified }) => [id, modified]))
      const isShown = (one: Annotation): boolean => known.get(one.id) === one.modified
      if (removed.length === 0 && shown.annotations.filter(isShown).length === put.length) return shown
      // The claims of the article stand in the order of their passages.
      const starts = new Map(shown.annotations.map(({ id, start }) => [id, start]))
      isMoved = put.some(({ id, start }) => (starts.get(id) ?? start) !== start)
      const gone = new Set([...removed, ...put.map(({ id }) => id)])
      return { ...shown, annotations: [...shown.annotations.filter(({ id }) => !gone.has(id)), ...put] }
    })
    return !isMoved
  }
  const noteTakenIn = ({ annotations, records }: Changed): void => {
    const known = takenIn.get(annotations?.article) ?? new Set<Touched>()
    for (const one of records ?? []) known.add(one)
    takenIn.set(annotations?.article, known)
  }
  const noteIndexing = ({ done, total, isPaused }: Indexing): void => {
    const state = cache.getQueryData<AppState>(stateKey)
    if (!state?.notebook) return
    const isFirst = state.notebook.indexing === null
    cache.setQueryData(stateKey, {
      ...state,
      notebook: { ...state.notebook, indexing: { done, total, isPaused } },
    })
    // The index is made anew, and what is shown may be less than there is.
    if (isFirst) touched = null
  }
  /** Whether nobody listened for a while, so that something may have been missed. */
  let hasMissed = false
  const listen = async (): Promise<void> => {
    for await (const event of await backend.changes(undefined, { signal: controller.signal })) {
      // What was missed while nobody listened is asked for.
      const isNews =
        event.type === 'switched' ||
        event.type === 'indexed' ||
        event.type === 'health' ||
        (event.type === 'ready' && hasMissed)
      // What was done in this window it shows already: to take it in is not to hold that up.
      if (event.type === 'changed') await afterPaint()
      if (event.type === 'changed') noteChange(event)
      else if (event.type === 'indexing') noteIndexing(event)
      else if (isNews) touched = null
      if (event.type === 'changed' || isNews) void refreshSoon()
      hasMissed = false
      clearTimeout(patience)
      patience = undefined
      isReached.value = true
      onEvent(event)
    }
  }
  let patience: ReturnType<typeof setTimeout> | undefined
  const keepListening = async (): Promise<void> => {
    while (!controller.signal.aborted) {
      // The program was stopped, or the machine slept: what is asked next says so; listen again in a moment.
      await listen().catch(() => undefined)
      hasMissed = true
      // A moment without an answer is none that anybody needs to be told of.
      patience ??= setTimeout(() => (isReached.value = false), unreachedAfter)
      await new Promise((resolve) => setTimeout(resolve, listenAgainAfter))
    }
  }
  void keepListening()
}

/** What was touched, without what the page of an article has taken in. */
const newsFor = (
  article: unknown,
  since: readonly Touched[],
  taken: ReadonlyMap<unknown, ReadonlySet<Touched>>,
): readonly Touched[] => since.filter((one) => taken.get(article)?.has(one) !== true)
