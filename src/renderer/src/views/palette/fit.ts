import { foldedWords, foldName } from '../../../../core/records/fold-name.ts'

/** At least this well, each word that was typed begins one of the command. */
export const beginning = 2

/**
 * How well a command fits what was typed: 3 when it begins with it, 2 when every word of it begins one of the command, 1 when it
 * only contains it, 0 when it does not fit. Nothing typed fits everything a little.
 * @param label what the command is called
 * @param said how its row is written, which may say more
 */
export function fitOf(label: string, said: string, typed: string): 0 | 1 | 2 | 3 {
  const wanted = foldName(typed.trim())
  if (wanted === '') return 1
  if (foldName(label).startsWith(wanted)) return 3
  const own = foldedWords(label)
  const each = foldedWords(wanted)
  if (each.length > 0 && each.every((word) => own.some((other) => other.startsWith(word)))) return beginning
  return foldName(said).includes(wanted) ? 1 : 0
}
