import type { SourceKind } from '../records/source.ts'

/** How English texts name those who say something, as pieces of regular expressions (flag `u`). All of them are bounded. */

export const edge = String.raw`(?![\p{L}\p{M}\p{N}])`
export const start = String.raw`(?<![\p{L}\p{M}\p{N}])`
/** Alternatives, written as words between spaces. */
export const anyOf = (words: string): string => words.trim().split(/\s+/).join('|')
const orCapital = (words: string): string =>
  words.replace(/(?<=^|\|)[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)

const people = anyOf(`
  people persons? m[ae]n wom[ae]n officials? sources? figures? insiders? witness(?:es)? survivors? bystanders? residents?
  neighbou?rs? relatives? friends? parents? colleagues? members? representatives? delegates? spokes(?:man|men|woman|women|person|people)
  aides? advis[eo]rs? staffers? employees? workers? volunteers? executives? directors? managers? owners? chiefs? heads?
  chair(?:man|woman)? secretar(?:y|ies) presidents? ministers? mayors? governors? senators? lawmakers? diplomats? envoys?
  negotiators? mediators? investigators? prosecutors? lawyers? judges? officers? generals? commanders? soldiers? rescuers?
  doctors? nurses? teachers? students? professors? scientists? researchers? historians? economists? engineers? experts?
  analysts? journalists? reporters? authors? activists? campaigners? protest[eo]rs? critics? opponents? passengers?
  sailors? captains? pilots? drivers? guards? farmers? traders? fisherm[ae]n`)
const bodies = anyOf(`
  police authorities government administration ministry department office agency inquiry institute regulator council
  commission committee board assembly parliament court party union company firm bank university hospital army navy
  military coastguard network media`)
const papers = anyOf(`
  reports? stud(?:y|ies) survey audit memos? memorandum letters? e-?mails? documents? statement filings? transcripts? minutes
  records recordings?`)
/** People who are not named, bodies and papers, by the word alone. */
export const sayer = [people, bodies, papers].join('|')
/** Whoever does something is somebody: “a chandler who sells to both”. */
const heads = String.raw`${orCapital([people, bodies, papers].join('|'))}|\p{Ll}{2,40}(?= who )`

const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
/** Without the months that are names of people, too. */
const calendar = `${days}|January|February|March|July|August|September|October|November|December`
const determiner = orCapital(
  anyOf(`an? the one two three four five six seven eight nine ten eleven twelve dozens several some many most all both few
    other another more its his her their these those [0-9]{1,6}`),
)
/** Words that stand beside those who say something, and are no part of what they are called. */
const outside = orCapital(
  anyOf(`but and or nor so yet still however meanwhile later earlier also then now here there in on at to of by for from with
    near about after before since until during when while as if although though because that this it he she they we you who
    which whose where what why how nobody nothing yesterday today tonight according asked citing quoting not
    I ${calendar.replaceAll('|', ' ')}`),
)
const verbLike =
  anyOf(`told tells said says? was were is are be been has have had will would could did does met wrote added
  denie[sd] confirmed reported quoted cited`)

const title = String.raw`(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gen|Sen|Rep|Gov|Lt|Col|Capt|St|Jr|Sr)\.`
const initials = String.raw`(?:\p{Lu}\.){1,4}(?!\p{L})`
const plain = String.raw`(?:\p{Lu}\.){0,4}\p{Lu}[\p{L}\p{M}\p{N}]{0,40}(?:['’-][\p{L}\p{M}\p{N}]{1,40}){0,4}${edge}`
const word = `(?:${title}|${initials}|${plain})`
const first = `(?!(?:An?|The|${outside})${edge})${word}`
/** “Lorne Today” is a name, “Marrin Monday” and “Marrin March” are none. */
const next = `(?!(?:${calendar})${edge})${word}`
const link =
  "(?:(?:of|for|and)(?: the)?|de|de la|da|di|del|van|van der|von|der|bin|ibn|al|el|la|le|&) |(?:al|el|ibn)-|[dl][’']"
/** A name: words with capitals in a row. */
export const named = `(?:[Tt]he )?${first}(?: (?:${link})?${next}){0,7}`
/** A name of two words at least, or with a title. */
export const fullName = `${first}(?: (?:(?:de|van|von|bin|al) |al-)?${next}){1,3}`

const modifier = String.raw`(?!(?:${determiner}|${outside}|${verbLike})${edge})(?:${initials}|[\p{L}\p{M}\p{N}'’-]{1,40}) `
const behind =
  anyOf(`with familiar briefed close who from in at of on involved working for inside near present aware speaking
  seen obtained reviewed published by that(?=\\s\\p{Ll}{2,20}s\\s)`)
const clause = (reach: string): string => String.raw`(?: (?:${behind})${edge}[^,.;:“”"\n]{0,120}${reach})?`
/**
 * Those who are not named, bodies and papers: “two people briefed on the talks”, “the ministry”.
 * @param reach `?` as far as is needed, `` to the end of the clause
 */
export const unnamed = (reach: '?' | ''): string =>
  String.raw`(?:(?:${determiner})(?: of)? ){0,2}(?:${modifier}){0,4}?(?:${heads})${edge}(?! (?!${days})\p{Lu})${clause(reach)}`
/** What stands before a name and says who that is: “Assembly spokeswoman ”. */
export const role = String.raw`(?:(?:[Tt]he |an? )?(?:${modifier}){0,4}?(?:${people})${edge}(?:,? )(?=\p{Lu}))?`
export const pronoun = '[Hh]e|[Ss]he|[Tt]hey|[Ii]t'

const isPeople = new RegExp(String.raw`(?:^(?:${orCapital(people)})|\s(?:${people}))${edge}(?! \p{Lu})`, 'u')
const isPaper = new RegExp(String.raw`(?:^|\s)(?:${orCapital(papers)})${edge}`, 'u')
const isBody = new RegExp(String.raw`(?:^|\s)(?:${bodies})${edge}`, 'u')
const isAcronym = /^(?:[Tt]he )?(?:\p{Lu}\.?|(?<=\p{Lu})o(?=\p{Lu})){2,}$/u
const outlets =
  anyOf(`Post Times News Wire Press Herald Tribune Gazette Journal Chronicle Telegraph Guardian Observer Broadcasting
  TV Radio Reuters Bloomberg AFP AP BBC CNN Jazeera Monde Spiegel Zeitung Figaro País Mundo Repubblica Corriere Xinhua TASS Caixin
  Haaretz Politico Axios Breitbart HuffPost Vox NPR NBC MSNBC CBS ABC CNBC Fox`)
const isOutlet = new RegExp(
  String.raw`^(?:[Tt]he )?\p{Lu}.*(?<=[ ]|^)(?:${outlets})$|^(?:[Tt]he )?(?:${outlets})\b`,
  'u',
)
const groups =
  anyOf(`Ministry Department Office Agency Authority Service Committee Commission Council Cabinet Board Court Tribunal
  Parliament Assembly Senate Congress House Government Nations Union Federation Association Party Group Police Army Navy
  Coastguard Bank Company Inc Ltd University Institute Foundation Organi[sz]ation Centre Center Hospital Network Chamber
  Fund League Front Movement Cross Staff Kremlin Pentagon Hamas Hezbollah Taliban NATO Interpol Greenpeace Amnesty Nato Embassy`)
const isGroup = new RegExp(String.raw`\b(?:${groups})\b`)

const isOutletGroup =
  /(?:News|Press|Broadcasting) (?:Association|Service|Agency|Network|Centre|Center|Company|Inc|Ltd|Group)$/

/** What somebody is, as far as the words tell. */
export function kindOf(name: string): SourceKind {
  if (isPeople.test(name) || name.includes(' who ')) return 'anonymous'
  // “The Press Council” is a council.
  if (isGroup.test(name.split(' ').at(-1) ?? '') && !isOutletGroup.test(name)) return 'organisation'
  if (isOutlet.test(name) || /(?:^|\s)[Mm]edia$/.test(name)) return 'outlet'
  // Of “Ilse Marrin of the Assembly” the first words count.
  const [first = name] = name.split(/ (?:of|for|by) /)
  if (isGroup.test(first) || isAcronym.test(first) || isBody.test(first)) return 'organisation'
  return isPaper.test(first) ? 'document' : 'person'
}

const isCommon = new RegExp(
  String.raw`^(?:[Tt]he |[Aa]n? |[Oo]ne )?(?:[\p{Ll}\p{N}’' -]+|(?:${orCapital([people, bodies, papers].join('|'))})(?: [\p{Ll}’' -]+)?)$`,
  'u',
)
/** Whether many are called so: “police”, “the company”, “The report”; not “the Lorne police”. */
export const isCommonName = (name: string): boolean => isCommon.test(name)

/** Whether people who are not named are several: “aides”, but not “one of the aides”. */
export const areSeveral = (name: string): boolean =>
  !/^(?:one|an?) /i.test(name) && /(?:[^s]s|men|people)$/i.test(isPeople.exec(name)?.[0] ?? '')

/** Whether somebody who was told something passes it on; a parliament or a court does not. */
export const isRelayer = (name: string): boolean => isOutlet.test(name) || !isGroup.test(name)
