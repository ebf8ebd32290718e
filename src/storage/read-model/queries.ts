import { originsOf } from './corroboration.ts'
import type { ModelDatabase } from './database.ts'
import { facets } from './facets.ts'
import { nextRedo, nextUndo, stepLabels } from './index-change.ts'
import {
  articleWithAddress,
  articleWithOriginal,
  isContentUsed,
  listAnnotations,
  listArticles,
} from './list-articles.ts'
import {
  claimPlaces,
  claimsMergedInto,
  claimsPointingAt,
  claimsResting,
  listClaims,
  passagesOf,
  statementsOf,
} from './list-claims.ts'
import {
  changesOf,
  lastChangesOf,
  listHistory,
  listTrash,
  placeOfChange,
  placeOfDeletion,
  trashed,
  trashedWith,
} from './list-history.ts'
import { listSources, mentionsOf, sourceNamed, sourceNames, usesOfSource } from './list-sources.ts'
import { listTags, recordsTagged, tagNamed } from './list-tags.ts'
import { documentStats, idsOf, overview, recordsInDocument, whereIs } from './overview.ts'
import { search } from './search.ts'

/** Everything that can be asked of the read model, by name: questions cross a thread. */
export const queries = {
  ...{ listArticles, listAnnotations, articleWithOriginal, articleWithAddress, isContentUsed },
  ...{
    listClaims,
    claimsResting,
    claimsPointingAt,
    claimsMergedInto,
    claimPlaces,
    passagesOf,
    statementsOf,
    originsOf,
  },
  ...{ listSources, sourceNamed, sourceNames, mentionsOf, usesOfSource },
  ...{ listTags, tagNamed, recordsTagged },
  ...{
    listHistory,
    listTrash,
    trashed,
    trashedWith,
    placeOfChange,
    placeOfDeletion,
    changesOf,
    lastChangesOf,
  },
  ...{ nextUndo, nextRedo, stepLabels },
  ...{ overview, documentStats, recordsInDocument, whereIs, idsOf, facets, search },
}

type Queries = typeof queries
export type QueryName = keyof Queries

export type QueryInput<K extends QueryName> =
  Parameters<Queries[K]> extends [ModelDatabase, ...infer Rest] ? Rest : never
export type QueryOutput<K extends QueryName> = ReturnType<Queries[K]>
