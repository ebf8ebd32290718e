import { claim, claims, newClaim } from '../views/claims/place.ts'
import { contradictions } from '../views/contradictions/place.ts'
import { openWork } from '../views/open-work/place.ts'
import { graph } from '../views/graph/place.ts'
import { health } from '../views/health/place.ts'
import { history } from '../views/history/place.ts'
import { library } from '../views/library/place.ts'
import { matrix } from '../views/matrix/place.ts'
import { names } from '../views/names/place.ts'
import { article } from '../views/reader/place.ts'
import { reprints } from '../views/reprints/place.ts'
import { source, sources } from '../views/sources/place.ts'
import { tags } from '../views/tags/place.ts'
import { timeline } from '../views/timeline/place.ts'
import { trash } from '../views/trash/place.ts'
import { versions } from '../views/versions/place.ts'
import type { Place } from './place.ts'

/** Every view, in the order of the sidebar; the first is where a notebook opens. */
export const places: readonly Place[] = [
  ...[library, article, versions, claims, newClaim, claim, sources, source, tags],
  ...[openWork, contradictions, names, reprints],
  ...[timeline, graph, matrix],
  ...[history, trash, health],
]
