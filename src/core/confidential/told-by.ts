import type { ExportInput } from '../export/exporter.ts'
import type { Id, RecordId } from '../records/base.ts'

/** Records that are known to be about a confidential source. */
export type Told = ReadonlySet<RecordId>

/**
 * What is known by ids to be about a confidential source: claims that it makes, that accuse it or give its figure, the highlights that
 * they rest on, its tags, and whom it spoke for. There a surname alone means it.
 * @param isConfidential see `confidentialTest`
 */
export function toldBy(
  { claims, sources }: Pick<ExportInput, 'claims' | 'sources'>,
  isConfidential: (id: Id<'source'>) => boolean,
): Told {
  const told = new Set<RecordId>()
  for (const { id, evidence, accused, quantity } of claims) {
    const theirs = evidence.filter(({ chain }) => chain.some(({ source }) => isConfidential(source)))
    for (const { annotation } of theirs) if (annotation !== null) told.add(annotation)
    const claimant = quantity?.claimant ?? null
    if (theirs.length > 0 || accused.some(isConfidential) || (claimant !== null && isConfidential(claimant)))
      told.add(id)
  }
  for (const { id, tags, relayer } of sources) {
    if (isConfidential(id)) for (const tag of tags) told.add(tag)
    else if (relayer !== null && isConfidential(relayer)) told.add(id)
  }
  return told
}
