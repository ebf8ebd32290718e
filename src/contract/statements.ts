import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idOf } from '../core/records/base.ts'
import { ChainStep } from '../core/claims/claim-edit.ts'
import { Claim, stances } from '../core/records/claim.ts'
import { driftKinds } from '../core/statements/drift.ts'
import { Statement } from '../core/statements/statement.ts'
import { SaidAlready, SuggestedStep } from './claim-findings.ts'

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })

/** Whether a step of a chain is a source of the notebook for sure, probably, or would be made. */
export const knownAs = ['known', 'probable', 'new'] as const
export const MeantStep = SuggestedStep.extend({ known: z.enum(knownAs) })
export type MeantStep = z.infer<typeof MeantStep>

export const statementStates = ['open', 'taken', 'refused'] as const

export const StatementRow = Statement.omit({ chain: true }).extend({
  /** Its place in the text, from 1, the doubtful ones counted with. */
  n: z.int().min(1),
  chain: z.array(MeantStep),
  /** Whether it is shown at once; the others only when they are asked for. */
  isCertain: z.boolean(),
  state: z.enum(statementStates),
  /** The claims that were made of it. */
  claims: z.array(idOf('claim')),
  /** What the first of these says now, and who says so there: the user may have put it otherwise. */
  takenAs: z
    .object({ statement: z.string(), chain: z.array(SuggestedStep), stance: z.enum(stances) })
    .nullable(),
  already: z.array(SaidAlready),
})
export type StatementRow = z.infer<typeof StatementRow>

export const ArticleStatements = z.object({
  article: idOf('article'),
  title: z.string(),
  version: z.int(),
  /** The language that was read; null where nothing was looked for, since the article is in another one. */
  language: z.string().nullable(),
  statements: z.array(StatementRow),
})
export type ArticleStatements = z.infer<typeof ArticleStatements>

/** What became of a statement of the earlier of two articles in the later one. */
export const DriftRow = z.object({
  kind: z.enum(driftKinds),
  /** Who says it, as the earlier one tells, and what. */
  who: z.string(),
  claim: z.string(),
  /** What stands in the earlier, and what in the later. */
  words: z.tuple([z.string(), z.string()]),
  /** Where it stands in each; null where it stands there with nobody who says it. */
  places: z.tuple([Span, Span.nullable()]),
})
export type DriftRow = z.infer<typeof DriftRow>

/** Which of the statements of an article, and of which version: what is found in another one is numbered anew. */
const some = {
  article: idOf('article'),
  version: z.int().min(1),
  statements: z.array(z.int().min(1)).min(1).max(10_000),
}

export const statements = {
  /** What is said in the newest version of an article, in the order of the text. It is found once, and kept in the cache. */
  list: oc.input(z.object({ article: idOf('article') })).output(ArticleStatements),
  /** Makes a highlight and a claim of each, with its chain; or adds it to a claim that is there. All of it is one Change. */
  take: oc
    .input(
      z.object({
        ...some,
        /** The claim that it is added to. */
        claim: idOf('claim').optional(),
        /** As the statement has it (whoever denies something disputes it), unless it is given. */
        stance: z.enum(stances).optional(),
        /** In the outlet's own voice, whoever else is named. */
        asOutlet: z.boolean().default(false),
        /** Of one statement: the words of its claim, and its chain, as the user has put them. */
        words: z.string().trim().min(1).optional(),
        chain: z.array(ChainStep).optional(),
      }),
    )
    .output(z.object({ claims: z.array(Claim) })),
  /** Says that these are none: they are not offered again, also when a new version of the article comes. */
  refuse: oc.input(z.object(some)).output(z.object({ refused: z.int() })),
  /** What changed in statements that both articles have, from the one that was published earlier (else the first) to the other. */
  drift: oc
    .input(z.object({ articles: z.tuple([idOf('article'), idOf('article')]) }))
    .output(z.object({ earlier: idOf('article'), later: idOf('article'), changes: z.array(DriftRow) })),
  /** Offers refused ones again. */
  offerAgain: oc.input(z.object(some)).output(z.object({ offered: z.int() })),
}
