import { oc } from '@orpc/contract'
import * as z from 'zod'
import { RecordId } from '../core/records/base.ts'
import { Said } from '../core/words/say.ts'
import { RecordChange } from './history.ts'

/** Something that is not as it should be. */
export const Finding = z.object({
  /** The file within the notebook. */
  where: z.string(),
  message: Said,
  /** Whether a repair can mend it. */
  isRepairable: z.boolean(),
})
export type Finding = z.infer<typeof Finding>

/** A second file for a document, because two programs changed it. In each record `before` is ours, `after` is theirs. */
export const Conflict = z.object({
  file: z.string(),
  document: z.string(),
  /** null when the file cannot be read */
  records: z.array(RecordChange).nullable(),
})
export type Conflict = z.infer<typeof Conflict>

export const health = {
  /** Looks at everything: schemas, references, hashes, offsets, log, documents, cache. */
  check: oc.output(z.array(Finding)),
  /** Mends what can be mended; what is damaged is put aside, never thrown away. */
  repair: oc.output(z.object({ repaired: z.array(Finding), left: z.array(Finding) })),
  /** How many files and folders of the notebook and its copies other users of this machine may open. */
  openToOthers: oc.output(z.object({ count: z.int() })),
  /** Closes them. */
  closeToOthers: oc.output(z.object({ count: z.int() })),
  conflicts: oc.output(z.array(Conflict)),
  /** Takes these records over from a second file, keeps ours otherwise, and puts the file aside. */
  resolve: oc.input(z.object({ file: z.string(), take: z.array(RecordId) })).output(z.object({})),
}
