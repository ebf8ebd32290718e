/** What stands before a name or a number: a point behind it ends no sentence. */
const titles = [
  'Mrs?|Ms|Mx|Messrs|Dr|Drs|Prof|Gen|Sen|Rep|Gov|Pres|Lt|Col|Capt|Cmdr|Maj|Sgt|Adm|Rev|Hon|Fr|Sr|Jr|St|Ste|Mt|Ft|Atty|Pvt|Cpl|Supt|Insp|Det|Cllr|Brig|Asst|Assoc',
  'M|Mme|Mlle|Mgr|Hr|Fr|Frau|Dipl|Ing|[Ss]ig(?:ra|na)?|[Dd]ott(?:ssa)?|[Aa]vv|[Oo]n|EE|Sra?|Srta|Dña|Exmo|Св|ул|г|г-н|им',
  'vs|v|ca|cf|ed|eds|al|approx|dept|est|bzw|usw|vgl|evtl|ggf|sog|zzgl|inkl|Str|geb',
].join('|')
/** The same, only before a number. */
const numbered =
  'Nos?|Nr|Art|Arts|Abs|Bd|Fig|Figs|Abb|Tab|Vol|Ch|Sec|Sect|p|pp|S|n|núm|nº|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|c|cap|стр|№'
const title = new RegExp(String.raw`(?:^|[^\p{L}\p{M}.-])(?:${titles})\.\s*$`, 'u')
const beforeNumber = new RegExp(String.raw`(?:^|[^\p{L}\p{M}.-])(?:${numbered})\.\s*$`, 'iu')
/** `U.S.`, `z. B.`, `J.`, `p.m.`: the end of a sentence or not, as the next word is. */
const initials = /(?:^|[^\p{L}\p{M}])(?:\p{L}\. ?)*\p{L}\.\s*$/u
/** Words that begin sentences more often than they go on after initials. */
const starter =
  /^(?:The|An?|It|Its|He|She|They|We|I|You|His|Her|Their|Our|This|That|These|Those|There|In|On|At|By|For|From|But|And|Or|So|As|If|When|While|After|Before|Since|Although|However|Now|Then|What|Who|Why|How|No|Not|Some|Many|All|Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Le|La|Les|Un|Une|Il|Elle|Ils|El|Los|Las)(?![\p{L}\p{M}.'’-])/u

/** What stands before a number in German, with a point of its own: “z. B. 5”. */
const beforeAmount =
  /(?:^|[^\p{L}])(?:z\. ?B|d\. ?h|u\. ?a|i\. ?d\. ?R|s\. ?o|v\. ?a|u\. ?U|i\. ?H\. ?v)\.\s*$/iu
/** A number in a row, as German writes it, and what is counted so: “5. März”, “2. Weltkrieg”. */
const ordinal = /(?:^|[^\p{L}\p{N}.,])\d{1,3}\.\s*$/u
const counted =
  /^(?:Jan(?:uar|\.)|Feb(?:ruar|\.)|März|Apr(?:il|\.)|Mai|Juni?|Juli?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Okt(?:ober|\.)|Nov(?:ember|\.)|Dez(?:ember|\.)|Jänner|Weltkrieg|Jahrhunderts?|Jahrestags?|Stock|Platz|Klasse|Mal|Bezirk|Liga|Tag|Auflage|Kapitel|Republik|Etage|Geburtstag|Bundestag|Wahlperiode|Spieltag|Minute|Runde|Quartal|Halbjahr|Kammer|Senat|Strafkammer|Sinfonie|Semester|Woche|Monat|Lebensjahr)(?![\p{L}\p{M}])/u

/** As far back as is looked. */
const reach = 24

/**
 * Whether a sentence may end at an offset where the rules of Unicode end one; they know no abbreviations (`Mr.`, `No. 5`, `U.S. State`).
 * @param at in UTF-16 code units, behind the white space
 */
export function mayEndAt(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at)
  const next = text.slice(at, at + reach)
  // “「行く。」と言った” goes on.
  if (/[。！？][」』]\s*$/u.test(before) && /^[とっな]/u.test(next)) return false
  if (!/\.\s*$/.test(before)) return !/^\p{Ll}/u.test(next)
  if (ordinal.test(before) && counted.test(next)) return false
  if (/^\p{Ll}/u.test(next) || title.test(before)) return false
  if (/^\p{N}/u.test(next)) return !beforeNumber.test(before) && !beforeAmount.test(before)
  return !initials.test(before) || starter.test(next) || !/^\p{Lu}/u.test(next)
}
