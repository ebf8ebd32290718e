import { definedOnly } from '../changes/fields.ts'
import { isSameValue } from '../text/same-value.ts'
import { conflictsIn, withElements, withoutElements } from '../changes/meanwhile.ts'
import type { MeanwhileConflict } from '../changes/meanwhile.ts'
import { decidedAbout } from '../corroboration/rulings.ts'
import { problem } from '../problem.ts'
import type { Id } from '../records/base.ts'
import type { Claim, Evidence, Hop, OriginRuling } from '../records/claim.ts'
import { judge } from '../records/judgement.ts'
import { makeEvidence } from '../records/claim.ts'
import type { ClaimEdit, ClaimFields } from './claim-edit.ts'

type EditOf<K extends ClaimEdit['do']> = Extract<ClaimEdit, { do: K }>

/** What an edit needs to know of the rest of the notebook. */
export interface EditFacts {
  /** When it is made. */
  at: string
  /** The chain of the edit, its sources found or made. */
  chain: readonly Hop[] | undefined
  /** The version of the article that new evidence is taken from; null for a source that no article reports. */
  version: number | null
}

/**
 * What an edit of a claim would undo of what was done since the state that it was made from.
 * @param base that state; null where it is not known any more
 */
export function conflictsOfEdit(
  base: Claim | null,
  now: Claim,
  edit: ClaimEdit,
  chain: readonly Hop[] | undefined,
): MeanwhileConflict[] {
  switch (edit.do) {
    case 'set':
      return conflictsIn(base && inParts(judged(base)), inParts(judged(now)), inParts(edit.fields))
    case 'changeEvidence': {
      const { stance, note, withdrawn } = edit.fields
      const wanted = { stance, note, withdrawn, chain: chain && [...chain] }
      return inEvidence(
        base,
        now,
        edit.evidence,
        (before, piece) => conflictsIn(before && withoutTime(before), withoutTime(piece), wanted),
        wanted,
      )
    }
    case 'removeEvidence':
      // What somebody has worked on since does not go unseen.
      return inEvidence(base, now, edit.evidence, (before, piece) =>
        before !== null && isSameValue(before, piece) ? [] : [{ field: '', mine: null, theirs: piece }],
      )
    case 'addRuling': {
      const [before, there] = [base && rulingLike(base, edit), rulingLike(now, edit)]
      const isSame =
        there === undefined || isSameValue(before ?? undefined, there) || there.reason === edit.reason
      return isSame ? [] : [{ field: 'rulings', mine: edit.reason, theirs: there.reason }]
    }
    case 'removeRuling': {
      // Decisions that somebody made since were not seen.
      const known = new Set((base?.rulings ?? []).map((one) => JSON.stringify(one)))
      return now.rulings
        .filter((one) => one.evidence === edit.evidence || one.with === edit.evidence)
        .filter((one) => !known.has(JSON.stringify(one)))
        .map(({ reason }) => ({ field: 'rulings', mine: null, theirs: reason }))
    }
    case 'changeRelation': {
      // Somebody took it away or made another one of it meanwhile: that is not passed over in silence.
      const there = now.relations.filter(({ claim }) => claim === edit.claim).map(({ kind }) => kind)
      if (there.includes(edit.kind) || there.includes(edit.to)) return []
      return [{ field: 'relations', mine: edit.to, theirs: there.length > 0 ? there : null }]
    }
    default:
      return []
  }
}

/** A claim with its credibility as edits have it: the judgements before are none of theirs. */
const judged = ({ credibility: { grade, reason }, ...claim }: Claim): Required<ClaimFields> => ({
  ...claim,
  credibility: { grade, reason },
})

/**
 * An edit as it is meant where something else was done since: of a grade and its reason only what it changes.
 * @param base the state that it was made from
 */
export function rebased(base: Claim, now: Claim, edit: ClaimEdit): ClaimEdit {
  const wanted = edit.do === 'set' ? edit.fields.credibility : undefined
  if (edit.do !== 'set' || wanted === undefined) return edit
  const { grade, reason } = now.credibility
  const credibility = {
    grade: wanted.grade === base.credibility.grade ? grade : wanted.grade,
    reason: wanted.reason === base.credibility.reason ? reason : wanted.reason,
  }
  return { ...edit, fields: { ...edit.fields, credibility } }
}

/** A grade and its reason are two things: who changes one of them undoes nothing of the other. */
const inParts = ({ credibility, ...fields }: ClaimFields): object => ({
  ...fields,
  ...(credibility && { credibility: credibility.grade, 'credibility.reason': credibility.reason }),
})

/** A piece of evidence as edits have it: when it was withdrawn is none of theirs. */
const withoutTime = ({ withdrawn, ...piece }: Evidence) => ({
  ...piece,
  withdrawn: withdrawn && { as: withdrawn.as, reason: withdrawn.reason },
})

const rulingLike = (claim: Claim, wanted: EditOf<'addRuling'>): OriginRuling | undefined =>
  claim.rulings.find((one) => decidedAbout(one) === decidedAbout(wanted))

