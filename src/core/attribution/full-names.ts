const offices =
  'Minister|President|Chancellor|Premier|Mayor|Governor|Senator|Representative|Congressman|Congresswoman|Secretary|Justice|Judge|Magistrate|Prosecutor|General|Admiral|Colonel|Major|Captain|Lieutenant|Sergeant|Commander|Marshal|Chief|Director|Spokesman|Spokeswoman|Spokesperson|Professor|Doctor|Chairman|Chairwoman|Chair|Commissioner|Ambassador|Consul|King|Queen|Prince|Princess|Pope|Cardinal|Archbishop|Bishop|Father|Rabbi|Imam|Ayatollah|Sheikh|Speaker|Councillor|Alderman|Sheriff|Inspector|Detective|Superintendent|Constable|Officer|Envoy|Rapporteur|Deputy|Coach|Chef'
const courtesy = 'Mr|Mrs|Ms|Mx|Miss|Madame|Monsieur|Herr|Frau|Señora?|Sir|Dame'
/** “European Commission President ”, “Energy Minister ”, “Mr. ”; at most eight words. */
const title = new RegExp(
  String.raw`^((?:[\p{L}\p{M}’'-]{1,30} ){0,7}?(?:(?:${offices}|${offices.toLowerCase()})(?:[- ](?:General|elect|Emeritus))?|(?:${courtesy})\.?)) (?=\p{Lu}[\p{L}\p{M}’'.-]*(?: |$))(?!(?:Staff|Assembly|Court|Council|Office|Electric|Motors|Synod)(?: |$))(?!(?:${offices})(?![\p{L}]))`,
  'u',
)
const isCourtesy = new RegExp(String.raw`^(?:${courtesy})\.?$`, 'u')

/** What stands before a name and says what somebody is, and the name: “Energy Minister” and “Rafael Ortega”. */
export function splitTitle(who: string): { role: string; name: string } {
  const found = title.exec(who)
  if (!found) return { role: '', name: who }
  const [all, role = ''] = found
  return { role: isCourtesy.test(role) ? '' : role, name: who.slice(all.length) }
}

/** As far back as somebody’s full name is looked for: it stands where they are first spoken of. */
const reach = 200_000
const namePart = String.raw`\p{Lu}[\p{L}\p{M}’'-]*\.?`

/**
 * The name by which a text speaks of somebody before, of whom it only has the family name here: “Rafael Ortega” for “Ortega”. The last
 * one counts, and a name that two bear there is left as it is.
 */
export function fullNameIn(text: string, family: string): string {
  if (!/^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(family)) return family
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{M}.])((?:${namePart} (?:(?:de|da|van|von|der|bin|al|el) ){0,2}){1,3})${family}(?![\p{L}\p{M}\p{N}’'-])`,
    'gu',
  )
  const found = [...text.slice(-reach).matchAll(pattern)].map(([all]) => withoutOthers(splitTitle(all).name))
  const full = new Set(found.filter((name) => name !== family))
  const [only, ...others] = full
  return only !== undefined && others.length === 0 ? only : family
}

/** Without words that begin a sentence, and what only stands beside the name. */
const withoutOthers = (name: string): string =>
  name.replace(
    /^(?:(?:The|A|An|And|But|When|While|After|Before|For|In|On|At|As|If|It|He|She|They|His|Her|Mr|Mrs|Ms|Dr|Asked|Speaking|Yesterday|Today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\.? )+/u,
    '',
  )
