import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { confidentialChoices } from '../core/confidential/withhold.ts'
import { usualFormat } from '../core/export/exporter.ts'
import { ArticleQuery, ClaimQuery, SourceQuery } from '../core/listing/queries.ts'
import { idOf, RecordId } from '../core/records/base.ts'
import { languages } from '../core/words/language.ts'
import { InLanguages, ProblemReport } from './shared.ts'

/** A list as somebody sees it: what it asks for, and its columns after the first one. */
export const ShownList = z.discriminatedUnion('list', [
  z.object({ list: z.literal('claims'), query: ClaimQuery, columns: z.array(z.string()).max(50) }),
  z.object({ list: z.literal('articles'), query: ArticleQuery, columns: z.array(z.string()).max(50) }),
  z.object({ list: z.literal('sources'), query: SourceQuery, columns: z.array(z.string()).max(50) }),
])
export type ShownList = z.input<typeof ShownList>

export const ExportSelection = z.object({
  /** One of `formats`. */
  format: z.string().default(usualFormat),
  articles: z.array(idOf('article')).default([]),
  claims: z.array(idOf('claim')).default([]),
  /** Instead of these: what a list shows; tables have its rows and columns. */
  shown: ShownList.optional(),
  /** What becomes of words that name a confidential source; without it nothing is written that has some. */
  confidential: z.enum(confidentialChoices).optional(),
  /** What the files are written in, beside the words of the notebook. */
  language: z.enum(languages).default('en'),
  /** One of the profiles of the format; the first one unless another is asked for. */
  profile: z.string().optional(),
  /** For the format that needs one: its name and its words. */
  template: z.object({ fileName: z.string().max(300), text: z.string().max(1_000_000) }).optional(),
  /** The names of the options of this format that are wanted. */
  options: z.array(z.string()).default([]),
})

/** Where a confidential source is named in what would go out; a surname alone is not certain. */
export const NamedPlace = z.object({
  where: z.string(),
  excerpt: z.string(),
  /** Where the name stands in the excerpt, in UTF-16 code units. */
  start: z.int(),
  end: z.int(),
  isCertain: z.boolean(),
})

/** What was searched for and found; of many places only the first are listed. */
export const Named = z.object({ places: z.array(NamedPlace), certain: z.int(), doubtful: z.int() })
export type Named = z.infer<typeof Named>

export const ExportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('writing'), done: z.int(), total: z.int() }),
  z.object({
    type: z.literal('done'),
    written: z.int(),
    unchanged: z.int(),
    removed: z.int(),
    /** Files of the folder in which edits of others were kept beside what is new. */
    merged: z.array(z.string()),
    /** Files that are left as they are: not Ascribe’s, or edited where there is something new. */
    left: z.array(z.string()),
    /** Edited files about what is not exported any more. */
    obsolete: z.array(z.string()),
    withheld: z.int(),
    /** In how many texts names were replaced, and how many items were left out. */
    replaced: z.int(),
    omitted: z.int(),
    /** Where names stand all the same: because the user wants so, or because a surname may be somebody else's. */
    named: Named,
    /** Whom it names though they spoke off the record, because nobody marked them confidential. */
    offTheRecord: z.array(z.string()),
    /** Files of earlier exports in the folder that name a confidential source: those that are gone now, and those that somebody edited or that are not Ascribe's. */
    earlier: z.object({ removed: z.array(z.string()), left: z.array(z.string()) }),
    /** Where it is: a folder, or the address of a zip file to download. */
    folder: z.string().nullable(),
    download: z.string().nullable(),
  }),
  /** Nothing was written: the user must choose what becomes of the names. */
  z.object({ type: z.literal('named'), named: Named }),
  z.object({ type: z.literal('failed'), problem: ProblemReport }),
])
export type ExportEvent = z.infer<typeof ExportEvent>

/** A format that a notebook goes out in. */
export const ExportFormat = z.object({
  format: z.string(),
  name: InLanguages,
  needsTemplate: z.boolean(),
  /** Whether a list can be written in it as it is shown. */
  isTable: z.boolean(),
  /** Whether what people change in its files can be taken back. */
  takesBack: z.boolean(),
  profiles: z.array(z.object({ name: z.string(), label: InLanguages, hint: InLanguages })),
  options: z.array(z.object({ name: z.string(), label: InLanguages, hint: InLanguages })),
})
export type ExportFormat = z.infer<typeof ExportFormat>

/** What somebody changed in a file of the last export that can be taken into the notebook. */
export const VaultEdit = z.object({
  /** Its number in the list. */
  n: z.int(),
  path: z.string(),
  kind: z.enum(['claim', 'source', 'article']),
  id: RecordId,
  title: z.string(),
  field: z.enum(['status', 'tags', 'note']),
  was: z.string(),
  now: z.string(),
})
export type VaultEdit = z.infer<typeof VaultEdit>

/** A folder that follows the notebook. */
export const LiveState = z.object({
  folder: z.string(),
  format: z.string(),
  profile: z.string().nullable(),
  options: z.array(z.string()),
  /** Why it does not follow any more, until something changes again. */
  problem: ProblemReport.nullable(),
  /** Files that are left as they are: somebody edited them where there is something new. */
  left: z.array(z.string()),
  /** Files in the folder that name a confidential source: somebody edited them, or they are not Ascribe’s. */
  naming: z.array(z.string()),
})
export type LiveState = z.infer<typeof LiveState>

export const exports = {
  /** The folder that follows the notebook, if one does. */
  live: oc.output(LiveState.nullable()),
  /** Writes into this folder from now on a second after each Change, also after a restart; in the place of another one. */
  follow: oc.input(ExportSelection.extend({ folder: z.string() })).output(LiveState.nullable()),
  unfollow: oc.output(z.object({})),
  /** What people changed in the files of the last export into a folder. */
  edits: oc.input(z.object({ folder: z.string() })).output(z.array(VaultEdit)),
  /** Takes some of these into the notebook, as one Change; without numbers all of them. */
  takeBack: oc
    .input(
      z.object({
        folder: z.string(),
        only: z.array(z.int()).optional(),
        /** Those that somebody saw, as they saw them: what became something else meanwhile is not taken. */
        seen: z.array(VaultEdit.pick({ id: true, field: true, now: true })).optional(),
      }),
    )
    .output(z.array(VaultEdit)),
  formats: oc.output(z.array(ExportFormat)),
  /** The names of the files and the content of one of them. */
  preview: oc.input(ExportSelection.extend({ path: z.string().optional() })).output(
    z.object({
      files: z.array(z.string()),
      path: z.string(),
      content: z.string(),
      named: Named,
      /** Whom it names though they spoke off the record or on deep background: nobody has marked them confidential. */
      offTheRecord: z.array(z.string()),
      withheld: z.int(),
    }),
  ),
  /** `folder` must have been chosen in a dialog (its grant) or be allowed to any path; without it a zip file is made. */
  run: oc.input(ExportSelection.extend({ folder: z.string().optional() })).output(eventIterator(ExportEvent)),
}
