import { Problem } from '../problem.ts'
import type { Annotation } from '../records/annotation.ts'
import type { Article } from '../records/article.ts'
import type { Id } from '../records/base.ts'
import type { Claim, Evidence } from '../records/claim.ts'
import type { AnyRecord, RecordKind } from '../records/record.ts'
import { kindNouns, referencesOf, type Reference } from '../records/references.ts'
import type { Entry } from './change.ts'
import type { Draft } from './draft.ts'

type Find = (kind: RecordKind, id: Id) => Promise<AnyRecord | null>

/**
 * Checks what the schema of a record cannot: whatever a draft lets a record refer to must be there after the Change, and claims
 * must hold together. Only what is new in a record is looked up, so that one that was damaged before can still be edited.
 * @throws Problem `not-found`, `bad-input`
 */
export async function checkDraft(draft: Draft): Promise<void> {
  const find = remembering((kind, id) => draft.get(kind, id))
  const entries = draft.entries()
  // Others may take over what a deleted record referred to: its place among tags, say.
  const passedOn = new Set(entries.flatMap(({ kind, before, after }) => (after ? [] : keysOf(kind, before))))
  for (const { kind, before, after } of entries) {
    if (after === null) continue
    const known = new Set(keysOf(kind, before))
    for (const reference of referencesOf(kind, after)) {
      const key = keyOf(reference)
      if (!known.has(key) && !passedOn.has(key)) await checkReference(kind, after, reference, find)
    }
    if (kind === 'claim') await checkClaim(before as Claim | null, after as Claim, find)
  }
}

const keyOf = ({ kind, id }: Pick<Reference, 'kind' | 'id'>): string => `${kind} ${id}`

const keysOf = (kind: RecordKind, record: Entry['before']): string[] =>
  record === null ? [] : referencesOf(kind, record).map(keyOf)

/** A thousand claims may get the same tag: it is looked up once. */
function remembering(find: Find): Find {
  const found = new Map<string, Promise<AnyRecord | null>>()
  return (kind, id) => {
    const key = keyOf({ kind, id })
    const there = found.get(key) ?? find(kind, id)
    found.set(key, there)
    return there
  }
}

async function checkReference(
  kind: RecordKind,
  record: AnyRecord,
  reference: Reference,
  find: Find,
): Promise<void> {
  const what = `The ${kindNouns[reference.kind]} that this ${kindNouns[kind]} ${reference.how}`
  // Nothing can repeat, stand below or be merged into itself.
  if (reference.id === record.id)
    throw new Problem(
      'bad-input',
      `${what} cannot be this ${kindNouns[kind]} itself.`,
      `Choose another ${kindNouns[kind]}.`,
    )
  if ((await find(reference.kind, reference.id)) === null)
    throw new Problem(
      'not-found',
      `${what} is not in the notebook any more.`,
      'Reload the page and choose again.',
    )
}

async function checkClaim(before: Claim | null, after: Claim, find: Find): Promise<void> {
  if (hasTwice(after.evidence) && !(before && hasTwice(before.evidence)))
    throw new Problem(
      'bad-input',
      'The same piece of evidence is in this claim twice.',
      'Reload the claim and add it once.',
    )
  checkQuantity(before, after)
  const known = new Map(before?.evidence.map((piece) => [piece.id, piece]))
  for (const piece of after.evidence)
    if (!isFromSame(piece, known.get(piece.id))) await checkVersion(piece, find)
}

const hasTwice = (evidence: readonly Evidence[]): boolean =>
  new Set(evidence.map(({ id }) => id)).size < evidence.length

function checkQuantity(before: Claim | null, { quantity }: Claim): void {
  if (quantity === null || quantity.low <= quantity.high) return
  if (before?.quantity?.low === quantity.low && before.quantity.high === quantity.high) return
  throw new Problem(
    'bad-input',
    `The lowest value of this figure (${quantity.low}) is greater than the highest (${quantity.high}).`,
    'Exchange the two.',
  )
}

const isFromSame = (piece: Evidence, before: Evidence | undefined): boolean =>
  piece.version === before?.version &&
  piece.article === before.article &&
  piece.annotation === before.annotation

/** @throws Problem `bad-input` when the article of a piece of evidence does not have the version that it names */
async function checkVersion({ article, annotation, version }: Evidence, find: Find): Promise<void> {
  if (version === null) return
  const highlight = annotation === null ? null : ((await find('annotation', annotation)) as Annotation | null)
  const id = article ?? highlight?.article
  const record = id === undefined ? null : ((await find('article', id)) as Article | null)
  if (record === null || record.versions.some(({ n }) => n === version)) return
  throw new Problem(
    'bad-input',
    `“${record.title}” has no version ${version}.`,
    `Name a version from 1 to ${record.versions.length}.`,
  )
}
