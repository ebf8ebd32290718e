import { claimCandidates, figures } from './claim-candidates.ts'
import { unfaithfulNow } from './claim-origins.ts'
import { driftOfClaim } from './claim-drift.ts'
import { originsOf } from './corroboration.ts'
import type { ModelDatabase } from './database.ts'
import { claimsLeaningOn, exportIndex, familiesOf, hasConfidential, recordsAround } from './export-parts.ts'
import { facets } from './facets.ts'
import { openWork, openWorkOfClaim } from './open-work.ts'
import { nextRedo, nextUndo, stepLabels } from './index-change.ts'
import {
  articlesNamed,
  articlesRepeating,
  sourcesWithin,
  articleTexts,
  articleWithAddress,
  articlesWithOriginal,
  isContentUsed,
  listAnnotations,
  listArticles,
} from './list-articles.ts'
import {
  claimGroups,
  claimPlaces,
  claimsMergedInto,
  claimsOn,
  claimsPointingAt,
  claimsResting,
  listClaims,
  passagesOf,
  statementsOf,
} from './list-claims.ts'
import { changesAfter, lastChange } from './last-changes.ts'
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
import {
  knownNames,
  listSources,
  sourceNamed,
  sourceNames,
  sourcesMarkedApart,
  usesOfSource,
} from './list-sources.ts'
import { listTags, recordsTagged, tagNamed } from './list-tags.ts'
import { probableNames } from './names.ts'
import { documentStats, idsOf, overview, recordsInDocument, whereIs } from './overview.ts'
import { graph, tagMatrix, timeline } from './pictures.ts'
import { relatedPairs, relationsOfMerged } from './related-claims.ts'
import { search } from './search.ts'
import { saidAlready } from './said-already.ts'
import { mentionsOf, sourcesMergedInto, spellingsOf, stepsOf, trackRecordsOf } from './source-page.ts'

/** Everything that can be asked of the read model, by name: questions cross a thread. */
export const queries = {
  articleTexts,
  articlesNamed,
  articlesRepeating,
  sourcesWithin,
  listArticles,
  listAnnotations,
  articlesWithOriginal,
  articleWithAddress,
  isContentUsed,
  listClaims,
  claimGroups,
  claimsOn,
  claimsResting,
  claimsPointingAt,
  claimsMergedInto,
  claimPlaces,
  passagesOf,
  statementsOf,
  originsOf,
  unfaithfulNow,
  driftOfClaim,
  openWork,
  openWorkOfClaim,
  claimCandidates,
  relatedPairs,
  relationsOfMerged,
  figures,
  changesAfter,
  lastChange,
  claimsLeaningOn,
  exportIndex,
  familiesOf,
  hasConfidential,
  recordsAround,
  probableNames,
  timeline,
  graph,
  tagMatrix,
  listSources,
  sourceNamed,
  knownNames,
  sourceNames,
  usesOfSource,
  stepsOf,
  mentionsOf,
  sourcesMergedInto,
  spellingsOf,
  trackRecordsOf,
  sourcesMarkedApart,
  listTags,
  tagNamed,
  recordsTagged,
  listHistory,
  listTrash,
  trashed,
  trashedWith,
  placeOfChange,
  placeOfDeletion,
  changesOf,
  lastChangesOf,
  nextUndo,
  nextRedo,
  stepLabels,
  overview,
  documentStats,
  recordsInDocument,
  whereIs,
  idsOf,
  facets,
  saidAlready,
  search,
}

type Queries = typeof queries
export type QueryName = keyof Queries

export type QueryInput<K extends QueryName> =
  Parameters<Queries[K]> extends [ModelDatabase, ...infer Rest] ? Rest : never
export type QueryOutput<K extends QueryName> = ReturnType<Queries[K]>
