import * as z from 'zod'
import { fresh, idOf, Instant, recordBase } from './base.ts'
import { groundRules } from './claim.ts'
import { defineKind } from './define-kind.ts'
import { Edtf } from './edtf.ts'
import { Dismissal } from './dismissal.ts'
import { ids, mergedIntoField, one, tagsField } from './reference.ts'
import { isShallow } from './shallow.ts'

export const sourceKinds = ['person', 'organisation', 'outlet', 'document', 'dataset', 'anonymous'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Admiralty scale for sources. F means "cannot be judged", not "worst". */
export const reliabilityGrades = ['A', 'B', 'C', 'D', 'E', 'F'] as const

export const Reliability = z.object({
  grade: z.enum(reliabilityGrades),
  reason: z.string(),
  history: z.array(z.object({ grade: z.enum(reliabilityGrades), reason: z.string(), at: Instant })),
})

export const Alias = z.object({
  name: z.string().min(1),
  /** The excerpt where this spelling stands. */
  annotation: idOf('annotation').nullable(),
})

/** A question to a source: what is to be asked, when it was, and what came back. */
export const Inquiry = z.object({
  question: z.string().trim().min(1),
  /** null while it is still to be asked. */
  asked: Edtf.nullable(),
  /** null while there is no answer. */
  answered: Edtf.nullable(),
  answer: z.string(),
})
export type Inquiry = z.infer<typeof Inquiry>

export const Source = z.object({
  ...recordBase('source'),
  kind: z.enum(sourceKinds),
  name: z.string().trim().min(1),
  aliases: z.array(Alias),
  role: z.string(),
  affiliation: z.string(),
  /** For an anonymous source: how the text calls it, word for word. */
  descriptor: z.string(),
  /** For an anonymous source: how it is said to know, and why it is not named. */
  access: z.string(),
  anonymityReason: z.string(),
  /** How many people speak as this source, where the text says so. */
  people: z.int().min(1).nullable(),
  /** On which terms they spoke, and to whom. */
  groundRule: z.enum(groundRules),
  relayer: idOf('source').nullable(),
  /** The article that a name is known from which means somebody else elsewhere (“police”, “the company”, “Kim”). */
  within: idOf('article').nullable(),
  reliability: Reliability,
  derivedFrom: idOf('source').nullable(),
  possiblySame: z.array(idOf('source')),
  mustNotMerge: z.array(idOf('source')),
  mergedInto: idOf('source').nullable(),
  /** CSL-JSON for documents and data sets. */
  csl: z.record(z.string(), z.unknown()).refine(isShallow, 'is nested too deep').nullable(),
  confidential: z.boolean(),
  inquiries: z.array(Inquiry),
  note: z.string(),
  tags: z.array(idOf('tag')),
  dismissed: z.array(Dismissal),
})
export type Source = z.infer<typeof Source>

export const sourceKind = defineKind<Source>({
  schema: Source,
  title: ({ name }) => name,
  // The excerpt of a spelling may be gone.
  references: {
    tags: tagsField,
    mergedInto: mergedIntoField('source'),
    relayer: one(
      'source',
      ({ relayer }) => relayer,
      (relayer) => ({ relayer }),
    ),
    within: one(
      'article',
      ({ within }) => within,
      (within) => ({ within }),
    ),
    derivedFrom: one(
      'source',
      (source) => source.derivedFrom,
      (derivedFrom) => ({ derivedFrom }),
      { isOrder: true },
    ),
    possiblySame: ids(
      'source',
      (source) => source.possiblySame,
      (possiblySame) => ({ possiblySame }),
    ),
    // That it is another one than they are says nothing any more when they are gone.
    mustNotMerge: ids(
      'source',
      (source) => source.mustNotMerge,
      (mustNotMerge) => ({ mustNotMerge }),
      { endsWithIt: true },
    ),
  },
  migrations: {
    5: (value) => ({
      ...value,
      access: '',
      anonymityReason: '',
      people: null,
      groundRule: 'unknown',
      relayer: null,
      dismissed: [],
    }),
    7: (value) => ({ ...value, within: null }),
    10: (value) => ({ ...value, inquiries: [] }),
  },
})

/** What is still to be asked of a source, and what it was asked and has not answered. */
export const openInquiries = ({ inquiries }: Pick<Source, 'inquiries'>): Inquiry[] =>
  inquiries.filter(({ answered }) => answered === null)

/** A source about which only the name is known. */
export function makeSource(name: string, kind: SourceKind, more: Partial<Source> = {}): Source {
  return {
    ...fresh(),
    kind,
    name: name.trim(),
    aliases: [],
    role: '',
    affiliation: '',
    descriptor: kind === 'anonymous' ? name.trim() : '',
    access: '',
    anonymityReason: '',
    people: null,
    groundRule: 'unknown',
    relayer: null,
    within: null,
    reliability: { grade: 'F', reason: '', history: [] },
    derivedFrom: null,
    possiblySame: [],
    mustNotMerge: [],
    mergedInto: null,
    csl: null,
    confidential: false,
    inquiries: [],
    note: '',
    tags: [],
    dismissed: [],
    ...more,
  }
}
