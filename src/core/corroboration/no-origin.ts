import { foldName } from '../records/fold-name.ts'

const whose =
  '(?:local|state|foreign|international|national|regional|western|russian|ukrainian|israeli|turkish|iranian|arab|indian|chinese|japanese|american|british|german|french|italian|spanish|polish|various|several|multiple|many|some|numerous|other|different|unconfirmed|unverified|early|earlier|initial|previous|recent)'
const medium =
  '(?:media|press|news|newspaper|tv|television|radio|online|internet|web|social media|social network|twitter|x|telegram|facebook|tiktok|reddit|whatsapp)'
const telling =
  '(?:reports?|reporting|accounts?|posts?|postings?|users?|outlets?|sites?|channels?|sources?|stories|story|rumou?rs?|coverage|chatter)'
const nobody = new RegExp(
  `^(?:an? |the )?(?:${whose} )*(?:unsourced|unattributed|unknown|no source|source unknown|not stated|nobody|hearsay|rumou?rs?|gossip|talk|` +
    `${medium} ${telling}|(?:reports?|posts?|rumou?rs?|accounts?|stories) (?:on|in|from|by|across) (?:the )?(?:${whose} )*${medium}(?: ${telling})?|` +
    `(?:news |media )?reports|(?:news |media )outlets|newspapers|tabloids|broadcasters|bloggers|social networks|` +
    `(?:social |local |state |mass |mainstream )?media|(?:the )?press|the internet|the web|conventional wisdom|common knowledge|word of mouth|` +
    // German, French, Spanish, Italian, Portuguese, Dutch
    `(?:uberein\\p{L}* |ubereinstimmende )?(?:medien|presse|zeitungs|agentur)?berichte[n]?|(?:die )?medien|geruchte|unbekannt|(?:les |des )?medias|(?:la )?presse|rumeurs|` +
    `(?:los |las )?(?:medios|informes de prensa|redes sociales)|(?:la )?prensa|rumores|(?:la )?stampa|(?:i )?media|voci|(?:a )?imprensa|(?:de )?media|mediaberichten|geruchten)$`,
  'u',
)

/** Whether a name says of nobody that they say so: “media reports”, “posts on X” and “unsourced” are no origin. */
export const isNoOrigin = (name: string): boolean => nobody.test(foldName(name).replace(/[“”".]/g, ''))
