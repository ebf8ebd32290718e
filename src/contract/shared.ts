import * as z from 'zod'
import { problemCodes } from '../core/problem.ts'
import { Label } from '../core/changes/change.ts'
import { Said } from '../core/words/say.ts'
import { languages } from '../core/words/language.ts'
import { Annotation } from '../core/records/annotation.ts'
import { idOf, Instant, RecordId } from '../core/records/base.ts'
import { recordKinds, type RecordKind } from '../core/records/kinds.ts'

/** The same words in every language, for whoever shows them. */
export const InLanguages = z.record(z.enum(languages), z.string())

/** What an expected failure carries besides its sentence. */
export const ProblemData = z.object({
  code: z.enum(problemCodes),
  /** What is wrong, for the catalogue. */
  said: Said.optional(),
  action: z.string().optional(),
  /** With `changed-meanwhile`: what is there now and what the edit wanted, and the state that is there. */
  conflicts: z.array(z.object({ field: z.string(), mine: z.unknown(), theirs: z.unknown() })).optional(),
  modified: Instant.optional(),
})
export type ProblemData = z.infer<typeof ProblemData>

/** A failure inside a stream, which goes on. */
export const ProblemReport = ProblemData.extend({ message: z.string() })
export type ProblemReport = z.infer<typeof ProblemReport>

export const byId = <K extends RecordKind | 'change'>(kind: K) => z.object({ id: idOf(kind) })
export const ByRecordId = z.object({ id: RecordId })

/**
 * An edit of one record: whole values, and what comes into its lists and goes. Whole values say from which state of the record
 * they were made (`modified`); where something else stands there since, the edit is refused with `changed-meanwhile`. Of a list that is
 * given whole, what was done to its elements is done to those that are there. Without a state values are put in the place of whatever
 * is there.
 */
export const editing = <K extends RecordKind, F extends z.ZodType, L extends z.ZodRawShape>(
  kind: K,
  fields: F,
  lists: z.ZodObject<L>,
) =>
  byId(kind).extend({
    modified: Instant.optional(),
    /** Where it is sent once more, over another state: the one that its lists were made from. */
    base: Instant.optional(),
    fields: fields.optional(),
    add: lists.partial().optional(),
    remove: lists.partial().optional(),
  })

/** What undo and redo would do, by their labels. */
export const Steps = z.object({ undo: Label.nullable(), redo: Label.nullable() })
export type Steps = z.infer<typeof Steps>

/** What of a notebook changes with its records. */
export const NotebookState = z.object({
  steps: Steps,
  counts: z.object({ articles: z.int(), claims: z.int(), sources: z.int(), tags: z.int() }),
  damaged: z.array(z.object({ document: z.string(), message: Said })),
})

/** How many of how many documents are in the read model while it is made. */
export const Indexing = z.object({ done: z.int(), total: z.int(), isPaused: z.boolean() })
export type Indexing = z.infer<typeof Indexing>

/** Work that takes long with a large notebook; the call that asked for it can be cancelled. */
export const longWorks = ['check', 'repair', 'backup', 'restore', 'reprints', 'statements'] as const
export type LongWork = (typeof longWorks)[number]

export const ChangeEvent = z.discriminatedUnion('type', [
  /** The stream is open. */
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('changed'),
    label: Label,
    /** What it touched, and which fields; null when that is too much to tell, and all is to be asked for again. */
    records: z
      .array(z.object({ kind: z.enum(recordKinds), id: RecordId, fields: z.array(z.string()) }))
      .nullable(),
    /** The notebook as it is then. */
    now: NotebookState,
    /** When nothing but highlights of one article changed: what they are now. */
    annotations: z
      .object({ article: idOf('article'), put: z.array(Annotation), removed: z.array(idOf('annotation')) })
      .optional(),
  }),
  /** Another notebook was opened, or this one was closed. */
  z.object({ type: z.literal('switched') }),
  /** Documents could not be written yet; nothing is lost. */
  z.object({ type: z.literal('unsaved'), problem: ProblemReport }),
  Indexing.extend({ type: z.literal('indexing') }),
  /** Everything is in the read model: lists that were asked for before are to be asked for again. */
  z.object({ type: z.literal('indexed') }),
  /** How far long work is; `total` is 0 while that is not known. */
  z.object({ type: z.literal('working'), work: z.enum(longWorks), done: z.int(), total: z.int() }),
  /** Damage, a conflict or a copy was found or is settled. */
  z.object({ type: z.literal('health') }),
])
export type ChangeEvent = z.infer<typeof ChangeEvent>

/** One or more records of a kind that another one is to stand for, all of them or none. */
export const merging = <K extends RecordKind>(kind: K) =>
  byId(kind).extend({ more: z.array(idOf(kind)).max(100_000).default([]), into: idOf(kind) })
