import { computed, type ComputedRef } from 'vue'
import { dependsOn } from '../../../core/listing/depends-on.ts'
import type { SourceName } from '../../../core/listing/rows.ts'
import { backend } from '../backend.ts'
import { useAsked } from './queries.ts'

/** All sources by id, for chains that are shown in words; what was merged answers with the one that stands for it. */
export function useSourceNames(): ComputedRef<ReadonlyMap<string, SourceName>> {
  const { data } = useAsked(
    () => ['sources', 'names'],
    (signal) => backend.sources.names(undefined, { signal }),
    true,
    dependsOn.sourceNames,
  )
  return computed(
    () =>
      new Map(
        (data.value ?? []).flatMap((source) =>
          [source.id, ...source.absorbed].map((id): [string, SourceName] => [id, source]),
        ),
      ),
  )
}
