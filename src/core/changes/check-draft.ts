import { noun, refers } from '../words/say.ts'
import { problem } from '../problem.ts'
import type { Claim, Evidence } from '../records/claim.ts'
import type { AnyRecord, RecordKind } from '../records/record.ts'
import { referencesOf } from '../records/references.ts'
import type { Reference } from '../records/reference.ts'
import type { Entry } from './change.ts'
import type { Draft } from './draft.ts'

type IsThere = (reference: Reference) => Promise<boolean>

/**
 * Checks what the schema of a record cannot: whatever a draft lets a record refer to must be there after the Change, and claims
 * must hold together. Only what is new in a record is looked up, so that one that was damaged before can still be edited.
 * @throws Problem `not-found`, `bad-input`
 */
export async function checkDraft(draft: Draft): Promise<void> {
  const isThere = remembering(draft)
  const entries = draft.entries()
  // Others may take over what a deleted record referred to: its place among tags, say.
  const passedOn = new Set(entries.flatMap(({ kind, before, after }) => (after ? [] : keysOf(kind, before))))
  for (const entry of entries) {
    const { kind, before, after } = entry
    if (after === null) continue
    const known = new Set(keysOf(kind, before))
    for (const reference of referencesOf(kind, after)) {
      const key = keyOf(reference)
      if (!known.has(key) && !passedOn.has(key)) await checkReference(kind, after, reference, isThere)
    }
    if (entry.kind === 'claim' && entry.after !== null) await checkClaim(entry.before, entry.after, draft)
  }
}

const keyOf = ({ kind, id }: Pick<Reference, 'kind' | 'id'>): string => `${kind} ${id}`

const keysOf = (kind: RecordKind, record: Entry['before']): string[] =>
  record === null ? [] : referencesOf(kind, record).map(keyOf)

/** A thousand claims may get the same tag: it is looked up once. */
function remembering(draft: Draft): IsThere {
  const found = new Map<string, Promise<boolean>>()
  return (reference) => {
    const key = keyOf(reference)
    const there = found.get(key) ?? draft.get(reference.kind, reference.id).then((record) => record !== null)
    found.set(key, there)
    return there
  }
}

async function checkReference(
  kind: RecordKind,
  record: AnyRecord,
  reference: Reference,
  isThere: IsThere,
): Promise<void> {
  const values = {
    other: noun(reference.kind),
    kind: noun(kind),
    refers: refers(reference.field),
  }
  // Nothing can repeat, stand below or be merged into itself.
  if (reference.id === record.id) throw problem('bad-input', 'refersToItself', values)
  if (!(await isThere(reference))) throw problem('not-found', 'refersToNothing', values)
}

async function checkClaim(before: Claim | null, after: Claim, draft: Draft): Promise<void> {
  if (hasTwice(after.evidence) && !(before && hasTwice(before.evidence)))
    throw problem('bad-input', 'evidenceTwice', {})
  checkQuantity(before, after)
  const known = new Map(before?.evidence.map((piece) => [piece.id, piece]))
  for (const piece of after.evidence)
    if (!isFromSame(piece, known.get(piece.id))) await checkVersion(piece, draft)
}

const hasTwice = (evidence: readonly Evidence[]): boolean =>
  new Set(evidence.map(({ id }) => id)).size < evidence.length

function checkQuantity(before: Claim | null, { quantity }: Claim): void {
  if (quantity === null || quantity.low <= quantity.high) return
  if (before?.quantity?.low === quantity.low && before.quantity.high === quantity.high) return
  throw problem('bad-input', 'lowAboveHigh', { low: quantity.low, high: quantity.high })
}

const isFromSame = (piece: Evidence, before: Evidence | undefined): boolean =>
  piece.version === before?.version &&
  piece.article === before.article &&
  piece.annotation === before.annotation

/** @throws Problem `bad-input` when the article of a piece of evidence does not have the version that it names */
async function checkVersion({ article, annotation, version }: Evidence, draft: Draft): Promise<void> {
  if (version === null) return
  const highlight = annotation === null ? null : await draft.get('annotation', annotation)
  const id = article ?? highlight?.article
  const record = id === undefined ? null : await draft.get('article', id)
  if (record === null || record.versions.some(({ n }) => n === version)) return
  throw problem('bad-input', 'noSuchVersion', {
    title: record.title,
    version,
    newest: record.versions.length,
  })
}
