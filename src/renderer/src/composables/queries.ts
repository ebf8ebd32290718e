import { useQuery, useQueryCache, type EntryKey, type UseQueryReturn } from '@pinia/colada'
import { onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue'
import type { AppState } from '../../../contract/notebooks.ts'
import type { ChangeEvent } from '../../../contract/shared.ts'
import type { TagRow } from '../../../core/listing/rows.ts'
import { backend } from '../backend.ts'

const stateKey = ['state']
/** Texts of record never change; all else is asked again after a Change. */
const lasting = 'text'
const listenAgainAfter = 1_000

export const useAppState = (): UseQueryReturn<AppState> =>
  useQuery({ key: stateKey, query: () => backend.notebooks.state(), staleTime: Infinity })

/** A list or record of the open notebook, kept current by the stream of changes. */
export function useAsked<T>(
  key: () => EntryKey,
  ask: (signal: AbortSignal) => Promise<T>,
  enabled: MaybeRefOrGetter<boolean> = true,
): UseQueryReturn<T> {
  const { data: state } = useAppState()
  return useQuery({
    key: () => [state.value?.notebook?.id ?? 'none', ...key()],
    query: ({ signal }) => ask(signal),
    staleTime: Infinity,
    enabled: () => toValue(enabled) && state.value?.notebook != null,
    placeholderData: (previous: T | undefined) => previous,
  })
}

export const useTags = (): UseQueryReturn<TagRow[]> =>
  useAsked(
    () => ['tags'],
    (signal) => backend.tags.list(undefined, { signal }),
  )

/** Listens to the backend as long as the window lives, and asks again for what a Change may have touched. */
export function useChangeStream(onEvent: (event: ChangeEvent) => void): void {
  const cache = useQueryCache()
  const controller = new AbortController()
  onScopeDispose(() => controller.abort())

  const refresh = async (): Promise<void> => {
    await cache.invalidateQueries({ key: stateKey, exact: true })
    const isOpen = cache.getQueryData<AppState>(stateKey)?.notebook != null
    if (isOpen)
      await cache.invalidateQueries({ predicate: ({ key }) => key[0] !== stateKey[0] && key[1] !== lasting })
  }
  // What cannot be asked again shows its error where it is shown.
  const refreshQuietly = (): void => void refresh().catch(() => undefined)

  const listen = async (): Promise<void> => {
    for await (const event of await backend.changes(undefined, { signal: controller.signal })) {
      if (event.type === 'changed' || event.type === 'switched') refreshQuietly()
      onEvent(event)
    }
  }
  const keepListening = async (): Promise<void> => {
    let wasLost = false
    while (!controller.signal.aborted) {
      if (wasLost) refreshQuietly()
      // The program was stopped, or the machine slept: what is asked next says so; listen again in a moment.
      await listen().catch(() => undefined)
      wasLost = true
      await new Promise((resolve) => setTimeout(resolve, listenAgainAfter))
    }
  }
  void keepListening()
}
