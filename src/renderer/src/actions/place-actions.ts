import { isListed, type Place } from '../places/place.ts'
import { languages, type Words } from '../words.ts'
import type { Action } from './action.ts'
import type { WindowContext } from './window-actions.ts'

/** What leads to a place begins with this key. */
export const leadsTo = 'G '

const each = (word: (language: (typeof languages)[number]) => string): Words =>
  // Built for all languages at once, as the type asks for.
  Object.fromEntries(languages.map((language) => [language, word(language)])) as Words

/** Going to a place, for every one that the sidebar leads to. */
export const placeActions = (places: readonly Place[]): Action<WindowContext>[] =>
  places.filter(isListed).map((place) => ({
    id: `go-${place.name}`,
    where: 'notebook',
    words: each((language) => place.words[language].go),
    ...(place.key === undefined ? {} : { keys: [`${leadsTo}${place.key}`] }),
    icon: place.icon,
    menu: { in: 'go', words: each((language) => place.words[language].title) },
    run: ({ router }) => void router.push({ name: place.name }),
  }))
