import type { Said } from '../../core/words/say.ts'

/**
 * What can be done about something that is wrong. `document`: write it again from the log; `take-in`: note in the log what the
 * document has; `text`: make it again from the original or bring it from a backup; `original`: bring it from a backup;
 * `log`: put the damaged lines aside; `cache`: make it anew; `leftover`: remove it.
 */
export type Remedy = 'document' | 'take-in' | 'text' | 'original' | 'log' | 'cache' | 'leftover'

/** Something that is not as it should be. */
export interface FoundProblem {
  /** The file within the notebook. */
  where: string
  message: Said
  /** null when a person must decide. */
  remedy: Remedy | null
  /** The records or hashes that the remedy is about. */
  about: string[]
}

/** What is the same from one look to the next. */
export const keyOfFound = ({ where, message }: FoundProblem): string => `${where} ${JSON.stringify(message)}`
