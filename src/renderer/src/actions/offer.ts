import type { Language } from '../words.ts'
import type { Action, Described, Offered } from './action.ts'
import { shownChord } from './chords.ts'

/** An action with its words in a language. */
export function describe<Context>(made: Action<Context>, language: Language): Described {
  const { id, where, menu } = made
  const label = made.words[language]
  const [first] = made.keys ?? []
  return {
    id,
    where,
    label,
    short: made.short?.[language] ?? label,
    keys: made.keys ?? [],
    shownKeys: made.shownKeys ?? (first === undefined ? undefined : shownChord(first)),
    inFields: made.inFields ?? false,
    onlyKeys: made.onlyKeys ?? made.run === undefined,
    icon: made.icon,
    writes: made.writes ?? false,
    menu: menu && { in: menu.in, label: menu.words?.[language] ?? label, isRole: menu.isRole ?? false },
  }
}

/** An action with its words in a language, to be done in a context. */
export function offer<Context>(made: Action<Context>, context: Context, language: Language): Offered {
  const { run } = made
  return { ...describe(made, language), run: run && ((chord) => void run(context, chord)) }
}
