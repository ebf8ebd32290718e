/** The commonest short words of languages in Latin letters: a text has one of them in four or five words, and few of another language. */
const common: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in that is was for on with as it his he be by at from had are were which this but have not said',
    de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer',
    fr: 'le la les de des et du un une dans que qui est pour sur pas au par plus avec ce il sont ne se aux cette ont été son',
    es: 'el la los las de del que y en un una por con para se no es su al lo como más fue ha sus este pero son',
    it: 'il la di che e un una per del della in non con le dei gli sono si da al nel anche più ha alla è come',
    pt: 'o a os as de do da que e em um uma para com não por se no na dos das mais foi ao é como são pelo',
    nl: 'de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door naar uit wordt',
    pl: 'i w na z się nie do że to jest o jak po za od przez dla który są oraz ale',
    sv: 'och att det som en på är av för med den till har de inte om ett han men från var',
    cs: 'a v na se že je s z do to o k i ve pro by za ale podle které který jsou',
    tr: 've bir bu için ile da de olarak olan daha çok gibi en kadar sonra ne dedi',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Scripts that are of one language mostly; of Cyrillic and Arabic letters there are several, and what is declared counts. */
const scripts: [RegExp, string, ReadonlySet<string>][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja', new Set(['ja'])],
  [/\p{Script=Hangul}/gu, 'ko', new Set(['ko'])],
  [/\p{Script=Han}/gu, 'zh', new Set(['zh', 'ja', 'yue'])],
  [/\p{Script=Arabic}/gu, 'ar', new Set(['ar', 'fa', 'ur', 'ps', 'ckb', 'sd', 'ug', 'ku'])],
  [/\p{Script=Hebrew}/gu, 'he', new Set(['he', 'iw', 'yi'])],
  [
    /\p{Script=Cyrillic}/gu,
    'ru',
    new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'bs']),
  ],
  [/\p{Script=Greek}/gu, 'el', new Set(['el'])],
  [/\p{Script=Thai}/gu, 'th', new Set(['th'])],
  [/\p{Script=Devanagari}/gu, 'hi', new Set(['hi', 'mr', 'ne', 'sa'])],
]

/** So much of a text is looked at, in UTF-16 code units, and so many words it must have to tell. */
const looked = 20_000
const fewest = 40
/** So much of its words are common ones of its language, and so many times as many as of the one that is declared. */
const [leastShare, ahead] = [0.16, 2.5]

/**
 * The language of a text, where its letters or its words contradict the one that it is said to be in; that one elsewhere.
 * @param declared a tag (BCP 47); null where none is said
 */
export function languageByWords(text: string, declared: string | null): string | null {
  const sample = text.slice(0, looked)
  const own = declared?.toLowerCase().split(/[-_]/)[0] ?? ''
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewest) return declared
  for (const [script, language, possible] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters
    // Japanese has a few signs of its own among many that are Chinese, too.
    if (share > (language === 'ja' ? 0.15 : 0.6)) return possible.has(own) ? declared : language
  }
  return byCommonWords(sample, own) ?? declared
}

function byCommonWords(sample: string, own: string): string | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewest) return null
  const shares = Object.entries(common).map(([language, known]) => ({
    language,
    share: words.filter((word) => known.has(word)).length / words.length,
  }))
  const [best] = shares.toSorted((a, b) => b.share - a.share)
  const declared = shares.find(({ language }) => language === own)?.share
  if (!best || best.share < leastShare || best.language === own) return null
  // What is declared and not known here may be so.
  if (own !== '' && declared === undefined && !/\p{Script=Latin}/u.test(sample)) return null
  return best.share > ahead * (declared ?? 0.04) ? best.language : null
}
