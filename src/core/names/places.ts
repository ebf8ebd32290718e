const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
let names: Set<string> | undefined

/** Words that are names of countries, in small letters: “Ireland” is no misspelt “Iceland”. */
function countries(): Set<string> {
  if (names) return names
  names = new Set()
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  for (const first of letters)
    for (const second of letters)
      for (const word of regions
        .of(first + second)
        ?.toLowerCase()
        .split(/[^a-z]+/) ?? [])
        if (word.length > 3) names.add(word)
  return names
}

/** Whether two words are two countries. */
export const areTwoCountries = (one: string, other: string): boolean =>
  one !== other && countries().has(one) && countries().has(other)

/** What makes another place of a place. */
const apart = new Set(
  'new north south east west northern southern eastern western upper lower greater great saint old'.split(
    ' ',
  ),
)

/** Whether a word that only one of two names has makes it the name of another place: “York” and “New York”. */
export const makesAnotherPlace = (word: string): boolean => apart.has(word)

const states = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon
  pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming london paris berlin moscow beijing tokyo brussels
  geneva europe asia africa america britain england scotland wales`.split(/\s+/),
)

/** Whether a name is, or begins as, that of a country, of a state of the United States or of a region; not of every place. */
export function isPlaceName(name: string): boolean {
  const words = name.toLowerCase().split(/[\s-]+/)
  const [first = ''] = words
  if (words.length === 1) return states.has(first) || countries().has(first)
  return (
    ['new', 'north', 'south', 'west', 'east', 'great', 'united'].includes(first) ||
    words.at(-1) === 'american'
  )
}
