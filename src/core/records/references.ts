import type { Id } from './base.ts'
import type { AnyRecord, RecordKind, RecordOf } from './record.ts'

/** Another record that a record needs. */
export interface Reference {
  kind: RecordKind
  id: Id
  /** What the record has to do with it, as in “The source that this claim names”. */
  how: string
}

/** What becomes of the references of a record: each stays, or is left out. */
interface Keeping {
  one: (kind: RecordKind, how: string, id: Id | null) => Id | null
  all: (kind: RecordKind, how: string, ids: readonly Id[]) => Id[]
  keeps: (kind: RecordKind, how: string, id: Id) => boolean
}

const tagsOf = (record: { tags: readonly Id[] }, keeping: Keeping): Id[] =>
  keeping.all('tag', 'has', record.tags)

/**
 * The one list of what refers to what. Not in it is what may be gone: the excerpt of a spelling, the evidence of a ruling, and
 * what something was set aside about. A highlight cannot be without its article, so that reference stays.
 */
const keepers: { [K in RecordKind]: (record: RecordOf<K>, keeping: Keeping) => RecordOf<K> } = {
  article: (article, keeping) => ({
    ...article,
    tags: tagsOf(article, keeping),
    outlet: keeping.one('source', 'has as its outlet', article.outlet),
    derivedFrom: keeping.one('article', 'repeats', article.derivedFrom),
  }),
  annotation: (annotation, keeping) => {
    keeping.one('article', 'stands in', annotation.article)
    return { ...annotation, tags: tagsOf(annotation, keeping) }
  },
  claim: (claim, keeping) => ({
    ...claim,
    tags: tagsOf(claim, keeping),
    evidence: claim.evidence.map((piece) => ({
      ...piece,
      article: keeping.one('article', 'rests on', piece.article),
      annotation: keeping.one('annotation', 'rests on', piece.annotation),
      chain: piece.chain.filter((hop) => keeping.keeps('source', 'names', hop.source)),
    })),
    relations: claim.relations.filter((relation) => keeping.keeps('claim', 'is related to', relation.claim)),
    mergedInto: keeping.one('claim', 'is merged into', claim.mergedInto),
    accused: keeping.all('source', 'accuses', claim.accused),
    quantity: claim.quantity && {
      ...claim.quantity,
      claimant: keeping.one('source', 'has the figure of', claim.quantity.claimant),
    },
  }),
  source: (source, keeping) => ({
    ...source,
    tags: tagsOf(source, keeping),
    mergedInto: keeping.one('source', 'is merged into', source.mergedInto),
    relayer: keeping.one('source', 'spoke to', source.relayer),
    derivedFrom: keeping.one('source', 'derives from', source.derivedFrom),
    possiblySame: keeping.all('source', 'is possibly the same as', source.possiblySame),
    mustNotMerge: keeping.all('source', 'is certainly not', source.mustNotMerge),
  }),
  tag: (tag, keeping) => ({
    ...tag,
    parent: keeping.one('tag', 'stands below', tag.parent),
    mergedInto: keeping.one('tag', 'is merged into', tag.mergedInto),
  }),
  note: (note, keeping) => ({ ...note, tags: tagsOf(note, keeping) }),
}

/** The record with only those of its references that are to be kept. Evidence stays, also when nothing is left of it. */
function keepReferences<K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  isKept: (reference: Reference) => boolean,
): RecordOf<K> {
  const keeps = (of: RecordKind, how: string, id: Id): boolean => isKept({ kind: of, id, how })
  return keepers[kind](record, {
    keeps,
    one: (of, how, id) => (id !== null && keeps(of, how, id) ? id : null),
    all: (of, how, ids) => ids.filter((id) => keeps(of, how, id)),
  })
}

/** The record without its references to these. */
export const withoutReferences = (kind: RecordKind, record: AnyRecord, lost: ReadonlySet<Id>): AnyRecord =>
  keepReferences(kind, record, ({ id }) => !lost.has(id))

/** Everything that a record needs to be in the notebook. */
export function referencesOf(kind: RecordKind, record: AnyRecord): Reference[] {
  const found: Reference[] = []
  keepReferences(kind, record, (reference) => {
    found.push(reference)
    return true
  })
  return found
}

/** What people call the records of a kind. */
export const kindNouns: Record<RecordKind, string> = {
  article: 'article',
  annotation: 'highlight',
  claim: 'claim',
  source: 'source',
  tag: 'tag',
  note: 'note',
}
