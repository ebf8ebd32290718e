import { type Problem, problem } from '../problem.ts'
import { extensionOf, type FileHead, type Importer, type ImportInput } from './importer.ts'
import { refusedFormats, type RefusedFormat } from './refused.ts'
import { said } from '../words/say.ts'

/** How much of a file is looked at, in bytes. */
const headLength = 4_096
/** What an extension says of a file, and what a media type says, from 0 to 1. */
const byExtension = 0.6
const byMediaType = 0.55
/** Less is no reason to take a file for something. */
const least = 0.2

interface Candidate {
  extensions: readonly string[]
  mediaTypes?: readonly string[]
  sniff: (head: FileHead) => number
}

/**
 * The importer that knows a file: by what it begins with, by how it is called, by what the sender says it is. A file that none
 * knows is refused by its name: it is never taken for plain text.
 * @throws Problem `unsupported`
 */
export function chooseImporter(importers: readonly Importer[], input: Omit<ImportInput, 'given'>): Importer {
  const head = headOf(input.bytes)
  const extension = extensionOf(input.fileName)
  const sureness = ({ extensions, mediaTypes = [], sniff }: Candidate): number =>
    Math.max(
      sniff(head),
      extension !== undefined && extensions.includes(extension) ? byExtension : 0,
      // What the sender says counts where the name does not.
      extension === undefined && mediaTypes.includes(input.mediaType ?? '') ? byMediaType : 0,
    )
  const best = bestOf(importers, sureness)
  const refused = bestOf(refusedFormats, sureness)
  const isKnown =
    extension === undefined || importers.some(({ extensions }) => extensions.includes(extension))
  // An extension that nobody knows is not made up for by letters that look like text.
  const enough = isKnown ? least : byExtension
  if (best && best.sureness >= enough && best.sureness >= (refused?.sureness ?? 0)) return best.one
  throw refusal(input.fileName, refused?.one, importers)
}

function bestOf<C extends Candidate>(
  candidates: readonly C[],
  sureness: (candidate: C) => number,
): { one: C; sureness: number } | undefined {
  let best: { one: C; sureness: number } | undefined
  for (const one of candidates) {
    const sure = sureness(one)
    if (sure > (best?.sureness ?? 0)) best = { one, sureness: sure }
  }
  return best
}

function refusal(
  fileName: string,
  format: RefusedFormat | undefined,
  importers: readonly Importer[],
): Problem {
  if (format)
    return problem('unsupported', 'formatNotRead', {
      name: fileName,
      format: said(`refused.${format.is}.what`),
      then: said(`refused.${format.is}.then`),
    })
  const endings = importers.flatMap(({ extensions }) => extensions.slice(0, 1).map((one) => `.${one}`))
  return problem('unsupported', 'formatUnknown', { name: fileName, endings: endings.join(', ') })
}

/** The refusal of a file that is known by its name alone, without its bytes; undefined for one that may be read. */
export function refusedByName(importers: readonly Importer[], fileName: string): Problem | undefined {
  const extension = extensionOf(fileName)
  if (extension === undefined || importers.some(({ extensions }) => extensions.includes(extension)))
    return undefined
  return refusal(
    fileName,
    refusedFormats.find(({ extensions }) => extensions.includes(extension)),
    importers,
  )
}

function headOf(bytes: Uint8Array): FileHead {
  const start = bytes.subarray(0, headLength)
  return { bytes: start, text: new TextDecoder('windows-1252').decode(start).replace(/^ï»¿/, '') }
}
