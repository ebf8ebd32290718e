import type { Id } from '../../core/records/base.ts'
import { nameClusters, type NameCluster, type NamedSource } from '../../core/names/name-clusters.ts'
import type { SourceKind } from '../../core/records/source.ts'
import { fromColumn, type ModelDatabase } from './database.ts'

/** What a source in a cluster is called, and how much there is of it. */
export interface NamedRow {
  id: Id<'source'>
  name: string
  kind: SourceKind
  role: string
  affiliation: string
  aliases: string[]
  uses: number
}

export interface NamesAnswer {
  clusters: NameCluster[]
  sources: Record<string, NamedRow>
}

/** The spellings that are probably one; what was marked as not the same, also of merged ones, is left out. */
export function probableNames(db: ModelDatabase): NamesAnswer {
  const rows = db.all<Omit<NamedRow, 'aliases'> & { root: Id<'source'>; must_not_merge: string }>(
    `SELECT id, root, name, kind, role, affiliation, must_not_merge, asserts + relays + articles AS uses FROM source ORDER BY id`,
  )
  const aliases = Map.groupBy(
    db.all<{ source: Id<'source'>; name: string }>('SELECT source, name FROM source_name WHERE is_alias = 1'),
    ({ source }) => source,
  )
  const roots = new Map(rows.map(({ id, root }) => [id, root]))
  const families = [...Map.groupBy(rows, ({ root }) => root).values()]
  const named = families.flatMap((family): (NamedSource & NamedRow)[] => {
    const own = family.find(({ id, root }) => id === root)
    if (!own) return []
    const { id, name, kind, role, affiliation, uses } = own
    const spellings = family.flatMap((one) => [
      ...(one === own ? [] : [one.name]),
      ...(aliases.get(one.id) ?? []).map((alias) => alias.name),
    ])
    const mustNotMerge = family
      .flatMap((one) => fromColumn<Id<'source'>[]>(one.must_not_merge))
      .map((other) => roots.get(other) ?? other)
    return [{ id, name, kind, role, affiliation, uses, aliases: [...new Set(spellings)], mustNotMerge }]
  })
  const clusters = nameClusters(named)
  const inClusters = new Set(clusters.flatMap(({ sources }) => sources))
  return {
    clusters,
    sources: Object.fromEntries(
      named.flatMap(({ id, name, kind, role, affiliation, aliases: own, uses }) =>
        inClusters.has(id) ? [[id, { id, name, kind, role, affiliation, uses, aliases: [...own] }]] : [],
      ),
    ),
  }
}
