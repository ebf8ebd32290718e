import { Catalogue } from '../export/markdown/catalogue.ts'
import type { ExportInput } from '../export/exporter.ts'
import type { Claim } from '../records/claim.ts'

/** On these terms nobody is to be named, by the usage of the trade. */
const guarded: ReadonlySet<string> = new Set(['off-record', 'deep-background'])

/**
 * The names of those who spoke off the record or on deep background in what is exported and would go out by their names all the same,
 * because nobody has marked them confidential; in the order of the names.
 */
export function namedOffTheRecord(input: ExportInput): string[] {
  const isGuarded = ({ evidence }: Claim): boolean =>
    evidence.some(({ chain }) => chain.some(({ groundRule }) => guarded.has(groundRule)))
  if (!input.claims.some(isGuarded)) return []
  const catalogue = new Catalogue(input)
  const names = catalogue.claims
    .flatMap((claim) => catalogue.evidenceOf(claim))
    .flatMap(({ chain }) => chain)
    .filter(({ groundRule }) => guarded.has(groundRule))
    .flatMap(({ source }) => catalogue.sourceRecord(source) ?? [])
    .filter(({ kind }) => kind !== 'anonymous')
    .map(({ name }) => name)
  return [...new Set(names)].sort()
}
