import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { Facets, SearchHit } from '../core/listing/rows.ts'
import { RecordId } from '../core/records/base.ts'
import { about } from './about.ts'
import { annotations } from './annotations.ts'
import { articles } from './articles.ts'
import { backups } from './backups.ts'
import { claims } from './claims.ts'
import { corroboration } from './corroboration.ts'
import { exports } from './exports.ts'
import { openWork } from './open-work.ts'
import { health } from './health.ts'
import { history, trash } from './history.ts'
import { names } from './names.ts'
import { notebooks } from './notebooks.ts'
import { pictures } from './pictures.ts'
import { reprints } from './reprints.ts'
import { ByRecordId, ChangeEvent } from './shared.ts'
import { statements } from './statements.ts'
import { sources } from './sources.ts'
import { tags } from './tags.ts'

/** Everything that a user interface may ask. */
export const contract = {
  notebooks,
  articles,
  annotations,
  claims,
  corroboration,
  reprints,
  names,
  openWork,
  pictures,
  sources,
  statements,
  tags,
  exports,
  search: oc
    .input(z.object({ text: z.string(), limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(SearchHit)),
  /** Takes a claim, source or tag out of the one that it was merged into. */
  unmerge: oc
    .input(ByRecordId)
    .output(z.object({ kind: z.enum(['claim', 'source', 'tag']), id: RecordId, title: z.string() })),
  /** How many records there are of each sort, for filters. */
  facets: oc.output(Facets),
  history,
  trash,
  health,
  backups,
  changes: oc.output(eventIterator(ChangeEvent)),
  about,
}
