import type { Stance } from '../../../../core/records/claim.ts'

/** The keys of the stances in a card: the same in every language, as all others, and none of them means anything else in the reader. */
export const stanceKeyOf: Readonly<Record<Stance, string>> = { supports: 's', disputes: 'd', mentions: 'm' }
