import type { Id } from '../../../../core/records/base.ts'
import { useDebounceFn, useLocalStorage } from '@vueuse/core'

/** So many articles are remembered; the ones that were read longest ago are forgotten. */
const most = 500
/** A pause in scrolling, in milliseconds. */
const pause = 400

export interface ReadingPosition {
  of: (article: Id<'article'>) => number
  note: (article: Id<'article'>, offset: () => number) => void
}

/** Where one was in each article; kept on this machine, not in the notebook. */
export function usePosition(): ReadingPosition {
  const places = useLocalStorage<Record<string, number>>('ascribe.reading-positions', {}, { deep: false })
  const keep = useDebounceFn((article: Id<'article'>, offset: () => number) => {
    const others = Object.entries(places.value).filter(([id]) => id !== article)
    const at = offset()
    places.value = Object.fromEntries([...others, ...(at > 0 ? [[article, at]] : [])].slice(-most))
  }, pause)
  return {
    of: (article) => places.value[article] ?? 0,
    note: (article, offset) => void keep(article, offset),
  }
}
