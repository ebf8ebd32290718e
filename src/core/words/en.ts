import { exported } from './exported.ts'
import { findings } from './findings.ts'
import { history } from './history.ts'
import { problems } from './problems.ts'
import { refused } from './refused.ts'
import { terms } from './terms.ts'
import { warnings } from './warnings.ts'

/**
 * What the program says wherever it speaks: in the window, on the command line, in files that go out. `{…}` is put in; forms with
 * `|` between them go by `count`. What only the window says is in its own `locales`.
 */
export const en = {
  kinds: {
    article: 'article',
    annotation: 'highlight',
    claim: 'claim',
    source: 'source',
    tag: 'tag',
    note: 'note',
  },
  /** What a record has to do with the one that it refers to, by its field: “The source that this claim names”. */
  refers: {
    article: { tags: 'has', outlet: 'has as its outlet', derivedFrom: 'repeats' },
    annotation: { article: 'stands in', tags: 'has' },
    claim: {
      tags: 'has',
      evidence: 'rests on',
      chain: 'names',
      relations: 'is related to',
      mergedInto: 'is merged into',
      accused: 'accuses',
      quantity: 'has the figure of',
    },
    source: {
      tags: 'has',
      mergedInto: 'is merged into',
      relayer: 'spoke to',
      within: 'is known from',
      derivedFrom: 'derives from',
      possiblySame: 'is possibly the same as',
      mustNotMerge: 'is certainly not',
    },
    tag: { parent: 'stands below', mergedInto: 'is merged into' },
    note: { tags: 'has' },
  },
  /** What stands at the place of a file or folder. */
  inTheWay: {
    file: 'a file where a folder should be',
    folder: 'a folder where a file should be',
    link: 'a link; Ascribe follows none inside a notebook',
    other: 'a device, pipe or socket, not a file',
  },
  /** What two edits want otherwise, for those who cannot be shown both side by side. */
  meanwhile: { field: '{field} is {theirs} now, and was to be {mine}' },
  /** What somebody else wrote, in whatever words. */
  asIs: '{text}',
  /** Of what is too long to be told whole. */
  lists: { and: '{one}; {rest}', more: '{some} and {count} more' },
  problems,
  refused,
  history,
  warnings,
  terms,
  exported,
  findings,
} as const
