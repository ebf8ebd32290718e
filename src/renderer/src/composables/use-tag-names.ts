import { computed, type ComputedRef } from 'vue'
import type { TagRow } from '../../../core/listing/rows.ts'
import { useTags } from './queries.ts'

/** Looks tags up by any id that a record may carry, merged ones included. */
export function useTagNames(): { all: ComputedRef<TagRow[]>; of: (ids: readonly string[]) => TagRow[] } {
  const { data } = useTags()
  const all = computed(() => data.value ?? [])
  const byId = computed(() => {
    const map = new Map<string, TagRow>()
    for (const tag of all.value) for (const id of [tag.id, ...tag.absorbed]) map.set(id, tag)
    return map
  })
  const of = (ids: readonly string[]): TagRow[] => [...new Set(ids.flatMap((id) => byId.value.get(id) ?? []))]
  return { all, of }
}

/** The colour of a tag, as a CSS value. */
export function tagColour(colour: TagRow['colour']): string {
  const cues: Record<TagRow['colour'], number> = {
    gold: 1,
    blue: 2,
    green: 3,
    red: 4,
    violet: 5,
    grey: 6,
    teal: 7,
    orange: 8,
  }
  return `var(--cue-${cues[colour]})`
}
