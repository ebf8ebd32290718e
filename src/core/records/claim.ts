import * as z from 'zod'
import { fresh, idOf, Instant, newId, recordBase } from './base.ts'
import { defineKind, inEach, isJson, type Json } from './define-kind.ts'
import { Dismissal } from './dismissal.ts'
import { Edtf } from './edtf.ts'
import { ids, mergedIntoField, one, parts, tagsField } from './reference.ts'

export const claimKinds = [
  'fact',
  'figure',
  'quotation',
  'allegation',
  'denial',
  'prediction',
  'opinion',
] as const
export const claimStatuses = ['unverified', 'corroborated', 'disputed', 'refuted', 'confirmed'] as const
export const stances = ['supports', 'disputes', 'mentions'] as const
export type Stance = (typeof stances)[number]
export const hopModes = ['says', 'writes', 'denies', 'confirms', 'reports', 'cites'] as const
export type HopMode = (typeof hopModes)[number]
export const groundRules = ['on-record', 'background', 'deep-background', 'off-record', 'unknown'] as const
export type GroundRule = (typeof groundRules)[number]
export const withdrawals = ['withdrawn', 'corrected'] as const
/** How exactly a figure is told. */
export const qualifiers = ['exactly', 'about', 'at-least', 'more-than', 'up-to', 'fewer-than'] as const
export type Qualifier = (typeof qualifiers)[number]
export const relationKinds = ['contradicts', 'same-as', 'refines', 'depends-on'] as const

/** The Admiralty scale for information. 6 means "cannot be judged", not "worst". */
export const credibilityGrades = [1, 2, 3, 4, 5, 6] as const
/** The grade that is written so. */
export const credibilityGrade = (written: string): (typeof credibilityGrades)[number] | undefined =>
  credibilityGrades.find((grade) => String(grade) === written)
export const Credibility = z.object({
  grade: z.literal(credibilityGrades),
  reason: z.string(),
  history: z.array(z.object({ grade: z.literal(credibilityGrades), reason: z.string(), at: Instant })),
})

/** One step of a chain: this source said or passed it on, in this way, on these terms. */
export const Hop = z.object({
  source: idOf('source'),
  mode: z.enum(hopModes),
  verbatim: z.boolean(),
  groundRule: z.enum(groundRules),
  /** The words of the text that say so ("told North Wire on condition of anonymity"). */
  words: z.string(),
})
export type Hop = z.infer<typeof Hop>