function inEvidence(
  base: Claim | null,
  now: Claim,
  id: Id<'evidence'>,
  compare: (before: Evidence | null, piece: Evidence) => MeanwhileConflict[],
  wanted: object | null = null,
): MeanwhileConflict[] {
  const piece = now.evidence.find((one) => one.id === id)
  // Somebody removed it: removing it again is no conflict, changing it is.
  if (!piece) return wanted === null ? [] : [{ field: 'evidence', mine: wanted, theirs: null }]
  const before = base?.evidence.find((one) => one.id === id) ?? null
  return compare(before, piece).map((found) => ({
    ...found,
    field: found.field === '' ? 'evidence' : `evidence.${found.field}`,
  }))
}

/** A claim after an edit. @throws Problem `not-found` when what is to be changed is not in it */
export function editClaim(claim: Claim, edit: ClaimEdit, facts: EditFacts): Claim {
  switch (edit.do) {
    case 'set':
      return setFields(claim, edit.fields, facts.at)
    case 'add':
      return {
        ...claim,
        tags: withElements(claim.tags, edit.to.tags ?? []),
        accused: withElements(claim.accused, edit.to.accused ?? []),
      }
    case 'remove':
      return {
        ...claim,
        tags: withoutElements(claim.tags, edit.from.tags ?? []),
        accused: withoutElements(claim.accused, edit.from.accused ?? []),
      }
    case 'addEvidence':
      return addEvidence(claim, edit, facts)
    case 'changeEvidence':
      return changeEvidence(claim, edit, facts)
    case 'removeEvidence':
      return { ...claim, evidence: claim.evidence.filter(({ id }) => id !== edit.evidence) }
    case 'addRelation':
    case 'changeRelation':
    case 'removeRelation':
      if (edit.do === 'addRelation' && edit.claim === claim.id)
        throw problem('bad-input', 'relatedToItself', {})
      return { ...claim, relations: relationsAfter(claim.relations, edit) }
    case 'addRuling': {
      const { evidence, with: other, reason } = edit
      const others = claim.rulings.filter((one) => decidedAbout(one) !== decidedAbout(edit))
      return { ...claim, rulings: [...others, { evidence, with: other, reason, at: facts.at }] }
    }
    case 'removeRuling': {
      const { evidence } = edit
      return {
        ...claim,
        rulings: claim.rulings.filter((one) => one.evidence !== evidence && one.with !== evidence),
      }
    }
  }
}

function setFields(claim: Claim, { credibility, ...fields }: ClaimFields, at: string): Claim {
  const next: Claim = { ...claim, ...definedOnly(fields) }
  if (credibility) next.credibility = judge(claim.credibility, credibility.grade, credibility.reason, at)
  return next
}

function addEvidence(claim: Claim, edit: EditOf<'addEvidence'>, { chain = [], version }: EditFacts): Claim {
  const { stance, annotation = null, article = null, note, completes } = edit
  const open = claim.evidence.find(
    (piece) =>
      completes && annotation !== null && piece.annotation === annotation && piece.chain.length === 0,
  )
  if (!open) {
    const piece = makeEvidence({ annotation, article, version, stance, chain: [...chain], note })
    const isLikeIt = (one: Evidence): boolean =>
      one.annotation === annotation && one.stance === stance && isSameValue(one.chain, piece.chain)
    if (annotation !== null && claim.evidence.some(isLikeIt))
      throw problem('bad-input', 'evidenceAlready', {})
    return { ...claim, evidence: [...claim.evidence, piece] }
  }
  const completed = { ...open, stance, chain: [...chain] }
  return { ...claim, evidence: claim.evidence.map((piece) => (piece === open ? completed : piece)) }
}

function changeEvidence(claim: Claim, edit: EditOf<'changeEvidence'>, { chain, at }: EditFacts): Claim {
  const piece = claim.evidence.find(({ id }) => id === edit.evidence)
  if (!piece) throw problem('not-found', 'noEvidence', {})
  const { stance = piece.stance, note = piece.note } = edit.fields
  const { withdrawn: wanted } = edit.fields
  const withdrawn = wanted === undefined ? piece.withdrawn : wanted && { ...wanted, at }
  const changed = { ...piece, stance, note, withdrawn, chain: chain === undefined ? piece.chain : [...chain] }
  return { ...claim, evidence: claim.evidence.map((one) => (one === piece ? changed : one)) }
}

function relationsAfter(
  relations: Claim['relations'],
  edit: EditOf<'addRelation' | 'changeRelation' | 'removeRelation'>,
): Claim['relations'] {
  const { kind, claim } = edit
  const isIt = (one: Claim['relations'][number]): boolean => one.kind === kind && one.claim === claim
  if (edit.do === 'addRelation') return relations.some(isIt) ? relations : [...relations, { kind, claim }]
  const others = relations.filter((one) => !isIt(one))
  if (edit.do === 'removeRelation') return others
  return relationsAfter(others, { do: 'addRelation', kind: edit.to, claim })
}
