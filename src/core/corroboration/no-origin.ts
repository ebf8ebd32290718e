import { foldName } from '../records/fold-name.ts'

const whose =
  '(?:local|state|foreign|international|national|russian|ukrainian|israeli|chinese|american|british|german|french|other|various|several|many|some|unconfirmed|earlier|previous)'
const nobody = new RegExp(
  `^(?:the )?(?:${whose} )*(?:unsourced|unattributed|unknown|no source|source unknown|not stated|nobody|hearsay|rumou?rs?|gossip|` +
    `(?:media|press|news|newspaper|online|internet|social media|unconfirmed) (?:reports?|accounts?|posts?|users?)|reports|` +
    `(?:social |local |state )?media|(?:the )?press|the internet|the web|conventional wisdom|common knowledge|word of mouth)$`,
)

/** Whether a name says of nobody that they say so: “media reports” and “unsourced” are no origin. */
export const isNoOrigin = (name: string): boolean => nobody.test(foldName(name).replace(/[“”".]/g, ''))
