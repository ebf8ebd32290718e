import type { HopMode } from '../../records/claim.ts'
import type { Manner } from '../reading.ts'
import type { Strength } from '../statement.ts'
import { classesOf } from './reporting-words.ts'

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const denying = listOf(
  'deny denial reject rejection dismiss dispute refute rebut contradict disavow disown repudiate',
)
const confirming = listOf(
  'confirm confirmation acknowledge acknowledgment acknowledgement admit admission concede confess',
)
const writing = listOf('write tweet retweet post blog pen email text')
const retracting = listOf('retract withdraw recant apologize apologise correct retraction')
const alleging = listOf(
  'allege allegation allegedly accuse accusation claim charge purport purportedly supposedly contend',
)
const hinting = listOf('hint imply insinuate suggest suggestion intimate signal')
const declining = listOf('decline refuse')
const guessing = listOf(
  'believe belief think suspect suspicion feel fear worry doubt reckon guess presume assume suppose view opinion',
)

/** How somebody puts it, by the word of the cue in its base form. */
export function modeOf(verb: string, kind: string, manner: ReadonlySet<Manner>): HopMode {
  if (manner.has('not')) return kind === 'outlet' ? 'reports' : 'says'
  if (denying.has(verb)) return 'denies'
  if (confirming.has(verb)) return 'confirms'
  if (writing.has(verb)) return 'writes'
  if (verb === 'report' || kind === 'outlet') return 'reports'
  return 'says'
}

/**
 * How strongly it is put. Whoever declines to say something says nothing.
 * @param isClause whether what is said begins with “that”
 */
export function strengthOf(verb: string, manner: ReadonlySet<Manner>, isClause = false): Strength {
  if (isSilent(verb, manner)) return 'declines'
  if (denying.has(verb)) return 'denies'
  if (retracting.has(verb)) return 'retracts'
  if (alleging.has(verb)) return 'alleges'
  if (hinting.has(verb)) return 'hints'
  // Whoever warns that something is so says it; whoever warns somebody to leave wants it.
  if (isClause && verb === 'warn') return 'says'
  const classes = classesOf(verb)
  if (classes.includes('call')) return 'says'
  if (guessing.has(verb)) return 'believes'
  if (classes.includes('say') || classes.includes('write') || classes.includes('cite')) return 'says'
  if (classes.includes('expect')) return 'expects'
  if (classes.includes('want') || classes.includes('promise') || classes.includes('order')) return 'wants'
  if (classes.includes('praise') || classes.includes('blame')) return 'judges'
  if (classes.includes('think') || classes.includes('attitude') || classes.includes('seem')) return 'believes'
  return 'says'
}

/** “Declined to say”, “would not confirm”, “did not respond”: nothing was said. */
export function isSilent(verb: string, manner: ReadonlySet<Manner>): boolean {
  if (declining.has(verb)) return true
  if (!manner.has('not')) return false
  return /^(?:say|confirm|respond|reply|answer|comment|disclose|reveal|explain|elaborate|specify|return|deny|provide|discuss|identify|state|address|announce)$/.test(
    verb,
  )
}

/** “If the minister says”, “is expected to say”, a question: nobody has said it. */
export const isUnsaid = (manner: ReadonlySet<Manner>): boolean =>
  manner.has('modal') || manner.has('if') || manner.has('question') || manner.has('possible')

/** Words that tell of what is to come. */
export const future = /(?<![\p{L}])(?:will|would|going to|won[’']t|shall)(?![\p{L}])/u
