import { foldName } from '../records/fold-name.ts'

const speakers =
  'spokes(?:man|woman|person|people)|president|director(?:-general)?|chief(?: executive)?(?: officer)?|ceo|chair(?:man|woman|person)?|head|secretary(?:-general)?|general secretary|governor|commissioner|representative|manager|founder|owner|editor(?:-in-chief)?|lawyer|speaker|leader|commander|minister|executive|official'
const ofBody = new RegExp(`^(?:.{0,40}?\\b)?(?:${speakers}) (?:of|for|at|from) (?:the )?(.+)$`)
const bodyBefore = new RegExp(
  `^(?:the )?(.+?)(?:['’]s|['’])? (?:(?:deputy|vice|acting|former|chief|senior|press) )*(?:${speakers})$`,
)

/**
 * The names that the body may have for which somebody speaks, folded as `foldName` does: “interior ministry” and “ministry of the
 * interior” for the interior minister, “halden” for Halden’s chief executive.
 */
export function bodyNames({ role, affiliation }: { role: string; affiliation: string }): string[] {
  const [office, body] = [foldName(role), foldName(affiliation)]
  // Who was in office once speaks for nobody now.
  if (isFormer.test(office)) return []
  return namesFor(office, speaksForOneself.test(office) ? '' : body)
}

/** The same for one who is not named and is called a spokesman of somebody: “a spokesman for the interior ministry”. */
export function bodyNamesOfSpokesman(descriptor: string): string[] {
  const office = foldName(descriptor).replace(/^(?:an?|the|one|two|another) /, '')
  return spokesman.test(office) && !isFormer.test(office) ? namesFor(office, '') : []
}

const spokesman = /(?:^| )spokes(?:man|woman|person|people)(?: |$)/
const isFormer = /(?:^| )(?:former|ex|onetime|retired|late|past|outgoing)(?:[ -]|$)/
/** Whose calling it is to say what they think, wherever they work. */
const speaksForOneself =
  /(?:^| )(?:professor|lecturer|researcher|scientist|fellow|student|scholar|historian|economist|analyst|expert|employee|worker|nurse|doctor|physician|engineer|teacher|soldier|critic|member|whistleblower|columnist|reporter|journalist)(?: |$)/

function namesFor(office: string, body: string): string[] {
  const names = [withoutThe(body), ...ministries(office)]
  for (const pattern of [ofBody, bodyBefore]) {
    const name = pattern.exec(office)?.[1]
    if (name !== undefined) names.push(withoutThe(name))
  }
  return [...new Set(names)].filter((name) => name.length > 1).flatMap((name) => [name, `the ${name}`])
}

function ministries(office: string): string[] {
  const [, before] = /^(.+?) (?:minister|secretary)$/.exec(office) ?? []
  const [, after] = /^(?:minister|secretary) (?:of|for) (?:the )?(.+)$/.exec(office) ?? []
  const field = (before ?? after)?.replace(/^(?:the|deputy|vice|acting|former) /, '')
  if (field === undefined || field === 'prime') return []
  return [
    `${field} ministry`,
    `ministry of ${field}`,
    `ministry of the ${field}`,
    `ministry for ${field}`,
    `${field} department`,
    `department of ${field}`,
  ]
}

const withoutThe = (name: string): string => name.replace(/^the /, '')
