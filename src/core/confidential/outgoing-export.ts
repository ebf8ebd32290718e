import type { ExportedFile, Exporter, ExportInput, ExportRequest } from '../export/exporter.ts'
import { ConfidentialNames } from './confidential-names.ts'
import { confidentialSources, confidentialTest } from './confidential-sources.ts'
import { namedOffTheRecord } from './off-the-record.ts'
import { mostPlaces, placesInFiles, withoutRest, type NamedPlace } from './outgoing.ts'
import { toldBy, type Told } from './told-by.ts'
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
  /** Whether something in it is known to be about one, also where it does not say so. */
  isAboutSome: boolean
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
  const confidential = confidentialSources(input.sources)
  const names = new ConfidentialNames(confidential)
  const { language = 'en' } = request
  const { input: allowed, replaced, omitted } = withhold(input, choice, language)
  const named: OutgoingExport['named'] = { places: [], certain: 0, doubtful: 0 }
  const isTakenOut = choice === 'replace' || choice === 'omit'
  const { count, files, withheld } = await exporter.write(allowed, {
    ...request,
    takesNamesOut: isTakenOut,
    namesStay: choice === 'include',
  })
  // Before anything is chosen: what is left of names later stands in what is about others.
  const about: Told = names.isEmpty ? new Set() : toldBy(input, confidentialTest(input.sources, confidential))
  const told: Told = choice === undefined ? about : new Set()
  function* searched(): Iterable<ExportedFile> {
    for (const file of files) {
      const made = isTakenOut ? withoutRest(names, file, language) : file
      const isTold = told.size > 0 && isOf(made, told)
      for (const found of placesInFiles(names, [made])) {
        const place = isTold ? { ...found, isCertain: true } : found
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
    isAboutSome: about.size > 0,
    offTheRecord: () => namedOffTheRecord(input),
    files: searched(),
  }
}

/** Whether a file has something that is about a confidential source: there a surname is enough. What says what there is has all of it. */
const isOf = ({ about, uses = [] }: ExportedFile, told: Told): boolean =>
  about === undefined || told.has(about) || uses.some((id) => told.has(id))