/** What speaks for or against a claim: a passage, a whole article, or a source that no article reports. */
export const Evidence = z.object({
  id: idOf('evidence'),
  annotation: idOf('annotation').nullable(),
  article: idOf('article').nullable(),
  /** The version of the article that it was taken from; null for a source that no article reports. */
  version: z.int().min(1).nullable(),
  stance: z.enum(stances),
  /** From the one who asserts it to the outlet that printed it. */
  chain: z.array(Hop),
  note: z.string(),
  /** Whoever said it takes it back, or it was printed wrongly: it stays and is shown, and counts no more. */
  withdrawn: z.object({ as: z.enum(withdrawals), reason: z.string(), at: Instant }).nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** A figure. What is counted is its unit (“people killed”), among what is its scope; figures of both can contradict. */
export const Quantity = z.object({
  /** A single value has `low` equal to `high`. */
  low: z.number(),
  high: z.number(),
  qualifier: z.enum(qualifiers),
  unit: z.string(),
  scope: z.string(),
  asOf: Edtf.nullable(),
  /** The source whose figure it is; null: the one that asserts it in the evidence. */
  claimant: idOf('source').nullable(),
})

/**
 * What the user decided about the origin of a piece of evidence: it stands apart from all others, or it goes together with
 * another one. A decision counts for more than what is found by reasons.
 */
export const OriginRuling = z.object({
  evidence: idOf('evidence'),
  /** null: it stands apart. */
  with: idOf('evidence').nullable(),
  reason: z.string().trim().min(1),
  at: Instant,
})
export type OriginRuling = z.infer<typeof OriginRuling>

export const Relation = z.object({ kind: z.enum(relationKinds), claim: idOf('claim') })
export type Relation = z.infer<typeof Relation>

export const Claim = z.object({
  ...recordBase('claim'),
  statement: z.string().trim().min(1),
  kind: z.enum(claimKinds),
  status: z.enum(claimStatuses),
  credibility: Credibility,
  event: Edtf.nullable(),
  utterance: Edtf.nullable(),
  publication: Edtf.nullable(),
  quantity: Quantity.nullable(),
  tags: z.array(idOf('tag')),
  note: z.string(),
  evidence: z.array(Evidence),
  rulings: z.array(OriginRuling),
  relations: z.array(Relation),
  /** The sources that an allegation is made against. */
  accused: z.array(idOf('source')),
  /** A merged claim stays, and points at the one that stands for it and counts its evidence. */
  mergedInto: idOf('claim').nullable(),
  dismissed: z.array(Dismissal),
})
export type Claim = z.infer<typeof Claim>

export const claimKind = defineKind<Claim>({
  schema: Claim,
  title: ({ statement }) => statement,
  // The evidence of a ruling, and what something was set aside about, may be gone.
  references: {
    tags: tagsField,
    evidence: parts(
      ({ evidence }) => evidence,
      (evidence) => ({ evidence: [...evidence] }),
      {
        of: ({ article, annotation, chain }) => [
          ...(article === null ? [] : [{ kind: 'article' as const, id: article }]),
          ...(annotation === null ? [] : [{ kind: 'annotation' as const, id: annotation }]),
          ...chain.map(({ source }) => ({ kind: 'source' as const, id: source, part: 'chain' })),
        ],
        // It stays, also when nothing is left of it: what it was, its note may say.
        without: ({ article, annotation, chain, ...piece }, isLost) => [
          {
            ...piece,
            article: article !== null && isLost(article) ? null : article,
            annotation: annotation !== null && isLost(annotation) ? null : annotation,
            chain: chain.filter(({ source }) => !isLost(source)),
          },
        ],
      },
    ),
    relations: parts(
      ({ relations }) => relations,
      (relations) => ({ relations: [...relations] }),
      {
        of: ({ claim }) => [{ kind: 'claim', id: claim }],
        without: (relation, isLost) => (isLost(relation.claim) ? [] : [relation]),
      },
    ),
    mergedInto: mergedIntoField('claim'),
    accused: ids(
      'source',
      ({ accused }) => accused,
      (accused) => ({ accused }),
    ),
    quantity: one(
      'source',
      ({ quantity }) => quantity?.claimant ?? null,
      (claimant, { quantity }) => ({ quantity: quantity && { ...quantity, claimant } }),
    ),
  },
  migrations: {
    3: withVersionsOfEvidence,
    4: (value) => ({ ...value, rulings: [], mergedInto: null }),
    5: (value) => ({ ...value, quantity: inQuantity(value, { claimant: null }), accused: [], dismissed: [] }),
    7: (value) => ({
      ...value,
      quantity: inQuantity(value, { qualifier: 'exactly' }),
      evidence: inEach(value['evidence'], () => ({ withdrawn: null })),
    }),
  },
})

/** Until format 3 every article had one version. */
function withVersionsOfEvidence(value: Json): Json {
  const evidence = inEach(value['evidence'], (piece) => ({
    version: piece['annotation'] == null && piece['article'] == null ? null : 1,
  }))
  return { ...value, evidence }
}

const inQuantity = ({ quantity }: Json, more: Json): unknown =>
  isJson(quantity) ? { ...quantity, ...more } : quantity

/** A claim that nobody has judged yet. */
export function makeClaim(statement: string, more: Partial<Claim> = {}): Claim {
  return {
    ...fresh(),
    statement: statement.trim(),
    kind: 'fact',
    status: 'unverified',
    credibility: { grade: 6, reason: '', history: [] },
    event: null,
    utterance: null,
    publication: null,
    quantity: null,
    tags: [],
    note: '',
    evidence: [],
    rulings: [],
    relations: [],
    accused: [],
    mergedInto: null,
    dismissed: [],
    ...more,
  }
}

/** Evidence of nothing yet: what it is of is in `more`. */
export function makeEvidence(more: Partial<Evidence>): Evidence {
  return {
    id: newId(),
    annotation: null,
    article: null,
    version: null,
    stance: 'supports',
    chain: [],
    note: '',
    withdrawn: null,
    ...more,
  }
}
