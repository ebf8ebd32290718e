import { fresh } from './base.ts'
import type { Claim, Evidence } from './claim.ts'
import { newId } from './base.ts'
import type { Source, SourceKind } from './source.ts'
import type { Tag } from './tag.ts'

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
    reliability: { grade: 'F', reason: '', history: [] },
    derivedFrom: null,
    possiblySame: [],
    mustNotMerge: [],
    mergedInto: null,
    csl: null,
    confidential: false,
    note: '',
    tags: [],
    dismissed: [],
    ...more,
  }
}

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

export function makeEvidence(more: Partial<Evidence>): Evidence {
  return {
    ...{ id: newId(), annotation: null, article: null, version: null },
    ...{ stance: 'supports', chain: [], note: '' },
    ...more,
  }
}

export function makeTag(name: string, more: Partial<Tag> = {}): Tag {
  return {
    ...fresh(),
    name: name.trim(),
    parent: null,
    colour: 'grey',
    definition: '',
    mergedInto: null,
    ...more,
  }
}
