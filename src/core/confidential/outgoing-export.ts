import type { ExportedFile, Exporter, ExportInput, ExportRequest } from '../export/exporter.ts'
import { ConfidentialNames } from './confidential-names.ts'
import { confidentialSources } from './confidential-sources.ts'
import { namedOffTheRecord } from './off-the-record.ts'
import { mostPlaces, placesInFiles, withoutRest, type NamedPlace } from './outgoing.ts'
import { withhold, type ConfidentialChoice } from './withhold.ts'

/** An export as it would leave the notebook. */
export interface OutgoingExport {
  count: number
  /** Made one after another; only when all are made is it known where confidential sources are named. */
  files: Iterable<ExportedFile>
  /** How many confidential sources have no page and no name. */
  withheld: number
  /** In how many texts names were replaced, and how many items were left out. */
  replaced: number
  omitted: number
  /** Where names stand in the files that were made so far: at most so many, and how many there are. */
  named: { places: NamedPlace[]; certain: number; doubtful: number }
  names: ConfidentialNames
  /** Whom it names though they spoke off the record: asked before it is written. */
  offTheRecord: () => string[]
}

/**
 * The one way out for every exporter: takes out what is confidential, has the files made, and searches everything in them,
 * their paths and links for the names of confidential sources.
 */
export async function outgoingExport(
  exporter: Exporter,
  input: ExportInput,
  choice: ConfidentialChoice | undefined,
  request: Omit<ExportRequest, 'takesNamesOut' | 'namesStay'> = {},
): Promise<OutgoingExport> {
  const names = new ConfidentialNames(confidentialSources(input.sources))
  const { language = 'en' } = request
  const { input: allowed, replaced, omitted } = withhold(input, choice, language)
  const named: OutgoingExport['named'] = { places: [], certain: 0, doubtful: 0 }
  const isTakenOut = choice === 'replace' || choice === 'omit'
  const { count, files, withheld } = await exporter.write(allowed, {
    ...request,
    takesNamesOut: isTakenOut,
    namesStay: choice === 'include',
  })
  function* searched(): Iterable<ExportedFile> {
    for (const file of files) {
      const made = isTakenOut ? withoutRest(names, file, language) : file
      for (const place of placesInFiles(names, [made])) {
        // What is left then are words of ours: every text of the notebook has been gone through.
        if (isTakenOut && place.isCertain) continue
        named[place.isCertain ? 'certain' : 'doubtful'] += 1
        if (named.places.length < mostPlaces) named.places.push(place)
      }
      yield made
    }
  }
  return {
    count,
    withheld,
    replaced,
    omitted,
    named,
    names,
    offTheRecord: () => namedOffTheRecord(input),
    files: searched(),
  }
}
