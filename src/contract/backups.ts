import { oc } from '@orpc/contract'
import * as z from 'zod'
import { AppState } from './notebooks.ts'

/** A copy of a notebook in a zip. */
export const Backup = z.object({
  file: z.string(),
  at: z.string(),
  bytes: z.int(),
  /** Made because the notebook was brought to a newer format. */
  isBeforeMigration: z.boolean(),
})
export type Backup = z.infer<typeof Backup>

/** A copy that has just been made, and what of the notebook is not in it because it is no file; without any it is whole. */
export const MadeBackup = Backup.extend({ leftOut: z.array(z.string()) })
export type MadeBackup = z.infer<typeof MadeBackup>

const file = z.string().min(1)

export const backups = {
  list: oc.output(z.object({ folder: z.string(), backups: z.array(Backup) })),
  /** Into the folder of the copies, or as a file of its own. */
  create: oc.input(z.object({ file: file.optional() })).output(MadeBackup),
  verify: oc.input(z.object({ file })).output(z.object({ files: z.int(), bytes: z.int() })),
  /** Makes a notebook of a copy, in a folder of its own, and opens it; what of the copy was not taken is named. The notebook that is open stays as it is. */
  restore: oc
    .input(z.object({ file, folder: file.optional() }))
    .output(z.object({ state: AppState, leftOut: z.array(z.string()) })),
}
