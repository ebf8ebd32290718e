import { useQuery, useQueryCache, type EntryKey } from '@pinia/colada'
import { onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue'
import type { ChangeEvent } from '../../../contract/shared.ts'
import { backend } from '../backend.ts'

/** Texts of record never change; all else is asked again after a Change. */
const lasting = 'text'

export const useAppState = () =>
  useQuery({ key: ['state'], query: () => backend.notebooks.state(), staleTime: Infinity })

export const useTags = () =>
  useQuery({ key: ['tags'], query: () => backend.tags.list(), staleTime: Infinity })

/** A list or record of the backend, kept current by the stream of changes. */
export function useAsked<T>(
  key: () => EntryKey,
  ask: (signal: AbortSignal) => Promise<T>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    key,
    query: ({ signal }) => ask(signal),
    staleTime: Infinity,
    enabled: () => toValue(enabled),
    placeholderData: (previous: T | undefined) => previous,
  })
}

/** Listens to the backend as long as the window lives, and asks again for what a Change may have touched. */
export function useChangeStream(onEvent: (event: ChangeEvent) => void): void {
  const cache = useQueryCache()
  const controller = new AbortController()
  onScopeDispose(() => controller.abort())
  const refresh = (): Promise<unknown> =>
    cache.invalidateQueries({ predicate: (entry) => entry.key[0] !== lasting })

  const listen = async (): Promise<void> => {
    for await (const event of await backend.changes(undefined, { signal: controller.signal })) {
      if (event.type === 'changed' || event.type === 'switched') void refresh()
      onEvent(event)
    }
  }
  const keepListening = async (): Promise<void> => {
    let wasLost = false
    while (!controller.signal.aborted) {
      try {
        if (wasLost) void refresh()
        await listen()
      } catch {
        // The program was stopped or sleeps; what is asked next will say so. Listen again in a moment.
      }
      wasLost = true
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
  void keepListening()
}
