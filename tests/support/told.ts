import { messageOf } from '../../src/core/problem.ts'
import { speak, type Said } from '../../src/core/words/say.ts'

/** What a reason is in words; nothing where there is none. */
export const told = (reason: Said | null | undefined): string => (reason ? speak(messageOf(reason)) : '')
