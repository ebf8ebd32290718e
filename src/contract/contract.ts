import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { Facets, SearchHit } from '../core/listing/rows.ts'
import { annotations } from './annotations.ts'
import { articles } from './articles.ts'
import { backups } from './backups.ts'
import { claims } from './claims.ts'
import { exports } from './exports.ts'
import { health } from './health.ts'
import { history, trash } from './history.ts'
import { notebooks } from './notebooks.ts'
import { ChangeEvent } from './shared.ts'
import { sources } from './sources.ts'
import { tags } from './tags.ts'

/** Everything that a user interface may ask. */
export const contract = {
  notebooks,
  articles,
  annotations,
  claims,
  sources,
  tags,
  exports,
  search: oc
    .input(z.object({ text: z.string(), limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(SearchHit)),
  /** How many records there are of each sort, for filters. */
  facets: oc.output(Facets),
  history,
  trash,
  health,
  backups,
  changes: oc.output(eventIterator(ChangeEvent)),
}
